"""A row that adds up the rows above it tells what they count: «Antall anmeldelser i alt» under nameless counts."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ingest.document import Cell, CellKind, Table

LEAST_PARTS = 2


def units_from_totals(table: Table) -> Table:
    """The table, its cells without a unit given that of the row below that is their sum in every column."""
    rows: list[dict[int, Cell]] = [{} for _ in table.rows]
    for cell in table.cells:
        if cell.kind == CellKind.NUMBER:
            rows[cell.row][cell.column] = cell
    told: dict[tuple[int, int], str] = {}
    for index, total in enumerate(rows):
        parts = _parts(rows, index, total)
        for part in parts:
            told.update({(part, column): cell.unit for column, cell in total.items() if cell.unit})
    if not told:
        return table
    cells = (replace(cell, unit=cell.unit or told.get((cell.row, cell.column))) for cell in table.cells)
    return replace(table, cells=tuple(cells))


def _parts(rows: list[dict[int, Cell]], index: int, total: Mapping[int, Cell]) -> range:
    """The rows right above without a unit that the row adds up, exactly and in every column; else none."""
    if not total or not all(cell.unit for cell in total.values()):
        return range(0)
    first = index
    while first and rows[first - 1] and not any(cell.unit for cell in rows[first - 1].values()):
        first -= 1
    parts = range(first, index)
    if len(parts) < LEAST_PARTS or not any(cell.value for cell in total.values()):
        return range(0)
    sums = {column: sum((_value(rows[part].get(column)) for part in parts), Decimal(0)) for column in total}
    return parts if all(sums[column] == _value(cell) for column, cell in total.items()) else range(0)


def _value(cell: Cell | None) -> Decimal:
    return cell.value or Decimal(0) if cell else Decimal(0)
