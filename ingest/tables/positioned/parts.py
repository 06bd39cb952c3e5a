"""The parts of a grid on one page: the header over it, the rows of its body, what stands under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.positioned.columns import Column, column_of, find_columns
from ingest.tables.positioned.pitch import inner_step, parted
from ingest.tables.positioned.strips import Piece, Strip

_MARK = re.compile(r"^(?:\*+\s?|\d{1,2}\)\s?|[a-z]\)\s?|[a-h]\s(?=[A-ZÆØÅ])|[¹²³⁴⁵⁶⁷⁸⁹]\s?)\S")
_STUB_REACH = 2.0
_SMALLER = 0.93
_SAME_CELL = 1.45
_NEXT_PARAGRAPH = 2.6


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
    """The columns of the body: of its lines of several pieces, and of those that go on inside a cell."""
    body = strips[start : last + 1]
    labels = max((strip.pieces[0].x1 for strip in body if strip.is_multi), default=0.0)
    rows = [strip for strip in body if strip.is_multi or strip.pieces[0].x0 > labels]
    return find_columns(rows, [strip for strip in strips[:start] if strip.is_multi])


def _numeric_start(strips: Sequence[Strip], first: int) -> int:
    """Where the body begins whose first amounts stand in strip `first`.

    Lines before it that hold names of columns are header, with the lines close under them that go on with a
    name; a lone label after them is a group heading, or the beginning of the first label.
    """
    stub = min(strip.pieces[0].x0 for strip in strips[first:])
    start = max((index + 1 for index in range(first) if strips[index].is_multi), default=0)
    while start < first and _goes_on_with_name(strips[start - 1] if start else None, strips[start], stub):
        start += 1
    return start


def _goes_on_with_name(above: Strip | None, strip: Strip, stub: float) -> bool:
    """Whether a line of one piece is header: over the columns of cells, or close under a header line."""
    if above is None:
        return strip.pieces[0].x0 > stub + _STUB_REACH
    close = above.y - strip.y <= _SAME_CELL * strip.size and above.bold == strip.bold
    return close and (strip.pieces[0].x0 > stub + _STUB_REACH or strip.text[0].islower())


def _text_start(strips: Sequence[Strip]) -> int:
    """Where the body begins in a grid of texts: after the bold lines at its top, else after its first row."""
    bold = next((index for index, strip in enumerate(strips) if not strip.bold), 0)
    if bold:
        return bold
    inner = inner_step(strips)
    return 1 if inner is None else len(parted(strips, inner)[0])


def _body_end(strips: Sequence[Strip], last: int, columns: Sequence[Column]) -> int:
    """Where the body ends: after the lines that go on in the cells of its last row."""
    end = last + 1
    while end < len(strips) and goes_on_under(strips[end - 1], strips[end], columns):
        end += 1
    return end


def goes_on_under(above: Strip, below: Strip, columns: Sequence[Column]) -> bool:
    """Whether a line without amounts goes on in the cells of the row above it.

    The next line of a cell is close; a new paragraph in a column of texts may stand further down.
    """
    if below.amounts or below.size < _SMALLER * above.size or below.bold != above.bold:
        return False
    if _MARK.match(below.text) or not all(_is_within(columns, piece) for piece in below.pieces):
        return False
    in_text = all(any(abs(piece.x0 - column.x0) <= _STUB_REACH for column in columns[1:]) for piece in below.pieces)
    return 0 < above.y - below.y <= (_NEXT_PARAGRAPH if in_text else _SAME_CELL) * above.size


def _is_within(columns: Sequence[Column], piece: Piece) -> bool:
    """Whether a piece begins in its column and does not reach into the next."""
    column = column_of(columns, piece)
    if column + 1 == len(columns):
        return abs(piece.x0 - columns[column].x0) <= _STUB_REACH or piece.x1 <= columns[column].x1 + _STUB_REACH
    return piece.x0 >= columns[column].x0 - _STUB_REACH and piece.x1 <= columns[column + 1].x0


def _is_header_below(strip: Strip, columns: Sequence[Column]) -> bool:
    """Whether a line under the body is a header: bold, over columns of cells alone."""
    return strip.bold and all(piece.x0 > columns[0].x1 for piece in strip.pieces)


def is_note(strip: Strip, body_size: float, columns: Sequence[Column]) -> bool:
    """Whether a line under a grid is a note: at its left edge, with a mark or smaller than running text."""
    if strip.pieces[0].x0 > columns[0].x0 + strip.size:
        return False
    return bool(_MARK.match(strip.text)) or strip.size <= _SMALLER * body_size
