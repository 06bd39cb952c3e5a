"""The reading order of a page: columns of running text are read one after the other, tables row by row.

A gutter is a strip that no piece of text crosses over many rows, with running text on both sides of it. Two columns
of a table have such a strip too, but their pieces are short, or their rows begin together again and again.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from ingest.readers.pdf_lines import pieces
from ingest.readers.pdf_rows import Row, find_rows
from ingest.readers.pdf_words import Word

_MIN_ROWS = 6
_MIN_CHARACTERS = 22
_MIN_FILL = 0.65
_MAX_PIECES = 1.35
_MAX_DIGITS = 0.25
_SHARED_GAP = 1.35
_APART = 1.8
_TABLE_CHUNK = 8
_MAX_DEPTH = 4
_SLACK = 1.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A visually separate part of a row."""

    x0: float
    x1: float
    characters: int
    digits: int


@dataclass(frozen=True, slots=True)
class _Strip:
    """A row cut into pieces."""

    row: Row
    pieces: tuple[_Piece, ...]

    def side(self, x: float, *, left: bool) -> tuple[_Piece, ...]:
        """The pieces on one side of `x`."""
        return tuple(piece for piece in self.pieces if (piece.x0 < x - _SLACK) == left)


@dataclass(frozen=True, slots=True)
class _Gutter:
    """Rows `first` to `last` (not included) stand in columns that part at `x`."""

    x: float
    first: int
    last: int
    characters: int


def reading_order(words: tuple[Word, ...], depth: int = 0) -> list[list[Row]]:
    """The rows of a page in runs that are read one after the other."""
    rows = find_rows(words)
    gutter = _widest_gutter([_strip(row) for row in rows]) if depth < _MAX_DEPTH else None
    if gutter is None:
        return [rows] if rows else []
    inside = [word for row in rows[gutter.first : gutter.last] for word in row.words]
    runs = [rows[: gutter.first]] if gutter.first else []
    for left in (True, False):
        column = tuple(word for word in inside if (word.x0 < gutter.x - _SLACK) == left)
        runs.extend(reading_order(column, depth + 1))
    below = tuple(word for row in rows[gutter.last :] for word in row.words)
    return runs + reading_order(below, depth + 1)


def _strip(row: Row) -> _Strip:
    return _Strip(row, tuple(_piece(piece) for piece in pieces(row)))


def _piece(words: list[Word]) -> _Piece:
    text = " ".join(word.text for word in words)
    digits = sum(character.isdigit() for character in text)
    return _Piece(words[0].x0, max(word.x1 for word in words), len(text), digits)


def _widest_gutter(strips: list[_Strip]) -> _Gutter | None:
    """The gutter with most text in columns, if there is one."""
    starts = Counter(round(piece.x0) for strip in strips for piece in strip.pieces)
    leftmost = min(starts, default=0)
    candidates = [x for x, _ in starts.most_common(12) if x > leftmost + _SLACK and _near(starts, x) >= _MIN_ROWS]
    gutters = [gutter for x in candidates for gutter in _gutters_at(strips, float(x))]
    return max(gutters, key=lambda gutter: gutter.characters, default=None)


def _near(starts: Counter[int], x: int) -> int:
    return starts[x - 1] + starts[x] + starts[x + 1]


def _gutters_at(strips: list[_Strip], x: float) -> list[_Gutter]:
    """The gutters at `x`: each run of rows that no piece crosses, where both sides are running text."""
    found: list[_Gutter] = []
    first = 0
    for index in range(len(strips) + 1):
        if index < len(strips) and not _crosses(strips[index], x):
            continue
        start, end = _trimmed(strips, first, index, x)
        inside = strips[start:end]
        if _is_prose_both_sides(inside, x) and not _is_table(inside, x):
            characters = sum(piece.characters for strip in inside for piece in strip.pieces)
            found.append(_Gutter(x, start, end, characters))
        first = index + 1
    return found


def _crosses(strip: _Strip, x: float) -> bool:
    return any(piece.x0 < x - _SLACK and piece.x1 > x - _SLACK for piece in strip.pieces)


def _trimmed(strips: list[_Strip], first: int, last: int, x: float) -> tuple[int, int]:
    """The run without rows at its ends that stand apart and have one side only."""
    two_sided = [i for i in range(first, last) if strips[i].side(x, left=False)]
    if not two_sided:
        return first, first
    start, end = two_sided[0], two_sided[-1] + 1
    while start > first and not _apart(strips[start - 1], strips[start]):
        start -= 1
    while end < last and not _apart(strips[end - 1], strips[end]):
        end += 1
    return start, end


def _apart(above: _Strip, below: _Strip) -> bool:
    return above.row.y - below.row.y > _APART * max(above.row.size, below.row.size)


def _is_prose_both_sides(strips: list[_Strip], x: float) -> bool:
    if len(strips) < _MIN_ROWS:
        return False
    return all(_is_prose([side for strip in strips if (side := strip.side(x, left=left))]) for left in (True, False))


def _is_prose(sides: list[tuple[_Piece, ...]]) -> bool:
    """Whether the pieces on one side are lines of running text: one piece a row, filling the column."""
    if len(sides) < _MIN_ROWS or mean(len(side) for side in sides) > _MAX_PIECES:
        return False
    width = max(side[-1].x1 for side in sides) - min(side[0].x0 for side in sides)
    filled = median(side[-1].x1 - side[0].x0 for side in sides)
    characters = sum(piece.characters for side in sides for piece in side)
    digits = sum(piece.digits for side in sides for piece in side)
    lengths = median(sum(piece.characters for piece in side) for side in sides)
    return lengths >= _MIN_CHARACTERS and filled >= _MIN_FILL * width and digits <= _MAX_DIGITS * characters


def _is_table(strips: list[_Strip], x: float) -> bool:
    """Whether both sides begin again together at gap after gap, as the rows of a table of texts do."""
    chunks = _chunks(strips)
    aligned = [chunk for chunk in chunks if chunk[0].side(x, left=True) and chunk[0].side(x, left=False)]
    return len(aligned) >= 3 and mean(len(chunk) for chunk in aligned) < _TABLE_CHUNK


def _chunks(strips: list[_Strip]) -> list[list[_Strip]]:
    """The rows, parted where a gap goes through both columns."""
    steps = [above.row.y - below.row.y for above, below in pairwise(strips)]
    pitch = median(steps)
    chunks = [[strips[0]]]
    for step, strip in zip(steps, strips[1:], strict=True):
        if step > _SHARED_GAP * pitch:
            chunks.append([])
        chunks[-1].append(strip)
    return chunks
