"""A table as a grid of text: header rows over their columns, the nested stub, the cells, and where each row stands."""

from dataclasses import dataclass

from rich.text import Text

from ingest.document import Cell, CellKind, Table
from service.show.columns import Extent, extent, fitted, panels
from service.show.drawing import GAP, HANG, Block, band, block, fixed
from service.show.facts import Told, periods, units
from service.show.paths import Head, StubLine, header_rows, stub
from service.show.words import lines_text, sure_text

_LONGEST_WORD = 20
_LONGEST_STUB_WORD = 28
_WIDEST_STUB = 60
_WIDEST_CELL = 44
_WIDEST_TAIL = 18
_INDENT = 2
_DIM = "dim"


@dataclass(frozen=True, slots=True)
class Seen:
    """A table with what its drawing is made of."""

    table: Table
    units: Told
    periods: Told
    stub: tuple[StubLine, ...]
    cells: dict[tuple[int, int], Cell]


def seen(table: Table) -> Seen:
    """A table, ready to be drawn."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    return Seen(table, units(table), periods(table), stub(table), cells)


def grid(of: Seen, room: int) -> list[Text]:
    """The grid, drawn in as many panels below each other as the room asks for."""
    left, columns, tails = _stub_extent(of, room), _column_extents(of, room), _tails(of)
    widest = min(_WIDEST_TAIL, room // 6)
    longest = [min(max(map(len, (title, *texts.values()))), widest) for title, texts in tails]
    right = [Extent(width, width) for width in longest]
    lines: list[Text] = []
    for run in panels(columns, [left, *right], room):
        lines += [Text()] if lines else []
        widths = fitted([left, *(columns[at] for at in run), *right], room)
        lines += _Panel(of, run, widths, tails).lines()
    return lines


def cell_note(cell: Cell, of: Seen) -> str:
    """What a cell tells for itself: unit and period where neither its table, row nor column does, and its doubt."""
    place = (cell.row, cell.column)
    own = ", ".join(told.cells[place] for told in (of.units, of.periods) if place in told.cells)
    doubt = f"?{sure_text(cell.confidence)}" if cell.confidence < 1 else ""
    return " ".join(part for part in (f"[{own}]" if own else "", doubt) if part)


@dataclass(frozen=True, slots=True)
class _Panel:
    """Some columns of a grid, with the stub before and the tails behind."""

    of: Seen
    run: range
    widths: list[int]
    tails: list[tuple[str, dict[int, str]]]

    def lines(self) -> list[Text]:
        heads = header_rows(self.of.table)
        lines = [line for level, row in enumerate(heads) for line in self._header(row, last=level == len(heads) - 1)]
        for name, told in (("enhet", self.of.units), ("periode", self.of.periods)):
            if not told.columns.keys().isdisjoint(self.run):
                stub_name = block(name, self.widths[0], style=_DIM)
                lines += band([stub_name, *(self._column_fact(told, at) for at in self.run)], bottom=True)
        rule = Text("─" * (sum(self.widths) + len(GAP) * (len(self.widths) - 1)), style=_DIM)
        return [*lines, rule, *(line for part in self.of.stub for line in self._row(part)), rule]

    def _header(self, row: tuple[Head, ...], *, last: bool) -> list[Text]:
        blocks, rules = [self._blank()], [self._blank()]
        for head in row:
            columns = [at for at in range(head.first, head.first + head.span) if at in self.run]
            if columns:
                width = sum(map(self._width, columns)) + len(GAP) * (len(columns) - 1)
                align = "center" if len(columns) > 1 else self._align(columns[0])
                blocks.append(block(head.text, width, align, "bold"))
                rules.append(Block(("─" * width if head.text else "",), width, style=_DIM))
        if last:
            ends = self.widths[1 + len(self.run) :]
            blocks += [block(title, width, style=_DIM) for (title, _), width in zip(self.tails, ends, strict=True)]
        return band(blocks, bottom=True) + ([] if last else band(rules))

    def _row(self, part: StubLine) -> list[Text]:
        style = "italic" if part.row is None else ""
        label = block(_label(self.of, part), self.widths[0], style=style, indent=_INDENT * part.depth, hang=HANG)
        if part.row is None:
            return band([label]) or [Text()]
        cells = [self._cell(part.row, at) for at in self.run]
        ends = self.widths[1 + len(self.run) :]
        behind = [
            block(texts.get(part.row, ""), width, style=_DIM)
            for (_, texts), width in zip(self.tails, ends, strict=True)
        ]
        return band([label, *cells, *behind]) or [Text()]

    def _cell(self, row: int, column: int) -> Block:
        cell = self.of.cells.get((row, column))
        text = "" if cell is None else _cell_text(cell, self.of)
        style = "" if cell is None else _cell_style(cell)
        return block(text, self._width(column), self._align(column), style)

    def _column_fact(self, told: Told, column: int) -> Block:
        return block(told.columns.get(column, ""), self._width(column), self._align(column), _DIM)

    def _blank(self) -> Block:
        return Block((), self.widths[0])

    def _width(self, column: int) -> int:
        return self.widths[1 + column - self.run.start]

    def _align(self, column: int) -> str:
        kinds = [cell.kind for (_, at), cell in self.of.cells.items() if at == column]
        return "left" if kinds.count(CellKind.TEXT) > kinds.count(CellKind.NUMBER) else "right"


def _tails(of: Seen) -> list[tuple[str, dict[int, str]]]:
    lines = {at: lines_text(row.lines) for at, row in enumerate(of.table.rows)}
    told = [("enhet", of.units.rows), ("periode", of.periods.rows), ("linje", lines)]
    return [(title, texts) for title, texts in told if texts]


def _stub_extent(of: Seen, room: int) -> Extent:
    labels = [(_INDENT * part.depth, _label(of, part)) for part in of.stub]
    words = max((indent + HANG + len(word) for indent, label in labels for word in label.split()), default=1)
    least = min(words, _LONGEST_STUB_WORD, room // 3)
    whole = max((indent + len(label) for indent, label in labels), default=1)
    return Extent(least, max(least, min(whole, _WIDEST_STUB)))


def _column_extents(of: Seen, room: int) -> list[Extent]:
    texts: list[list[str]] = [[] for _ in of.table.columns]
    for cell in of.cells.values():
        texts[cell.column].append(_cell_text(cell, of))
    for at, column in enumerate(of.table.columns):
        texts[at] += [*column.path[-1:], of.units.columns.get(at, ""), of.periods.columns.get(at, "")]
    return [extent(own, min(_LONGEST_WORD, room // 4), _WIDEST_CELL) for own in texts]


def _label(of: Seen, part: StubLine) -> str:
    names = of.table.rows[part.row].names if part.row is not None else ()
    return f"{part.label} ({', '.join(names)})" if names else part.label


def _cell_text(cell: Cell, of: Seen) -> str:
    text = fixed(cell.text) if cell.kind is CellKind.NUMBER else cell.text
    note = cell_note(cell, of)
    return f"{text} {note}" if note else text


def _cell_style(cell: Cell) -> str:
    if cell.confidence < 1:
        return "yellow"
    return _DIM if cell.kind is CellKind.MISSING else ""
