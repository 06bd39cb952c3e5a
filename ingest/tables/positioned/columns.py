"""Columns of a grid: the stretches of the page's width that its rows fill, and which of them a piece stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.positioned.strips import Piece, Strip

_CROSSING_SHARE = 0.05
_OVERLAP = 0.3
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: from where to where the text in it reaches."""

    x0: float
    x1: float

    @property
    def centre(self) -> float:
        """The middle of it."""
        return (self.x0 + self.x1) / 2

    def overlap(self, piece: Piece) -> float:
        """How much of the piece's width lies over the column, in points."""
        return min(self.x1, piece.x1) - max(self.x0, piece.x0)


def find_columns(rows: Sequence[Strip], heads: Sequence[Strip] = ()) -> tuple[Column, ...]:
    """The columns of rows that each have pieces beside each other, left to right.

    A stretch of the width that no piece crosses (or next to none, in a long table) parts columns. Stretches that
    never hold pieces of one and the same line are one column: labels with an indent, dashes in the middle.
    """
    allowed = int(len(rows) * _CROSSING_SHARE)
    columns = _covered([piece for row in rows for piece in row.pieces], allowed)
    together = [_touched(columns, strip.pieces) for strip in (*rows, *heads)]
    merged: list[list[int]] = []
    for index in range(len(columns)):
        if merged and not any(index in found and found & set(merged[-1]) for found in together):
            merged[-1].append(index)
        else:
            merged.append([index])
    found = [Column(columns[group[0]].x0, columns[group[-1]].x1) for group in merged]
    return tuple(_with_empty(found, heads[-1].pieces) if heads else found)


def _with_empty(columns: list[Column], names: Sequence[Piece]) -> list[Column]:
    """The columns, with those that have a name but nothing in them: names that stand over no column, to spare."""
    first = columns[0] if columns else Column(0.0, 0.0)
    named = sum(piece.x0 > first.x1 for piece in names)
    spare = named - (len(columns) - 1)
    apart = [piece for piece in names if piece.x0 > first.x1 and not _touched(columns, (piece,))]
    empty = [Column(piece.x0, piece.x1) for piece in apart if not _is_over(columns, piece)]
    return sorted((*columns, *empty), key=lambda column: column.x0) if 0 < len(empty) <= spare else columns


def _is_over(columns: Sequence[Column], piece: Piece) -> bool:
    return any(column.overlap(piece) > _OVERLAP for column in columns)


def _covered(pieces: Sequence[Piece], allowed: int) -> list[Column]:
    """The stretches that more than `allowed` pieces cover."""
    edges = sorted(
        [(piece.x0, 1) for piece in pieces] + [(piece.x1, -1) for piece in pieces], key=lambda e: (e[0], -e[1])
    )
    columns: list[Column] = []
    depth, start = 0, 0.0
    for x, change in edges:
        before, depth = depth, depth + change
        if before <= allowed < depth:
            start = x
        elif depth <= allowed < before and x > start:
            columns.append(Column(start, x))
    return columns


def _touched(columns: Sequence[Column], pieces: Sequence[Piece]) -> set[int]:
    """The columns that one piece each stands in; a piece over several says nothing."""
    touched: set[int] = set()
    for piece in pieces:
        over = [index for index, column in enumerate(columns) if column.overlap(piece) > _OVERLAP]
        if len(over) == 1:
            touched.add(over[0])
    return touched


def columns_under(columns: Sequence[Column], piece: Piece) -> list[int]:
    """The columns a piece lies over; the nearest where it lies over none."""
    over = [index for index, column in enumerate(columns) if column.overlap(piece) > _OVERLAP]
    if over:
        return over
    return [max(range(len(columns)), key=lambda index: columns[index].overlap(piece))]


def column_of(columns: Sequence[Column], piece: Piece) -> int:
    """The one column a piece of a row belongs to: where most of it lies."""
    over = columns_under(columns, piece)
    return max(over, key=lambda index: (columns[index].overlap(piece), -index))


def split_at_gutters(columns: Sequence[Column], piece: Piece) -> list[Piece]:
    """A piece of numbers that lies over several columns, cut at its spaces that stand in the gutters.

    Where a character stands inside a piece is reckoned from its share of the width: digits are equally wide.
    """
    over = [index for index in columns_under(columns, piece) if _reaches(columns[index], piece)]
    cuts: list[int] = []
    for left, right in pairwise(over):
        cut = _space_in(piece, columns[left].x1, columns[right].x0)
        if cut is None:
            return [piece]
        cuts.append(cut)
    bounds = [0, *(cut + 1 for cut in cuts), len(piece.text) + 1]
    return [_part(piece, start, end - 1) for start, end in pairwise(bounds)]


def _reaches(column: Column, piece: Piece) -> bool:
    return column.overlap(piece) >= _HALF * (column.x1 - column.x0)


def _space_in(piece: Piece, x0: float, x1: float) -> int | None:
    width = (piece.x1 - piece.x0) / max(1, len(piece.text))
    spaces = [index for index, character in enumerate(piece.text) if character == " "]
    near = [index for index in spaces if x0 - 2 * width <= piece.x0 + (index + _HALF) * width <= x1 + 2 * width]
    middle = (x0 + x1) / 2
    return min(near, key=lambda index: abs(piece.x0 + (index + _HALF) * width - middle), default=None)


def _part(piece: Piece, start: int, end: int) -> Piece:
    width = (piece.x1 - piece.x0) / max(1, len(piece.text))
    x0, x1 = piece.x0 + start * width, piece.x0 + end * width
    return Piece(piece.line, piece.start + start, piece.start + end, x0, x1, piece.text[start:end])
