"""Comparisons: operands first, each a cited figure; then decimal-exact arithmetic."""

from dataclasses import replace

from retrieval.compare.asked import read_plan
from retrieval.compare.columns import beside, siblings
from retrieval.compare.compute import compute
from retrieval.compare.model import Comparison, Plan
from retrieval.compare.operands import Rank, figures_of_side, find_operands
from retrieval.compare.stated import with_stated
from retrieval.index.open import Index
from retrieval.query import Query
from retrieval.question import Operation

__all__ = ["Comparison", "Plan", "Rank", "compare", "read_plan", "with_stated"]

MOST_SHOWN = 4
"""So many of a column's figures are operands of its largest or smallest."""


def compare(index: Index, query: Query, plan: Plan, rank: Rank) -> Comparison | None:
    """What a plan comes to; None when a side has no figure."""
    if len(plan.sides) == 1:
        return _of_column(index, query, plan, rank)
    found = find_operands(plan, rank)
    return compute(plan, found.figures) if found else None


def _of_column(index: Index, query: Query, plan: Plan, rank: Rank) -> Comparison | None:
    """The largest or smallest of the column that the best figure stands in, or of its row in sibling tables."""
    ranked = [item for item in figures_of_side(plan.sides[0], plan, rank) if item.figure.table is not None]
    if not ranked:
        return None
    seed = ranked[0]
    measured = query.coverage(seed.figure.row_terms) > 0
    entries = siblings(index, seed) if measured else []
    periods = {seed.figure.period}
    if entries:
        named = [(entry.name, item) for entry in entries for item in entry.figures if item.figure.period in periods]
    else:
        named = [
            (entry.name, item)
            for entry in beside(index, seed)
            for item in entry.figures
            if item.figure.column == seed.figure.column
        ]
    if len(named) < 2:
        return None
    largest = plan.operation == Operation.MAXIMUM
    named.sort(key=lambda each: each[1].figure.amount, reverse=largest)
    comparison = compute(plan, tuple(item for _, item in named[:MOST_SHOWN]))
    return replace(comparison, in_words=f"{named[0][0]}: {(comparison.in_words or '').partition(': ')[2]}")
