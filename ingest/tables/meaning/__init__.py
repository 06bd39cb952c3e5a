"""Grids → Tables: paths, units, scales, periods, notes, names; the same for grids with and without positions."""
