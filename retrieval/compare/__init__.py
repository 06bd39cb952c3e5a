"""Comparisons: operands first, each a cited figure; then decimal-exact arithmetic."""

from dataclasses import replace

from retrieval.compare.asked import read_plan
from retrieval.compare.columns import is_total
from retrieval.compare.compute import compute
from retrieval.compare.gathering import Gathered, Wanted, gather, is_of
from retrieval.compare.model import Comparison, Plan
from retrieval.compare.operands import Rank, find_operands
from retrieval.compare.stated import with_stated
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.query import Query
from retrieval.question import Operation

__all__ = ["Comparison", "Plan", "Rank", "compare", "read_plan", "with_stated"]

MOST_SHOWN = 4
"""So many of a column's figures are operands of its largest or smallest."""


def compare(index: Index, query: Query, plan: Plan, rank: Rank) -> Comparison | None:
    """What a plan comes to; None when a side has no figure."""
    if len(plan.sides) == 1:
        return _of_many(index, query, plan, rank)
    found = find_operands(plan, rank)
    return compute(plan, found.figures) if found else None


def _of_many(index: Index, query: Query, plan: Plan, rank: Rank) -> Comparison | None:
    """The largest or smallest of all that the measure is given for, named; totals left out."""
    whole, measure, periods = query.question.text, plan.sides[0].text, query.question.periods
    found = gather(index, Wanted(whole, measure, plan.whom, periods), rank)
    if found is None and plan.whom:
        found = gather(index, Wanted(whole, f"{measure} {plan.whom}", None, periods), rank)
    if found is None:
        return None
    named = [(entry.name, item) for entry in found.entries if (item := _of_period(found, entry.figures, query))]
    named = [each for each in named if not is_total(each[0])]
    if not named:
        return None
    named.sort(key=lambda each: each[1].figure.amount, reverse=plan.operation == Operation.MAXIMUM)
    comparison = compute(plan, tuple(item for _, item in named[:MOST_SHOWN]))
    return replace(comparison, in_words=f"{named[0][0]}: {(comparison.in_words or '').partition(': ')[2]}")


def _of_period(found: Gathered, figures: tuple[RankedFigure, ...], query: Query) -> RankedFigure | None:
    """An entry's figure of the period asked for, or of the seed's where none is."""
    for item in figures:
        if query.question.periods:
            if any(is_of(item.figure.period, period) for period in query.question.periods):
                return item
        elif item.figure.period == found.seed.figure.period:
            return item
    return None
