"""Tables as they are printed in the terminal: where each stands, what holds for all of it, the grid, its notes."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from ingest.document import Document, Table
from service.show.drawing import HANG, band, block, printable, write
from service.show.grid import Seen, grid, seen
from service.show.words import count, lines_text, page_text, path_text

_LEAST_ROOM = 40


def print_tables(console: Console, document: Document) -> None:
    """Every table of a document, in the order they stand."""
    if not document.tables:
        write(console, ["Ingen tabeller."])
    labels = {page.number: page.label for page in document.sheet.pages}
    for table in document.tables:
        write(console, _drawn(table, labels.get(table.page), max(console.width, _LEAST_ROOM)))
        write(console, [Text()])


def about(of: Seen) -> list[str]:
    """What holds for the whole table: its size, its unit and period where all its numbers share them, its doubts."""
    table = of.table
    doubtful = sum(cell.confidence < 1 for cell in table.cells)
    shared = [("enhet", of.units.table), ("periode", of.periods.table)]
    return [
        f"{count(len(table.rows), 'rad', 'rader')} × {count(len(table.columns), 'kolonne', 'kolonner')}",
        *(f"{name}: {said}" for name, said in shared if said),
        *([count(doubtful, "usikker celle", "usikre celler")] if doubtful else []),
    ]


def _drawn(table: Table, label: str | None, room: int) -> Iterator[Text]:
    of = seen(table)
    place = [page_text(table.page, label), f"linje {lines_text(table.lines)}", path_text(table.section)]
    yield from _heading(table, room)
    for parts in (place, about(of)):
        yield from band([block(" · ".join(part for part in parts if part), room, style="dim", hang=HANG)])
    yield from grid(of, room)
    yield from _notes(table, room)


def _heading(table: Table, room: int) -> Iterable[Text]:
    name = Text(f"{printable(table.id)}  ", style="cyan")
    width = max(room - len(name), 1)
    for at, line in enumerate(band([block(table.caption or "(uten tabelltekst)", width, style="bold")])):
        yield (name if at == 0 else Text(" " * len(name))) + line


def _notes(table: Table, room: int) -> Iterable[Text]:
    for note in table.notes:
        text = f"{note.mark} {note.text}" if note.mark else note.text
        yield from band([block(f"{text} (linje {lines_text(note.lines)})", room, hang=HANG)])
