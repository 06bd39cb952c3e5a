"""A stated scale held against the rest of the document: «in millions» over cells that are thousands is found out.

A table's cells often stand elsewhere too, exact or rounded. Where none of them agrees under the scale that is stated
over the table, and several agree under a smaller one, the smaller one is right (a header that says
too little is not seen, and nothing is made larger).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.document import Cell, CellKind, Table

SCALES: tuple[int, ...] = (1, 1000, 1_000_000)
LEAST_AGREEING = 2
LEAST_VALUE = 1000
CORRECTED = 0.9
_MONEY = "kroner"


@dataclass(frozen=True, slots=True, order=True)
class _Amount:
    """An amount in whole kroner, how far rounding may have moved it, and the table it stands in."""

    kroner: Decimal
    step: Decimal
    table: int


def check_scales(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, those with a scale that the other tables contradict corrected."""
    known = sorted(amount for index, table in enumerate(tables) for amount in _amounts(table, index))
    return tuple(_checked(table, index, known) for index, table in enumerate(tables))


def _checked(table: Table, index: int, known: Sequence[_Amount]) -> Table:
    cells = [cell for cell in _money(table) if abs(cell.value or Decimal(0)) >= LEAST_VALUE]
    scale: int = max((cell.scale for cell in cells), default=1)
    if scale == 1 or any(cell.scale != scale for cell in cells):
        return table
    if sum(_agrees(cell, scale, known, index) for cell in cells):
        return table
    smaller = [tried for tried in SCALES if tried < scale]
    agreeing = {tried: sum(_agrees(cell, tried, known, index) for cell in cells) for tried in smaller}
    best = max(smaller, key=lambda tried: agreeing[tried])
    if agreeing[best] < LEAST_AGREEING:
        return table
    return replace(table, cells=tuple(_rescaled(cell, scale, best) for cell in table.cells))


def _rescaled(cell: Cell, scale: int, right: int) -> Cell:
    if cell.unit != _MONEY or cell.scale != scale:
        return cell
    return replace(cell, scale=right, confidence=min(cell.confidence, CORRECTED))


def _money(table: Table) -> Iterator[Cell]:
    return (cell for cell in table.cells if cell.kind == CellKind.NUMBER and cell.unit == _MONEY)


def _amounts(table: Table, index: int) -> Iterator[_Amount]:
    """Every amount of a table in whole kroner."""
    for cell in _money(table):
        value = abs(cell.value or Decimal(0))
        exponent = value.as_tuple().exponent
        step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
        if value:
            yield _Amount(value * cell.scale, step * cell.scale, index)


def _agrees(cell: Cell, scale: int, known: Sequence[_Amount], table: int) -> bool:
    """Whether the cell, at that scale, is one of the amounts known from other tables, but for rounding."""
    amount = abs(cell.value or Decimal(0)) * scale
    slack = max(Decimal(scale), amount / LEAST_VALUE)
    index = bisect_left(known, _Amount(amount - slack, Decimal(0), 0))
    while index < len(known) and known[index].kroner <= amount + slack:
        near = known[index]
        if near.table != table and abs(near.kroner - amount) <= max(Decimal(scale), near.step / 2):
            return True
        index += 1
    return False
