"""An overview as it is printed in the terminal: the table, where each row stands, and what is not there."""

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from service.page_names import page_in_list
from service.schemas import AskReply, CitationSchema, OverviewSchema
from service.spreadsheets.sheet import NOT_FOUND, NOT_THERE, Sheet, SheetColumn, SheetRow, Value, sheet_of

MOST_OTHERS = 6
_EMPTY = {NOT_THERE: "– ikke oppgitt i dokumentet", NOT_FOUND: "«ikke funnet»: ingen tabell har det"}


def print_overview(console: Console, reply: AskReply, overview: OverviewSchema) -> None:
    """The title, the table with a source for every row, and under it what the signs and the documents are."""
    sheet = sheet_of(reply, overview)
    console.print(Text(overview.title, style="bold green"))
    documents = list(dict.fromkeys(figure.citation.title for figure in reply.figures))
    console.print(_table(sheet, documents))
    for at, title in enumerate(documents, 1):
        console.print(Text(f"{_mark(documents, at)}{title}", style="cyan"), soft_wrap=True)
    shown = {value.shown for row in sheet.rows for value in row.values if isinstance(value.shown, str)}
    for sign in sorted(shown & _EMPTY.keys()):
        console.print(Text(_EMPTY[sign], style="dim"))
    if any(column.computed for column in sheet.columns):
        console.print(Text("* regnet ut av tallene i raden", style="dim"))
    if overview.others:
        others = ", ".join(f"«{name}»" for name in overview.others[:MOST_OTHERS])
        console.print(Text(f"Kan også vises: {others}", style="dim"), soft_wrap=True)


def _table(sheet: Sheet, documents: Sequence[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("", overflow="fold", ratio=None)
    if sheet.mixed:
        table.add_column("Enhet", overflow="fold")
    for column in sheet.columns:
        table.add_column(_heading(column), justify="right", overflow="fold")
    table.add_column("Side: linje", style="cyan", overflow="fold")
    for row in sheet.rows:
        units = [Text(row.unit)] if sheet.mixed else []
        cells = (_shown(value) for value in row.values)
        source = Text(_sources(row, documents))
        table.add_row(Text(row.label), *units, *cells, source, style="bold" if row.total else "")
    return table


def _heading(column: SheetColumn) -> Text:
    star = " *" if column.computed else ""
    return Text(f"{column.heading}{star}\n{column.unit}" if column.unit else f"{column.heading}{star}")


def _shown(value: Value) -> Text:
    """A figure as it is printed in its document; a computed number grouped in the Norwegian way."""
    if value.figure is not None:
        return Text(value.figure.text)
    if isinstance(value.shown, str):
        return Text(value.shown, style="dim")
    return Text(f"{value.shown:,f}".replace(",", " ").replace(".", ","), style="italic")


def _sources(row: SheetRow, documents: Sequence[str]) -> str:
    """«45: 2709», or several where the cells of a row stand apart; of several documents with their numbers."""
    places = [value.figure.citation for value in row.values if value.figure is not None]
    return ", ".join(dict.fromkeys(_place(place, documents) for place in places))


def _place(place: CitationSchema, documents: Sequence[str]) -> str:
    first, last = place.lines
    lines = f"{first}" if first == last else f"{first}–{last}"
    return f"{_mark(documents, documents.index(place.title) + 1)}{page_in_list(place)}: {lines}"


def _mark(documents: Iterable[str], at: int) -> str:
    return f"[{at}] " if len(list(documents)) > 1 else ""
