"""Decimal-exact arithmetic on operands, said in words; refused, with the reason, where they do not go together."""

from collections.abc import Sequence
from decimal import Decimal

from retrieval.compare.model import Comparison, Plan
from retrieval.figures import RankedFigure
from retrieval.index.records import FigureRecord
from retrieval.phrasing import amount_in_words, figure_in_words, number_in_words, phrases
from retrieval.question import Operation, unit_class

TENTH = Decimal("0.1")


def compute(plan: Plan, operands: tuple[RankedFigure, ...]) -> Comparison:
    """What a plan comes to."""
    operation = plan.operation
    if operation is None:
        return Comparison(None, operands, in_words=_listed(operands))
    reason = _refusal(operation, operands)
    if reason is not None:
        return Comparison(operation, operands, refused=reason)
    if operation in (Operation.MAXIMUM, Operation.MINIMUM):
        return _extreme(operation, operands, plan)
    if operation == Operation.SERIES:
        return _series(operands)
    if plan.unsigned:
        operands = tuple(sorted(operands, key=lambda item: item.figure.amount, reverse=True))
    value, unit = _of_two(operation, operands[0], operands[1])
    said = phrases()["comparison"][operation.value].format(
        result=_in_scale(value, unit, operands) if operation == Operation.DIFFERENCE else _result(value, unit),
        first=_in_common(operands[0].figure, operands),
        second=_in_common(operands[1].figure, operands),
    )
    return Comparison(operation, operands, value, unit, said)


def _refusal(operation: Operation, operands: Sequence[RankedFigure]) -> str | None:
    """Why the operands cannot be computed with; None when they can."""
    reasons = phrases()["refused"]
    if len({unit_class(item.figure.unit) for item in operands} - {None}) > 1:
        units = [item.figure.unit or "" for item in operands]
        return reasons["units"].format(first=units[0], second=units[1])
    divides = operation in (Operation.PERCENT_CHANGE, Operation.SHARE)
    return reasons["zero"] if divides and operands[1].figure.amount == 0 else None


def _of_two(operation: Operation, first: RankedFigure, second: RankedFigure) -> tuple[Decimal, str | None]:
    a, b = first.figure.amount, second.figure.amount
    if operation == Operation.PERCENT_CHANGE:
        return ((a - b) / b * 100).quantize(TENTH), "prosent"
    if operation == Operation.SHARE:
        return (a / b * 100).quantize(TENTH), "prosent"
    return a - b, difference_unit(first.figure.unit or second.figure.unit)


def difference_unit(unit: str | None) -> str | None:
    """The difference of two percentages is counted in percentage points."""
    return "prosentpoeng" if unit == "prosent" else unit


def _extreme(operation: Operation, operands: Sequence[RankedFigure], plan: Plan) -> Comparison:
    """The largest or smallest first, then the others in order of size."""
    largest = operation == Operation.MAXIMUM
    ordered = tuple(sorted(operands, key=lambda item: item.figure.amount, reverse=largest))
    best = ordered[0].figure
    said = phrases()["comparison"][operation.value].format(
        label=_name(ordered[0], operands, plan), first=figure_in_words(best)
    )
    return Comparison(operation, ordered, best.amount, best.unit, said)


def extreme(plan: Plan, named: Sequence[tuple[str, RankedFigure]], considered: int) -> Comparison:
    """The one asked for first, then the others in order of size; of several asked for all are said.

    `considered` is how many there are in all, those that are not shown as well.
    """
    phrase = phrases()["comparison"][(plan.operation or Operation.MAXIMUM).value]
    said = [phrase.format(label=name, first=figure_in_words(item.figure)) for name, item in named[: plan.first]]
    first = named[0][1].figure
    operands = tuple(item for _, item in named)
    more = considered if considered > len(operands) else None
    return Comparison(plan.operation, operands, first.amount, first.unit, "; ".join(said), considered=more)


def _name(chosen: RankedFigure, operands: Sequence[RankedFigure], plan: Plan) -> str:
    """What tells an operand from the others: what it is called in the question, its row, or its period."""
    best = chosen.figure
    named = dict(zip((item.figure.number for item in operands), (side.name for side in plan.sides), strict=False))
    if name := named.get(best.number):
        return f"{name[:1].upper()}{name[1:]}"
    if best.row_path and not plan.same:
        return best.row_path[-1]
    return best.period.text if best.period else best.label


def _series(operands: Sequence[RankedFigure]) -> Comparison:
    """The figures in order of time, and what the last is more than the first."""
    ordered = tuple(sorted(operands, key=lambda item: str(item.figure.period.end if item.figure.period else "")))
    first, last = ordered[0].figure, ordered[-1].figure
    value, unit = last.amount - first.amount, difference_unit(last.unit or first.unit)
    said = phrases()["comparison"]["series"].format(figures=_listed(ordered), result=_signed(value, unit))
    return Comparison(Operation.SERIES, ordered, value, unit, said)


def _listed(operands: Sequence[RankedFigure]) -> str:
    said = (
        f"{figure_in_words(item.figure)} ({item.figure.period.text})"
        if item.figure.period
        else figure_in_words(item.figure)
        for item in operands
    )
    return "; ".join(said)


def _in_scale(value: Decimal, unit: str | None, operands: Sequence[RankedFigure]) -> str:
    """A difference in the finest scale of what it is the difference of, as they are printed."""
    scale = min(item.figure.scale for item in operands)
    return amount_in_words(number_in_words(value / scale), scale, unit)


def _in_common(figure: FigureRecord, operands: Sequence[RankedFigure]) -> str:
    """A figure in the finest scale of those it is compared with; as it is printed beside that where that is another."""
    scale = min(item.figure.scale for item in operands)
    if figure.scale == scale:
        return figure_in_words(figure)
    said = amount_in_words(number_in_words(figure.amount / scale), scale, figure.unit)
    return phrases()["comparison"]["rescaled"].format(said=said, printed=figure_in_words(figure))


def _result(value: Decimal, unit: str | None) -> str:
    return f"{number_in_words(value)} {unit or ''}".strip()


def _signed(value: Decimal, unit: str | None) -> str:
    return _result(value, unit) if value < 0 else f"+{_result(value, unit)}"
