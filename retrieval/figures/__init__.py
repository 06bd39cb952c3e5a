"""Choosing the figure: features over question × figure, in words, units, times and beside siblings; then a score."""

from retrieval.figures.rank import FIGURE_FEATURES, RankedFigure, rank_figures
from retrieval.figures.times import OTHER_PERIOD

__all__ = ["FIGURE_FEATURES", "OTHER_PERIOD", "RankedFigure", "rank_figures"]
