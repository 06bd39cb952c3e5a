"""Comparisons: operands first, each a cited figure; then decimal-exact arithmetic."""

from retrieval.compare.asked import read_plan
from retrieval.compare.compute import compute
from retrieval.compare.ends import in_order
from retrieval.compare.many import of_many
from retrieval.compare.model import Comparison, Plan, Side
from retrieval.compare.operands import (
    Operands,
    Rank,
    figures_of_side,
    figures_over_time,
    find_operands,
    is_one_thing,
)
from retrieval.compare.stated import with_stated
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.phrasing import figure_in_words, phrases
from retrieval.query import Query
from retrieval.question import Operation

__all__ = ["Comparison", "Plan", "Rank", "compare", "read_plan", "with_stated"]


def compare(index: Index, query: Query, plan: Plan, rank: Rank) -> Comparison | None:
    """What a plan comes to; None when a side has no figure."""
    if plan.operation == Operation.SERIES and len(plan.sides) == 1:
        over_time = figures_over_time(plan, rank)
        return compute(plan, over_time) if over_time else None
    if len(plan.sides) == 1:
        return of_many(index, query, plan, rank)
    found = find_operands(plan, rank)
    if found is None:
        return _lacking(plan, rank)
    if not is_one_thing(plan, found.figures):
        return _not_found(plan, found)
    return compute(plan, in_order(plan, found.figures))


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
