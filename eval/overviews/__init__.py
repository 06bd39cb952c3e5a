"""Overviews held against golden tables: which cells are right, and which tables wholly."""
