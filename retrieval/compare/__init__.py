"""Comparisons: operands first, each a cited figure; then decimal-exact arithmetic."""

from dataclasses import replace

from retrieval.compare.asked import read_plan
from retrieval.compare.columns import is_total
from retrieval.compare.compute import compute
from retrieval.compare.gathering import Gathered, Wanted, gather, is_exactly, is_of, of_asked_group
from retrieval.compare.model import Comparison, Plan
from retrieval.compare.operands import Rank, find_operands
from retrieval.compare.stated import with_stated
from retrieval.compare.wording import HEAD
from retrieval.conversation.parts import only_measures, subject_of
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.query import Query
from retrieval.question import Kind, Operation

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
    if not subject_of(measure) and not only_measures(measure):
        measure = " ".join([f"{HEAD} {plan.whom or ''}", *(period.text for period in periods)])
    found = gather(index, Wanted(whole, measure, plan.whom, periods), rank)
    if found is None and plan.whom:
        found = gather(index, Wanted(whole, f"{measure} {plan.whom}", None, periods), rank)
    if found is None or (query.question.kind == Kind.LIST and not _is_of_whom(index, found, plan)):
        return None
    entries = of_asked_group(index, found, whole)
    named = [(entry.name, item) for entry in entries if (item := _of_period(found, entry.figures, query))]
    named = [each for each in named if not is_total(each[0])]
    if not named:
        return None
    named.sort(key=lambda each: each[1].figure.amount, reverse=plan.operation == Operation.MAXIMUM)
    comparison = compute(plan, tuple(item for _, item in named[:MOST_SHOWN]))
    return replace(comparison, in_words=f"{named[0][0]}: {(comparison.in_words or '').partition(': ')[2]}")


def _is_of_whom(index: Index, found: Gathered, plan: Plan) -> bool:
    """Whether the table says that its rows are what is asked for: «hvilke fylker» is no question of benefits."""
    asked = set(index.analyzer.terms(plan.whom or ""))
    seed = found.seed
    return bool(asked & (seed.candidate.passage.context_terms | seed.figure.row_terms | seed.figure.column_terms))


def _of_period(found: Gathered, figures: tuple[RankedFigure, ...], query: Query) -> RankedFigure | None:
    """An entry's figure of the period asked for, or of the seed's where none is."""
    periods = query.question.periods
    if not periods:
        return next((item for item in figures if item.figure.period == found.seed.figure.period), None)
    of_time = [item for item in figures if any(is_of(item.figure.period, period) for period in periods)]
    return next((item for item in of_time if is_exactly(item.figure.period, periods)), next(iter(of_time), None))
