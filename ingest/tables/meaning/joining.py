"""Grids that are one table: continued on the next page, with or without the header repeated."""

from collections.abc import Sequence

from ingest.document import Sheet
from ingest.tables.grid import Grid
from ingest.tables.words import begins_total

FAR = 3
MOST_BETWEEN = 3


def join(sheet: Sheet, grids: Sequence[Grid], captions: Sequence[int]) -> tuple[Grid, ...]:
    """The grids with continued ones joined. `captions` are the lines where captions stand, ascending."""
    joined: list[Grid] = []
    for grid in grids:
        place = _continued(sheet, joined, grid, captions)
        if place is None:
            joined.append(grid)
        else:
            joined[place] = _joined(joined[place], grid)
    return tuple(joined)


def _continued(sheet: Sheet, before: Sequence[Grid], grid: Grid, captions: Sequence[int]) -> int | None:
    """The index of the grid that this one goes on from, if any."""
    if not before:
        return None
    last = len(before) - 1
    if grid.header and _same_header(before[last], grid):
        place = _unfinished(before, grid)
        parted = place is None or _parted(sheet, before[last], grid)
        turned = sheet.line(before[last].lines[-1]).page != sheet.line(grid.lines[0]).page
        inside = place is not None and place < last
        return place if (turned or inside) and not parted else None
    if grid.header or not _starts_page(sheet, grid):
        return None
    near = [index for index in range(max(0, last - FAR), last + 1) if _width(before[index]) == _width(grid)]
    parted = any(before[last].lines[-1] < line < grid.lines[0] for line in captions)
    if parted:
        return None
    unfinished = [index for index in near if not _is_closed(before[index])]
    return unfinished[-1] if unfinished else None


def _unfinished(before: Sequence[Grid], grid: Grid) -> int | None:
    """The nearest grid with the same header that something may still follow."""
    near = range(len(before) - 1, max(-1, len(before) - 1 - FAR), -1)
    return next((index for index in near if _same_header(before[index], grid) and not _is_closed(before[index])), None)


def _parted(sheet: Sheet, one: Grid, other: Grid) -> bool:
    """Whether more than a running head stands between two grids."""
    between = sheet.lines[one.lines[-1] : other.lines[0] - 1]
    return sum(bool(line.text.strip()) for line in between) > MOST_BETWEEN


def _same_header(one: Grid, other: Grid) -> bool:
    return _header_texts(one) == _header_texts(other)


def _header_texts(grid: Grid) -> list[list[str]]:
    return [[slot.text for slot in row.slots] for row in grid.header]


def _starts_page(sheet: Sheet, grid: Grid) -> bool:
    first = sheet.line(grid.lines[0])
    above = [line for line in sheet.lines[: first.number - 1] if line.text.strip()]
    return not above or above[-1].page != first.page


def _width(grid: Grid) -> int:
    return max((len(row.slots) for row in (*grid.header, *grid.body)), default=0)


def _is_closed(grid: Grid) -> bool:
    """Whether the last row is a sum, or notes follow it: nothing is to come."""
    if not grid.body:
        return False
    return bool(grid.notes) or begins_total(grid.body[-1].slots[0].text)


def _joined(one: Grid, other: Grid) -> Grid:
    return Grid(
        lines=tuple(sorted({*one.lines, *other.lines})),
        header=one.header,
        body=(*one.body, *other.body),
        notes=tuple(sorted({*one.notes, *other.notes})),
    )
