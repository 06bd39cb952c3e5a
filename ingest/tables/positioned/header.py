"""The header lines of a grid → header rows: wrapped names put together, and group headers over their columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.grid import GridRow, Slot
from ingest.tables.positioned.columns import Column, columns_under
from ingest.tables.positioned.pitch import inner_step
from ingest.tables.positioned.rows import slot_of
from ingest.tables.positioned.strips import Piece, PieceKind, Strip

_DENSE_STEP = 1.45
_EMPTY = Slot("", ())
_UNCOVERED = 0.5
_ALONE = 0.3
_UNEQUAL = 0.1
_REPEATED = 1.0
_MOST_SPREADS = 20_000


@dataclass(eq=False)
class HeadCell:
    """A header cell: its pieces from the top, and the columns it stands over."""

    pieces: list[Piece]
    top: float
    bottom: float
    first: int = 0
    last: int = 0
    height: int = 0

    @property
    def x0(self) -> float:
        """Where it begins."""
        return min(piece.x0 for piece in self.pieces)

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(piece.x1 for piece in self.pieces)

    @property
    def text(self) -> str:
        """What it says."""
        return slot_of(self.pieces).text


def header_rows(strips: Sequence[Strip], columns: Sequence[Column], below: Sequence[Strip] = ()) -> list[GridRow]:
    """The header rows from the outermost level to the names of the columns; `below` is a header under the body."""
    if not strips and not below:
        return []
    cells = _cells(strips)
    for cell in _cells(below):
        cell.top = cell.bottom = max((other.top for other in cells), default=0.0) + cell.top + 1.0
        cells.insert(0, cell)
    size = (strips or below)[0].size
    _place_leaves(cells, columns)
    for height in range(1, max((cell.height for cell in cells), default=0) + 1):
        _spread([cell for cell in cells if cell.height == height], cells, columns, size)
    return [_row(level, columns) for level in _levels(cells)]


def _cells(strips: Sequence[Strip]) -> list[HeadCell]:
    """The header cells: a piece joins the one above it where they are lines of one cell."""
    if not strips:
        return []
    inner = inner_step(strips) if len(strips) > 1 else None
    reach = (_DENSE_STEP if inner is None else max(inner, 0.9)) * strips[0].size
    cells: list[HeadCell] = []
    for strip in strips:
        higher = [cell for cell in cells if cell.bottom > strip.y]
        for piece in strip.pieces:
            over = [cell for cell in higher if _over(cell, piece)]
            above = min(over, key=lambda cell: (cell.bottom, -_shared(cell, piece)), default=None)
            if above and above.bottom - strip.y <= reach and _goes_on(above, piece, strip, higher):
                above.pieces.append(piece)
                above.bottom = strip.y
            else:
                cells.append(HeadCell([piece], strip.y, strip.y))
    return cells


def _shared(cell: HeadCell, piece: Piece) -> float:
    return min(cell.x1, piece.x1) - max(cell.x0, piece.x0)


def _over(cell: HeadCell, piece: Piece) -> bool:
    return _shared(cell, piece) > 0


def _goes_on(above: HeadCell, piece: Piece, strip: Strip, higher: Sequence[HeadCell]) -> bool:
    """Whether a piece is the next line of the cell above it, rather than one of the names that the cell stands over.

    It is not where another piece of its line is under that cell too, nor where it is a year in a line with years
    that have nothing above them.
    """
    others = [other for other in strip.pieces if other is not piece]
    if any(_over(above, other) for other in others):
        return False
    years = [other for other in others if other.kind is PieceKind.PERIOD]
    return piece.kind is not PieceKind.PERIOD or all(any(_over(cell, year) for cell in higher) for year in years)


def _place_leaves(cells: list[HeadCell], columns: Sequence[Column]) -> None:
    """Give each cell its height over the names of columns, and each name its column."""
    for cell in sorted(cells, key=lambda cell: cell.bottom):
        lower = [other for other in cells if other.top < cell.bottom and _above(cell, other)]
        cell.height = 1 + max(other.height for other in lower) if lower else 0
    for cell in cells:
        over = columns_under(columns, Piece(0, 0, 0, cell.x0, cell.x1, ""))
        cell.first, cell.last = over[0], over[-1]
    for cell in cells:
        if cell.height == 0 and any(_under(other, cell) for other in cells):
            cell.height = 1
    _settle([cell for cell in cells if cell.height == 0], columns)


def _above(cell: HeadCell, other: HeadCell) -> bool:
    """Whether the cells share part of the width, so that one stands over the other."""
    return min(cell.x1, other.x1) - max(cell.x0, other.x0) > 0


def _under(other: HeadCell, cell: HeadCell) -> bool:
    """Whether the column nearest to a cell in the white between columns has its name in another, lower cell."""
    return other.height == 0 and other.top < cell.bottom and other.first <= cell.first <= other.last


def _settle(leaves: list[HeadCell], columns: Sequence[Column]) -> None:
    """Give each name a column of its own, in order, and those beside it that it lies over and no other name has."""
    leaves.sort(key=lambda cell: cell.x0)
    if len(leaves) > len(columns):
        return
    places = _best_places(leaves, columns)
    for index, (cell, place) in enumerate(zip(leaves, places, strict=True)):
        floor = places[index - 1] + 1 if index else 0
        limit = places[index + 1] - 1 if index + 1 < len(places) else len(columns) - 1
        over = range(max(cell.first, floor), min(cell.last, limit) + 1)
        cell.first, cell.last = min((*over, place)), max((*over, place))


def _best_places(leaves: Sequence[HeadCell], columns: Sequence[Column]) -> list[int]:
    """The columns, rising, that the names are together best aligned with."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for count, cell in enumerate(leaves):
        rows: list[tuple[float, list[int]]] = []
        for column in range(count, len(columns) - len(leaves) + count + 1):
            before = [option for option in best if not option[1] or option[1][-1] < column]
            cost, places = min(before, key=lambda option: option[0])
            rows.append((cost + _distance(cell, columns[column]), [*places, column]))
        best = rows
    return min(best, key=lambda option: option[0])[1]


def _distance(cell: HeadCell, column: Column) -> float:
    """How badly a name is aligned with a column: by its left edge, its right edge or its middle."""
    centre = abs((cell.x0 + cell.x1) / 2 - column.centre)
    return min(abs(cell.x0 - column.x0), abs(cell.x1 - column.x1), centre)


def _spread(groups: list[HeadCell], cells: Sequence[HeadCell], columns: Sequence[Column], size: float) -> None:
    """Give group headers of one level the columns that they are printed over, by how they are aligned."""
    groups.sort(key=lambda cell: cell.x0)
    leaves = _leaf_texts(cells, columns)
    best: tuple[float, tuple[tuple[int, int], ...]] | None = None
    for count, spread in enumerate(_spreads(groups, 1, len(columns))):
        cost = _cost(groups, spread, columns, leaves, size)
        if best is None or cost < best[0]:
            best = (cost, spread)
        if count > _MOST_SPREADS:
            break
    if best:
        for cell, (first, last) in zip(groups, best[1], strict=True):
            cell.first, cell.last = first, last


def _leaf_texts(cells: Sequence[HeadCell], columns: Sequence[Column]) -> list[str]:
    texts = [""] * len(columns)
    for cell in cells:
        if cell.height == 0:
            texts[cell.first : cell.last + 1] = [cell.text] * (cell.last + 1 - cell.first)
    return texts


def _spreads(groups: Sequence[HeadCell], start: int, end: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Every way to give each group a run of neighbouring columns, in order, with what it lies over among them."""
    if not groups:
        yield ()
        return
    cell, rest = groups[0], groups[1:]
    for first in range(start, cell.first + 1):
        for last in range(max(first, cell.last), end - len(rest)):
            for others in _spreads(rest, last + 1, end):
                yield ((first, last), *others)


def _cost(
    groups: Sequence[HeadCell],
    spread: Sequence[tuple[int, int]],
    columns: Sequence[Column],
    leaves: Sequence[str],
    size: float,
) -> float:
    """How unlikely a spread is: ill aligned, columns left over, a group of one, groups of unequal columns."""
    cost = 0.0
    for cell, (first, last) in zip(groups, spread, strict=True):
        cost += _distance(cell, Column(columns[first].x0, columns[last].x1)) / size
        cost += _ALONE if first == last else 0.0
    widths = [last - first + 1 for first, last in spread]
    cost += _UNCOVERED * (len(columns) - 1 - sum(widths))
    cost += _UNEQUAL * sum(one != other for one, other in pairwise(widths))
    names = {tuple(leaves[first : last + 1]) for first, last in spread}
    return cost - (_REPEATED if len(spread) > 1 and len(names) == 1 else 0.0)


def _levels(cells: Sequence[HeadCell]) -> list[list[HeadCell]]:
    top = max((cell.height for cell in cells), default=0)
    return [[cell for cell in cells if cell.height == height] for height in range(top, -1, -1)]


def _row(level: Sequence[HeadCell], columns: Sequence[Column]) -> GridRow:
    slots = [_EMPTY] * len(columns)
    for cell in sorted(level, key=lambda cell: -cell.top):
        for index in range(cell.first, cell.last + 1):
            before = slots[index]
            slot = slot_of(cell.pieces)
            text = f"{before.text} {slot.text}".strip()
            slots[index] = Slot(text, before.spans + slot.spans)
    lines = sorted({piece.line for cell in level for piece in cell.pieces})
    return GridRow(tuple(lines), tuple(slots))
