"""A stated scale held against the rest of the document: «in millions» over cells that are thousands is found out.

A table's cells often stand elsewhere too, exact or rounded. Where none of them agrees under the scale that is stated
over the table, and several agree under another one, the other one is right.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.document import Cell, CellKind, Table

SCALES = (1, 1000, 1_000_000)
LEAST_AGREEING = 2
LEAST_VALUE = 1000
CORRECTED = 0.9
_MONEY = "kroner"


def check_scales(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, those with a scale that the other tables contradict corrected."""
    return tuple(_checked(table, [other for other in tables if other is not table]) for table in tables)


def _checked(table: Table, others: Sequence[Table]) -> Table:
    cells = [cell for cell in _money(table) if abs(cell.value or 0) >= LEAST_VALUE]
    stated = {cell.scale for cell in cells}
    if len(stated) != 1 or stated == {1}:
        return table
    scale = stated.pop()
    known = sorted((amount, slack) for other in others for amount, slack in _amounts(other))
    agreeing = {tried: sum(_agrees(cell, tried, known) for cell in cells) for tried in SCALES}
    best = max(SCALES, key=lambda tried: agreeing[tried])
    if agreeing[scale] or agreeing[best] < LEAST_AGREEING:
        return table
    changed = {id(cell) for cell in cells}
    return replace(
        table,
        cells=tuple(
            replace(cell, scale=best, confidence=min(cell.confidence, CORRECTED)) if id(cell) in changed else cell
            for cell in table.cells
        ),
    )


def _money(table: Table) -> Iterator[Cell]:
    return (cell for cell in table.cells if cell.kind == CellKind.NUMBER and cell.unit == _MONEY)


def _amounts(table: Table) -> Iterator[tuple[Decimal, Decimal]]:
    """Every amount of a table in whole kroner, and how far rounding may have moved it."""
    for cell in _money(table):
        value = abs(cell.value or Decimal(0))
        exponent = value.as_tuple().exponent
        step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
        if value:
            yield value * cell.scale, step * cell.scale


def _agrees(cell: Cell, scale: int, known: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether the cell, at that scale, is one of the known amounts but for rounding."""
    amount = abs(cell.value or Decimal(0)) * scale
    slack = max(Decimal(scale), amount / LEAST_VALUE)
    index = bisect_left(known, (amount - slack, Decimal(0)))
    while index < len(known) and known[index][0] <= amount + slack:
        if abs(known[index][0] - amount) <= max(Decimal(scale), known[index][1] / 2):
            return True
        index += 1
    return False
