"""Comparisons: operands first, each a cited figure; then decimal-exact arithmetic."""

from dataclasses import replace

from retrieval.compare.asked import read_plan
from retrieval.compare.columns import is_total
from retrieval.compare.compute import compute
from retrieval.compare.gathering import Gathered, Wanted, gather, is_exactly, is_of, of_asked_group
from retrieval.compare.model import Comparison, Plan, Side
from retrieval.compare.operands import Operands, Rank, figures_of_side, find_operands, is_one_thing
from retrieval.compare.stated import with_stated
from retrieval.compare.wording import HEAD
from retrieval.conversation.parts import only_measures, subject_of
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.phrasing import figure_in_words, phrases
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
    if found is None:
        return _lacking(plan, rank)
    return compute(plan, found.figures) if is_one_thing(plan, found.figures) else _not_found(plan, found)


def _lacking(plan: Plan, rank: Rank) -> Comparison | None:
    """The time that one thing is not given for; None where that is not what is missing."""
    if not plan.same or plan.operation not in (Operation.DIFFERENCE, Operation.PERCENT_CHANGE):
        return None
    missing = next((side for side in plan.sides if not figures_of_side(side, plan, rank)), None)
    if missing is None:
        return None
    return Comparison(plan.operation, (), refused=phrases()["refused"]["missing"].format(missing=_named(missing)))


def _not_found(plan: Plan, found: Operands) -> Comparison:
    """Nothing is computed: the figure that holds least of the subject is another thing's."""
    sides = zip(found.figures, plan.sides, strict=True)
    fullest, least = max(sides, key=_held), min(zip(found.figures, plan.sides, strict=True), key=_held)
    refused = phrases()["refused"]["other_thing"].format(
        found=_named(fullest[1]), first=figure_in_words(fullest[0].figure), missing=_named(least[1])
    )
    return Comparison(plan.operation, (fullest[0],), refused=refused)


def _held(of_side: tuple[RankedFigure, Side]) -> float:
    return of_side[0].features["covered"]


def _named(side: Side) -> str:
    return side.period.text if side.period else side.text


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
