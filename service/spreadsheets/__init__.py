"""Overviews as files: CSV and XLSX."""
