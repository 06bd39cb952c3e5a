"""A table as it is seen: rows of wrapped cells over columns of given widths."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.maker.lines import Breaker
from documents.maker.model import Row, Table, Text
from documents.maker.style import Face, Look

PAD = 4.0
_INSET = 5.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A cell as seen: its lines, the mark after the last, its first column and how many it spans."""

    lines: tuple[str, ...]
    mark: str
    column: int
    span: int
    face: Face
    right: bool
    inset: float = 0.0

    def shown(self) -> list[str]:
        """The lines with the mark glued to the last."""
        return [*self.lines[:-1], self.lines[-1] + self.mark] if self.lines else []


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row as seen. `source` is its index among the table's rows, None for a header."""

    cells: tuple[Seen, ...]
    height: float
    source: int | None
    group: bool = False


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table as seen: column edges from its left side, header, body and what stands below the body."""

    table: Table
    edges: tuple[float, ...]
    header: tuple[SeenRow, ...]
    body: tuple[SeenRow, ...]
    footer: tuple[SeenRow, ...]


class Wrapper:
    """Wraps the cells of one table."""

    def __init__(self, table: Table, look: Look, breaker: Breaker) -> None:
        size = table.number("size", look.cell.size)
        self._cell = replace(look.cell, size=size, leading=size * 1.28)
        self._head = replace(look.head, size=size, leading=size * 1.28)
        self._table = table
        self._breaker = Breaker({}) if table.shape == "panels" else breaker
        self._panels = "right" in table.look
        self._left = len(table.stub) + int(table.number("left", 0))
        count = len(table.stub) + len(table.columns) + self._panels
        weights = [float(w) for w in table.strings("widths")] or [3.0] * len(table.stub) + [1.0] * len(table.columns)
        if len(weights) != count:
            raise ValueError(f"table {table.id}: {len(weights)} widths for {count} columns")
        total, edge, edges = sum(weights), 0.0, [0.0]
        for weight in weights:
            edge += weight / total * look.measure
            edges.append(edge)
        self.edges = tuple(edges)

    def slot(self, column: int) -> int:
        """Where a data column stands among the columns seen."""
        slot = len(self._table.stub) + column
        return slot + 1 if self._panels and slot >= self._left else slot

    def seen(self, source: str, column: int, span: int = 1, *, bold: bool = False, right: bool = False) -> Seen:
        """A cell wrapped to the width of its columns."""
        plain, _, mark = source.partition("^")
        face = self._head if bold else self._cell
        inset = 0.0 if right or column < len(self._table.stub) else _INSET
        limit = self.edges[column + span] - self.edges[column] - PAD - inset
        lines: list[str] = []
        for part in plain.split(" // "):
            text = Text(part.strip())
            lines += [piece.show(text) for piece in self._breaker.break_lines(text, limit, face.width)]
        return Seen(tuple(lines), mark, column, span, face, right, inset)

    def row(self, cells: list[Seen], source: int | None, *, group: bool = False) -> SeenRow:
        """A row as high as its highest cell."""
        height = max((len(cell.lines) * cell.face.leading for cell in cells), default=0)
        return SeenRow(tuple(cells), height + PAD, source, group)

    def data_row(self, row: Row, source: int) -> SeenRow:
        """One row of the body."""
        if row.group:
            return self.row([self.seen(row.labels[0], 0, len(self.edges) - 1, bold=True)], source, group=True)
        cells = [self.seen(label, index) for index, label in enumerate(row.labels)]
        for index, cell in enumerate(row.cells):
            right = cell.kind != "text"
            cells.append(self.seen(f"{cell.text}^{cell.mark}", self.slot(index), right=right))
        if row.right:
            cells.append(self.seen(row.right, self._left))
        return self.row(cells, source)

    def header_level(self, level: int) -> Iterator[Seen]:
        """The header cells of one level: a name shared by neighbours is one cell over them."""
        columns = self._table.columns
        index = 0
        while index < len(columns):
            path = columns[index].path[: level + 1]
            last = index
            while last + 1 < len(columns) and columns[last + 1].path[: level + 1] == path:
                last += 1
            if level < len(columns[index].path):
                slot = self.slot(index)
                yield self.seen(path[level], slot, self.slot(last) - slot + 1, bold=True, right=self._right(index))
            index = last + 1

    def _right(self, column: int) -> bool:
        cells = (row.cells[column] for row in self._table.rows if column < len(row.cells))
        return any(cell.kind == "number" for cell in cells)

    def stub_heads(self) -> list[Seen]:
        """The names above the label columns."""
        heads = [self.seen(name, index, bold=True) for index, name in enumerate(self._table.stub)]
        if self._panels:
            heads.append(self.seen(self._table.hint("right"), self._left, bold=True))
        return [head for head in heads if head.lines]


def see(table: Table, look: Look, breaker: Breaker) -> SeenTable:
    """The table wrapped into rows of lines."""
    wrap = Wrapper(table, look, breaker)
    depth = max(len(column.path) for column in table.columns)
    levels = [list(wrap.header_level(level)) for level in range(depth)]
    below = [levels.pop(0)] if table.shape == "header_below" else []
    levels[-1] = [*wrap.stub_heads(), *levels[-1]]
    header = tuple(wrap.row(cells, None) for cells in levels) if table.hint("headless") != "1" else ()
    body = tuple(wrap.data_row(row, index) for index, row in enumerate(table.rows))
    return SeenTable(table, wrap.edges, header, body, tuple(wrap.row(cells, None) for cells in below))
