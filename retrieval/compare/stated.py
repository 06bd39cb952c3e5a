"""Whether the documents state what a comparison comes to, and whether that or the computing is to be believed."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import fmean

from ingest.quantities.model import Measure
from retrieval.compare.model import Comparison, Plan
from retrieval.compare.operands import stand_together
from retrieval.figures import RankedFigure
from retrieval.question import Operation, unit_class

MOST = 12
"""Among how many of the question's best figures the result is looked for."""
ROUNDING = Decimal("0.005")
"""How far a stated amount may be from the computed one, as a share of it: a text rounds."""
HALF, OWN_ROUNDING = Decimal("0.5"), Decimal("0.05")
"""A percentage is rounded to the decimals it is printed with; the computed one to a tenth."""
LIKE = 0.5
"""A figure that says the result must hold at least so much of what the operands hold: numbers meet by chance."""
ENOUGH, BETTER, NEAR = 0.4, 0.35, 2.0
"""A share is computed only from a part whose words hold so much more of its question than those of the best stated
percentage, and which ranks no further below it: documents state most shares. Less than `ENOUGH` is not believed."""
ALL = 0.9
"""Operands of different places are believed where each holds so much of its own question."""


def with_stated(comparison: Comparison, plan: Plan, ranked: Sequence[RankedFigure]) -> Comparison | None:
    """The comparison with the figure that states its result, where there is one; None when only that is believed."""
    operands = {item.figure.number for item in comparison.operands}
    others = [item for item in ranked[:MOST] if item.figure.number not in operands and _is_result(item, plan)]
    if comparison.refused is not None:
        return None if others[:1] == list(ranked[:1]) and others else comparison
    same = _that_says_it(comparison, plan, others, ranked)
    if same is not None:
        return replace(comparison, stated=same)
    if plan.operation == Operation.SHARE:
        return _share(comparison, others)
    if not others or others[0] is not ranked[0]:
        return comparison
    if plan.same and not stand_together(comparison.operands) and not _hold_more(comparison, others[0]):
        return None
    return replace(comparison, stated=others[0]) if _is_surer(others[0], comparison) else comparison


def _that_says_it(
    comparison: Comparison, plan: Plan, others: Sequence[RankedFigure], ranked: Sequence[RankedFigure]
) -> RankedFigure | None:
    """The best figure that says what was computed.

    Where another answers the question first, it must rank with that: small percentages meet by chance, so a share
    must rank as high.
    """
    if comparison.value is None or not others:
        return None
    near = (item for item in others if item.features["covered"] >= LIKE * _covered(comparison))
    same = next((item for item in near if _says(item, comparison.value)), None)
    lowest = ranked[0].score if plan.operation == Operation.SHARE else ranked[0].score - NEAR
    return same if same is not None and (others[0] is not ranked[0] or same.score >= lowest) else None


def _is_result(item: RankedFigure, plan: Plan) -> bool:
    """Whether a figure is of the sort the operation gives: a percentage, or a change."""
    if plan.operation == Operation.SHARE:
        return item.figure.unit == "prosent" and item.figure.measure != Measure.CHANGE
    if plan.operation == Operation.PERCENT_CHANGE:
        return item.figure.unit == "prosent"
    return plan.operation == Operation.DIFFERENCE and item.figure.measure == Measure.CHANGE and _is_of_time(item, plan)


def _is_of_time(item: RankedFigure, plan: Plan) -> bool:
    """Whether a change may be the one between the periods asked about: it ends in the later of them, or names none."""
    year = item.figure.period.year if item.figure.period else None
    named = [side.period.year for side in plan.sides if side.period and side.period.year]
    return year is None or not named or year == max(named)


def _says(item: RankedFigure, value: Decimal) -> bool:
    stated, computed = abs(item.figure.amount), abs(value)
    if unit_class(item.figure.unit) == "percent":
        decimals = len(item.figure.text.partition(",")[2].rstrip(" %"))
        return abs(stated - computed) <= HALF.scaleb(-decimals) + OWN_ROUNDING
    return abs(stated - computed) <= computed * ROUNDING


def _share(comparison: Comparison, others: Sequence[RankedFigure]) -> Comparison | None:
    """The computed share where it is clearly better than the best stated one; else the stated one first."""
    part, whole = (item.features["covered"] for item in comparison.operands)
    if part < ENOUGH or not (stand_together(comparison.operands) or min(part, whole) >= ALL):
        return None
    if not others:
        return comparison
    stated = others[0]
    better = part >= stated.features["covered"] + BETTER
    if better and comparison.operands[0].score >= stated.score - NEAR:
        return comparison
    return replace(comparison, stated=stated) if whole >= ENOUGH else None


def _is_surer(item: RankedFigure, comparison: Comparison) -> bool:
    """The question's own best figure, which ranks above the operands and holds as much of the question as they do."""
    ranks = fmean(operand.score for operand in comparison.operands)
    return item.score >= ranks and not _hold_more(comparison, item)


def _hold_more(comparison: Comparison, item: RankedFigure) -> bool:
    return _covered(comparison) > item.features["covered"]


def _covered(comparison: Comparison) -> float:
    """How much of their questions the operands' words hold, on the average."""
    return fmean(operand.features["covered"] for operand in comparison.operands)
