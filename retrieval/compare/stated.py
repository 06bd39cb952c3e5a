"""Whether the documents themselves say what a comparison comes to, and what is then shown first."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.quantities.model import Measure
from retrieval.compare.model import Comparison, Plan
from retrieval.figures import RankedFigure
from retrieval.question import Operation, unit_class

MOST = 12
"""Among how many of the question's best figures the result is looked for."""
ROUNDING = Decimal("0.005")
"""How far a stated amount may be from the computed one, as a share of it: a text rounds."""
OF_PERCENT = Decimal("0.6")
"""How far a stated percentage may be from the computed one."""
SURE = 0.75
"""A figure whose words hold this share of the question is the answer as stated, whatever else can be computed."""


def with_stated(comparison: Comparison, plan: Plan, ranked: Sequence[RankedFigure]) -> Comparison:
    """The comparison with the figure that states its result, where there is one."""
    operands = {item.figure.number for item in comparison.operands}
    others = [item for item in ranked[:MOST] if item.figure.number not in operands and _is_result(item, plan)]
    if comparison.value is not None:
        same = next((item for item in others if _says(item, comparison.value)), None)
        if same is not None:
            return replace(comparison, stated=same)
    return replace(comparison, stated=next((item for item in others[:1] if _is_sure(item, ranked, comparison)), None))


def _is_result(item: RankedFigure, plan: Plan) -> bool:
    """Whether a figure is of the sort the operation gives: a percentage, or a change."""
    unit = unit_class(item.figure.unit)
    if plan.operation in (Operation.SHARE, Operation.PERCENT_CHANGE):
        return unit == "percent"
    return plan.operation == Operation.DIFFERENCE and item.figure.measure == Measure.CHANGE


def _says(item: RankedFigure, value: Decimal) -> bool:
    stated, computed = abs(item.figure.amount), abs(value)
    near = OF_PERCENT if unit_class(item.figure.unit) == "percent" else computed * ROUNDING
    return abs(stated - computed) <= near


def _is_sure(item: RankedFigure, ranked: Sequence[RankedFigure], comparison: Comparison) -> bool:
    """The question's own best figure, with words that hold as much of the question as the operands' do."""
    least = min((operand.features["covered"] for operand in comparison.operands), default=0.0)
    return item is ranked[0] and item.features["covered"] >= max(SURE, least)
