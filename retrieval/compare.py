"""Comparisons: operands first, each a cited figure; then decimal-exact arithmetic."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.quantities.model import Measure
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.phrasing import figure_in_words, number_in_words, phrases
from retrieval.query import Query
from retrieval.question import Operation, unit_class

Ranker = Callable[[Query], Sequence[RankedFigure]]
"""Ranks the candidates' figures for a query."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was computed, from which figures, and how it is said."""

    operation: Operation
    operands: tuple[RankedFigure, ...]
    value: Decimal
    unit: str | None
    in_words: str


def compare(index: Index, query: Query, rank: Ranker) -> Comparison | None:
    """Compute what a question asks to be compared; None when it asks for nothing or an operand is missing."""
    operation = query.question.operation
    if operation in (Operation.MAXIMUM, Operation.MINIMUM):
        return _extreme(index, query, rank, operation)
    if operation in (Operation.DIFFERENCE, Operation.PERCENT_CHANGE):
        return _between_periods(query, rank, operation)
    return None


def _between_periods(query: Query, rank: Ranker, operation: Operation) -> Comparison | None:
    """The same thing in two periods: the later one less the earlier one."""
    periods = sorted(
        (period for period in query.question.periods if period.end is not None), key=lambda period: str(period.end)
    )
    if len(periods) != 2:
        return None
    found = [_level(query, rank, (period,)) for period in periods]
    earlier, later = found
    if earlier is None or later is None or earlier.figure.number == later.figure.number:
        return None
    if unit_class(earlier.figure.unit) != unit_class(later.figure.unit):
        return None
    return _computed(operation, later, earlier)


def _level(query: Query, rank: Ranker, periods: tuple[object, ...]) -> RankedFigure | None:
    asked = replace(query.question, periods=periods, measure=Measure.LEVEL, unit=None)  # type: ignore[arg-type]
    ranked = [item for item in rank(replace(query, question=asked)) if item.features["period"] > 0]
    return ranked[0] if ranked else None


def _computed(operation: Operation, first: RankedFigure, second: RankedFigure) -> Comparison | None:
    a, b = first.figure.amount, second.figure.amount
    if operation == Operation.PERCENT_CHANGE:
        if b == 0:
            return None
        value = ((a - b) / b * 100).quantize(Decimal("0.1"))
    else:
        value = a - b
    unit = "prosent" if operation == Operation.PERCENT_CHANGE else _difference_unit(first.figure.unit)
    said = phrases()["comparison"][operation.value].format(
        result=f"{number_in_words(value)} {unit or ''}".strip(),
        first=figure_in_words(first.figure),
        second=figure_in_words(second.figure),
    )
    return Comparison(operation, (first, second), value, unit, said)


def _difference_unit(unit: str | None) -> str | None:
    """The difference of two percentages is counted in percentage points."""
    return "prosentpoeng" if unit == "prosent" else unit


def _extreme(index: Index, query: Query, rank: Ranker, operation: Operation) -> Comparison | None:
    """The largest or smallest figure of the column that the best figure stands in."""
    ranked = [item for item in rank(query) if item.figure.table is not None]
    if not ranked:
        return None
    best = ranked[0]
    numbers = index.store.row_passages(best.candidate.passage.document, best.figure.table or "")
    column = [
        figure
        for figure in index.store.figures_of(numbers)
        if figure.column == best.figure.column and figure.unit == best.figure.unit
    ]
    if len(column) < 2:
        return None
    choose = max if operation == Operation.MAXIMUM else min
    chosen = choose(column, key=lambda figure: figure.amount)
    passage = index.store.passages_by_number([chosen.passage])[chosen.passage]
    operand = replace(best, figure=chosen, candidate=replace(best.candidate, passage=passage))
    said = phrases()["comparison"][operation.value].format(
        label=chosen.row_path[-1] if chosen.row_path else chosen.label, first=figure_in_words(chosen)
    )
    return Comparison(operation, (operand,), chosen.amount, chosen.unit, said)
