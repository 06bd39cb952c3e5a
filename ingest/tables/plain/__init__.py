"""Grids of text without positions: found by the shape of lines, cut into columns by evidence."""
