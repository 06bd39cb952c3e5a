"""Overviews: a table put together from as many source tables as it takes, every cell a cited figure."""

from retrieval.overview.find import find_overview
from retrieval.overview.grid import Grids
from retrieval.overview.model import Cell, Computed, ComputedColumn, NoOverview, Overview, OverviewColumn, OverviewRow

__all__ = [
    "Cell",
    "Computed",
    "ComputedColumn",
    "Grids",
    "NoOverview",
    "Overview",
    "OverviewColumn",
    "OverviewRow",
    "find_overview",
]
