"""Tables: grids of slots become Tables with row paths and column paths."""
