"""Grids side by side: one header twice, with labels of their own for the second half.

The right grid gets the labels of the left as its first column and its own labels as the second: a row on the right
says what stands behind the row on the left.
"""

from collections.abc import Sequence

from ingest.tables.grid import Grid, GridRow, Slot
from ingest.tables.positioned_strips import Piece, PieceKind

_MOSTLY = 0.5


def panels(grid: Grid) -> tuple[Grid, ...]:
    """The grid, or the two grids that stand side by side in it."""
    parted = _parting(grid)
    if parted is None:
        return (grid,)
    labels, right = parted
    left = tuple(_cut(row, range(right)) for row in grid.body)
    behind = [_cut(row, (*range(labels), *range(right, len(row.slots)))) for row in grid.body]
    kept = tuple(row for row in behind if any(slot.text for slot in row.slots[labels:]) or _is_group(row, grid))
    head = (*range(labels), *range(right, len(grid.header[-1].slots)))
    return (
        Grid(grid.lines, tuple(_cut(row, range(right)) for row in grid.header), left, grid.notes),
        Grid(grid.lines, tuple(_cut(row, head) for row in grid.header), kept, grid.notes),
    )


def _parting(grid: Grid) -> tuple[int, int] | None:
    """How many label columns there are on the left, and the column where the right grid begins."""
    if not grid.header or not grid.body:
        return None
    count = len(grid.body[0].slots)
    numeric = [_is_numeric(grid.body, index) for index in range(count)]
    labels = next((index for index, found in enumerate(numeric) if found), count)
    for right in range(labels + 1, count - 1):
        values = [index for index in range(right + 1, count) if numeric[index]]
        same = _names(grid, range(labels, right)) == _names(grid, range(right + 1, count))
        if not numeric[right] and labels and values and same:
            return labels, right
    return None


def _is_numeric(rows: Sequence[GridRow], column: int) -> bool:
    slots = [row.slots[column] for row in rows if row.slots[column].text]
    amounts = sum(_kind(slot) is not PieceKind.TEXT for slot in slots)
    return bool(slots) and amounts > _MOSTLY * len(slots)


def _kind(slot: Slot) -> PieceKind:
    return Piece(0, 0, len(slot.text), 0.0, 0.0, slot.text).kind


def _names(grid: Grid, columns: Sequence[int]) -> list[str]:
    return [" ".join(row.slots[index].text for row in grid.header).strip() for index in columns]


def _cut(row: GridRow, columns: Sequence[int]) -> GridRow:
    slots = tuple(row.slots[index] for index in columns)
    lines = {span.line for slot in slots for span in slot.spans}
    return GridRow(tuple(sorted(lines)) or row.lines, slots)


def _is_group(row: GridRow, grid: Grid) -> bool:
    """Whether a row is a label alone in the whole grid."""
    whole = next(other for other in grid.body if set(row.lines) <= set(other.lines))
    return not any(slot.text for slot in whole.slots[1:])
