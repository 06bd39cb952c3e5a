"""A table row as text: what each of its cells is, and lines built from cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from documents.maker.model import Table
from documents.maker.text.emitter import Emitter, Key
from documents.maker.visual import Seen, SeenRow


@dataclass(frozen=True, slots=True)
class Part:
    """A cell of a row in reading order: its lines, its key, and whether it is a label."""

    lines: tuple[str, ...]
    key: Key
    label: bool

    @property
    def joined(self) -> str:
        """The lines as one."""
        return " ".join(self.lines)


def _key(table: Table, row: int, index: int) -> tuple[Key, bool]:
    labels, cells = len(table.rows[row].labels), len(table.rows[row].cells)
    if labels <= index < labels + cells:
        return ("cell", table.id, row, index - labels), False
    return ("row", table.id, row), True


def parts(table: Table, seen: SeenRow) -> list[Part]:
    """The cells of a body row from left to right, without the empty ones."""
    row = seen.source
    if row is None:
        raise ValueError(f"table {table.id}: a header row has no parts")
    found: list[tuple[int, Part]] = []
    for index, cell in enumerate(seen.cells):
        key, label = _key(table, row, index)
        if cell.lines:
            found.append((cell.column, Part(tuple(cell.shown()), key, label)))
    return [part for _, part in sorted(found, key=lambda pair: pair[0])]


def header_cells(rows: tuple[SeenRow, ...]) -> Iterator[Seen]:
    """The cells of header rows in order."""
    for row in rows:
        yield from sorted(row.cells, key=lambda cell: cell.column)


class RowWriter:
    """Builds the lines of one row: adds cells to the line at hand, and breaks it where a cell has several lines."""

    def __init__(self, out: Emitter, table: Table, row: int) -> None:
        self._out, self._row = out, ("row", table.id, row)
        self._text = ""
        self._keys: list[Key] = []

    def add(self, text: str, key: Key, gap: str = " ") -> None:
        """Put a text at the end of the line at hand."""
        self._text = f"{self._text}{gap}{text}" if self._text else text
        self._keys.append(key)

    def flush(self, *, tight: bool = False) -> None:
        """Write the line at hand."""
        if self._text:
            divided = self._text.endswith("-") and self._text[-2:-1].isalpha()
            self._out.line(self._text + ("" if divided else " "), self._row, *self._keys, tight=tight)
        self._text, self._keys = "", []

    def flow(self, part: Part, *, same: bool) -> None:
        """Put a cell: one line goes on, several break; `same` lets the row go on after its last line."""
        self.add(part.lines[0], part.key)
        for text in part.lines[1:]:
            self.flush()
            self.add(text, part.key)
        if len(part.lines) > 1 and not same:
            self.flush()
            self._out.blank()
