"""Sheets and tables made from a few lines of text, for the tests of this folder."""

from ingest.document import Block, BlockKind, Layout, Line, Page, Sheet, Table
from ingest.tables import find_regions, read_tables
from ingest.tables.plain.seen import Seen, see

PAGE = "\f"
"""What begins a new page in the texts of these tests."""


def sheet(text: str) -> Sheet:
    """A sheet of the lines of a text; a line that begins with `PAGE` is the first of a new page."""
    lines: list[Line] = []
    pages: list[Page] = []
    number = 1
    for index, raw in enumerate(text.strip("\n").split("\n"), start=1):
        if raw.startswith(PAGE):
            pages.append(Page(number, None, pages[-1].last + 1 if pages else 1, index - 1))
            number += 1
        lines.append(Line(index, number, raw.removeprefix(PAGE)))
    pages.append(Page(number, None, pages[-1].last + 1 if pages else 1, len(lines)))
    return Sheet("test.txt", "text/plain", tuple(lines), tuple(pages))


def layout(*captions: tuple[int, str], title: str = "", section: tuple[str, ...] = ()) -> Layout:
    """A layout of captions alone, each told by its line and its name («Tabell 1»)."""
    blocks = [Block(BlockKind.CAPTION, (line,), section, marker=marker) for line, marker in captions]
    return Layout(title, tuple(blocks), ())


def tables(text: str, *captions: tuple[int, str], title: str = "") -> tuple[Table, ...]:
    """The tables of a text."""
    made = sheet(text)
    return read_tables(made, layout(*captions, title=title), find_regions(made))


def seen(text: str) -> tuple[Seen, ...]:
    """The lines of a text as the reader of grids sees them."""
    return see(sheet(text))


def values(table: Table) -> dict[tuple[str, ...], list[str | None]]:
    """For every row path the texts of its cells, column by column, None where a cell is empty."""
    rows: dict[tuple[str, ...], list[str | None]] = {row.path: [None] * len(table.columns) for row in table.rows}
    for cell in table.cells:
        rows[table.rows[cell.row].path][cell.column] = cell.text
    return rows


def headers(table: Table) -> list[tuple[str, ...]]:
    """The paths of the columns."""
    return [column.path for column in table.columns]
