"""Readers: a file becomes a Sheet of pages and lines."""
