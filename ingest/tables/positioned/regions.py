"""Where grids stand on the pages of a sheet with positions.

A grid shows itself by lines of pieces beside each other whose places agree. Running text, lists and tables of
contents have such lines by chance; they fail the tests of `_is_grid`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.positioned.columns import Column, column_of
from ingest.tables.positioned.parts import Parts, goes_on_under, is_note, part
from ingest.tables.positioned.strips import PageStrips, Strip

_WIDE = 0.62
_MARGIN = 1.5
_LIST_MARGIN = 5.0
_APART = 4.0
_HEAD_STEP = 2.3
_NOTE_STEP = 2.6
_SAME_CELL = 1.45
_MOST_SINGLES = 10
_MOST_NOTES = 60
_ALIGNED = 2.5
_MOST_ALIGNED = 0.6
_LEAST_FILL = 0.34
_LEAST_ROWS_UNNAMED = 3
_LEAST_CONTENTS = 4
_SAME_PLACE = 4.0


@dataclass(frozen=True, slots=True)
class Found:
    """A grid on one page: its strips, their parts, and whether it begins or ends its page."""

    page: int
    strips: tuple[Strip, ...]
    parts: Parts
    opens_page: bool
    closes_page: bool


def grids_on(page: PageStrips) -> list[Found]:
    """The grids of one page, top to bottom."""
    found: list[Found] = []
    floor = 0
    for first, last in _stretches(page):
        grid = _grid_at(page, max(first, floor), last, floor)
        if grid is not None:
            found.append(grid[0])
            floor = grid[1]
    return found


def _stretches(page: PageStrips) -> list[tuple[int, int]]:
    """The stretches from a first to a last line of several pieces, with nothing between that parts grids."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    last = singles = 0
    for index, strip in enumerate(page.strips):
        apart = index > 0 and _is_apart(page.strips[index - 1], strip)
        if first is not None and (apart or singles > _MOST_SINGLES or is_barrier(page, index)):
            found.append((first, last + 1))
            first = None
        if strip.is_multi and not is_barrier(page, index):
            first = index if first is None else first
            last, singles = index, 0
        elif first is not None and not _is_in_cell(page.strips[last], strip):
            singles += 1
    if first is not None:
        found.append((first, last + 1))
    return found


def _is_in_cell(row: Strip, strip: Strip) -> bool:
    """Whether a line of one piece begins where a piece of the last row does that is no label."""
    return any(abs(strip.pieces[0].x0 - piece.x0) <= _ALIGNED for piece in row.pieces[1:])


def _is_apart(above: Strip, below: Strip) -> bool:
    return not 0 <= above.y - below.y <= _APART * max(above.size, below.size)


def is_barrier(page: PageStrips, index: int) -> bool:
    """Whether a line cannot stand inside a grid: a caption, a heading, an item of a list, running text."""
    strip = page.strips[index]
    if strip.amounts:
        return False
    if strip.is_caption:
        return True
    if strip.is_multi:
        return False
    near_margin = strip.pieces[0].x0 <= page.left + _LIST_MARGIN * strip.size
    if strip.is_heading or (strip.is_item and near_margin):
        return True
    return _is_running_text(page, index)


def _is_running_text(page: PageStrips, index: int) -> bool:
    strip = page.strips[index]
    if not _is_wide(page, strip):
        return False
    beside = (index + move for move in (-1, 1) if 0 <= index + move < len(page.strips))
    return not strip.bold or any(_is_wide(page, page.strips[other]) for other in beside)


def _is_wide(page: PageStrips, strip: Strip) -> bool:
    piece = strip.pieces[0]
    at_margin = piece.x0 <= page.left + _MARGIN * strip.size
    return not strip.is_multi and at_margin and piece.x1 - piece.x0 >= _WIDE * (page.right - page.left)


def _grid_at(page: PageStrips, first: int, last: int, floor: int) -> tuple[Found, int] | None:
    """The grid of a stretch with the header above it and the notes below, and where the next may begin."""
    core = part(page.strips[first:last])
    if core is None or not _is_grid(core, page):
        return None
    top = _header_top(page, first, floor, core.columns)
    end = _notes_end(page, last, core)
    strips = page.strips[top:end]
    parts = part(strips)
    if parts is None:
        return None
    return Found(page.page, strips, parts, top == 0, end == len(page.strips)), end


def _header_top(page: PageStrips, first: int, floor: int, columns: Sequence[Column]) -> int:
    """Where the header begins that the first line of several pieces belongs to."""
    top = first
    while top > floor and _is_head(page, top - 1, columns):
        top -= 1
    return top


def _is_head(page: PageStrips, index: int, columns: Sequence[Column]) -> bool:
    strip, below = page.strips[index], page.strips[index + 1]
    step = (strip.y - below.y) / max(strip.size, 1.0)
    if is_barrier(page, index) or strip.amounts or not 0 < step <= _HEAD_STEP:
        return False
    if strip.pieces[0].x0 > columns[0].x1 and strip.pieces[-1].x1 <= columns[-1].x1 + _ALIGNED:
        return True
    narrow = strip.pieces[-1].x1 <= columns[0].x1 + _ALIGNED
    return narrow and strip.bold == below.bold and strip.size == below.size and step <= _SAME_CELL


def _notes_end(page: PageStrips, last: int, core: Parts) -> int:
    """Where the lines end that belong under a grid: the rest of its last row, a header, notes."""
    end = last
    for index in range(last, min(len(page.strips), last + _MOST_NOTES)):
        strip, above = page.strips[index], page.strips[index - 1]
        step = (above.y - strip.y) / max(strip.size, 1.0)
        if not 0 < step <= _NOTE_STEP or strip.is_caption or strip.is_heading or strip.amounts:
            break
        if not (
            goes_on_under(above, strip, core.columns)
            or is_note(strip, page.body_size, core.columns)
            or _is_below(strip, core)
        ):
            break
        end = index + 1
    return end


def _is_below(strip: Strip, core: Parts) -> bool:
    return strip.bold and strip.pieces[0].x0 > core.columns[0].x1


def _is_grid(parts: Parts, page: PageStrips) -> bool:
    if parts.is_numeric:
        return _is_numeric_grid(parts) and not _is_contents(parts, page)
    return _is_text_grid(parts)


def _is_numeric_grid(parts: Parts) -> bool:
    rows = [strip for strip in parts.body if strip.amounts]
    filled = sum(len(row.pieces) for row in rows) / (len(rows) * len(parts.columns))
    headed = bool(parts.header) and any(strip.is_multi or strip.bold for strip in parts.header)
    least = _LEAST_ROWS_UNNAMED if not headed else 1 if len(parts.header[-1].pieces) > 1 else 2
    return len(rows) >= least and filled >= _LEAST_FILL


def _is_contents(parts: Parts, page: PageStrips) -> bool:
    """Whether it is a table of contents: two columns, the last of page numbers that never fall."""
    rows = [strip for strip in parts.body if strip.amounts]
    last = [strip.pieces[-1].text for strip in rows]
    if len(parts.columns) > 3 or parts.header or len(rows) < _LEAST_CONTENTS or not all(t.isdigit() for t in last):
        return False
    numbers = [int(text) for text in last]
    return numbers == sorted(numbers) and numbers[-1] < 2000 and page.page <= numbers[-1] + 20


def _is_text_grid(parts: Parts) -> bool:
    """Whether texts beside each other are a table: a bold header or three columns, and places that agree."""
    rows = [strip for strip in parts.body if strip.is_multi]
    named = any(strip.is_multi and strip.bold for strip in parts.header)
    headed = named and bool(rows) and not rows[0].bold
    if not rows or (not headed and (len(rows) < 3 or len(parts.columns) < 3)):
        return False
    return all(_is_aligned(index, column, rows, parts) for index, column in enumerate(parts.columns))


def _is_aligned(index: int, column: Column, rows: Sequence[Strip], parts: Parts) -> bool:
    """Whether most pieces of a column begin or end where the column does."""
    pieces = [piece for row in rows for piece in row.pieces if column_of(parts.columns, piece) == index]
    begin = sum(piece.x0 <= column.x0 + _ALIGNED for piece in pieces)
    end = sum(piece.x1 >= column.x1 - _ALIGNED for piece in pieces)
    return max(begin, end) >= _MOST_ALIGNED * len(pieces)


def goes_on(before: Found, after: Found) -> bool:
    """Whether a grid at the top of a page is the rest of the one that ends the page before."""
    if after.page != before.page + 1 or not (before.closes_page and after.opens_page):
        return False
    if before.parts.notes or len(before.parts.columns) != len(after.parts.columns):
        return False
    if after.parts.header and not repeats_header(after.parts, before.parts) and after.parts.header[-1].bold:
        return False
    pairs = zip(before.parts.columns, after.parts.columns, strict=True)
    return all(_same_place(one, other) for one, other in pairs)


def repeats_header(after: Parts, before: Parts) -> bool:
    """Whether the header lines say the same."""
    return [strip.text for strip in after.header] == [strip.text for strip in before.header]


def _same_place(one: Column, other: Column) -> bool:
    return abs(one.x0 - other.x0) <= _SAME_PLACE or abs(one.x1 - other.x1) <= _SAME_PLACE
