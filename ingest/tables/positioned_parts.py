"""The parts of a grid on one page: the header over it, the rows of its body, what stands under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.positioned_columns import Column, column_of, find_columns
from ingest.tables.positioned_strips import Strip

_MARK = re.compile(r"^(?:\*+\s?|\d{1,2}\)\s?|[a-z]\)\s?|[a-h]\s(?=[A-ZÆØÅ])|[¹²³⁴⁵⁶⁷⁸⁹]\s?)\S")
_STUB_REACH = 2.0
_SMALLER = 0.93
_SAME_CELL = 1.45


@dataclass(frozen=True, slots=True)
class Parts:
    """The strips of one grid by their role. `below` is a header printed under the body."""

    header: tuple[Strip, ...]
    body: tuple[Strip, ...]
    below: tuple[Strip, ...]
    notes: tuple[Strip, ...]
    columns: tuple[Column, ...]

    @property
    def is_numeric(self) -> bool:
        """Whether there are amounts in it."""
        return any(strip.amounts for strip in self.body)


def part(strips: Sequence[Strip], columns: Sequence[Column] = ()) -> Parts | None:
    """The parts of the strips of one grid; None where there are no columns. `columns` are given if known."""
    rows = [index for index, strip in enumerate(strips) if strip.amounts]
    start = _numeric_start(strips, rows[0]) if rows else _text_start(strips)
    last = rows[-1] if rows else max((i for i, strip in enumerate(strips) if strip.is_multi), default=0)
    if last < start:
        return None
    found = tuple(columns) or _columns(strips, start, last)
    if len(found) < 2:
        return None
    end = _body_end(strips, last, found)
    below = tuple(strip for strip in strips[end:] if _is_header_below(strip, found))
    notes = tuple(strip for strip in strips[end:] if not _is_header_below(strip, found))
    return Parts(tuple(strips[:start]), tuple(strips[start:end]), below, notes, found)


def _columns(strips: Sequence[Strip], start: int, last: int) -> tuple[Column, ...]:
    rows = [strip for strip in strips[start : last + 1] if strip.is_multi]
    return find_columns(rows, [strip for strip in strips[:start] if strip.is_multi])


def _numeric_start(strips: Sequence[Strip], first: int) -> int:
    """Where the body begins whose first amounts stand in strip `first`.

    Lines before it that hold names of columns are header; a lone label after them is a group heading, or the
    beginning of the first label.
    """
    stub = min(strip.pieces[0].x0 for strip in strips[first:])
    heads = [
        index for index in range(first) if strips[index].is_multi or strips[index].pieces[0].x0 > stub + _STUB_REACH
    ]
    start = heads[-1] + 1 if heads else 0
    while start < first and start and _goes_on_in_cell(strips[start - 1], strips[start]):
        start += 1
    return start


def _goes_on_in_cell(above: Strip, below: Strip) -> bool:
    """Whether a lone bold line right under a bold header line is its next line."""
    return above.bold and below.bold and above.y - below.y <= _SAME_CELL * below.size and below.seen.text[0].islower()


def _text_start(strips: Sequence[Strip]) -> int:
    """Where the body begins in a grid of texts: after the bold lines at its top, else after its first line."""
    bold = 0
    while bold < len(strips) and strips[bold].bold:
        bold += 1
    return bold if bold < len(strips) and bold else min(1, len(strips))


def _body_end(strips: Sequence[Strip], last: int, columns: Sequence[Column]) -> int:
    """Where the body ends: after the lines that go on in the cells of its last row."""
    end = last + 1
    while end < len(strips) and goes_on_under(strips[end - 1], strips[end], columns):
        end += 1
    return end


def goes_on_under(above: Strip, below: Strip, columns: Sequence[Column]) -> bool:
    """Whether a line without amounts goes on in the cells of the row above it."""
    close = 0 < above.y - below.y <= _SAME_CELL * above.size
    if not close or below.amounts or below.size < _SMALLER * above.size or below.bold != above.bold:
        return False
    return not _MARK.match(below.seen.text) and all(
        _is_within(columns, index, below) for index in range(len(below.pieces))
    )


def _is_within(columns: Sequence[Column], index: int, strip: Strip) -> bool:
    """Whether a piece begins in its column and does not reach into the next."""
    piece = strip.pieces[index]
    column = column_of(columns, piece)
    limit = columns[column + 1].x0 if column + 1 < len(columns) else columns[column].x1 + _STUB_REACH
    return piece.x0 >= columns[column].x0 - _STUB_REACH and piece.x1 <= limit


def _is_header_below(strip: Strip, columns: Sequence[Column]) -> bool:
    """Whether a line under the body is a header: bold, over columns of cells alone."""
    return strip.bold and all(piece.x0 > columns[0].x1 for piece in strip.pieces)


def is_note(strip: Strip, body_size: float) -> bool:
    """Whether a line under a grid is a note: it begins with a mark, or is printed smaller than running text."""
    return bool(_MARK.match(strip.seen.text)) or strip.size <= _SMALLER * body_size
