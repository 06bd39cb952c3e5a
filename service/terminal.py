"""Answers, documents and ingestions as they are printed in the terminal."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.pipeline import Status
from retrieval.index.records import DocumentRecord
from retrieval.update import Update
from service.schemas import AskReply, FigureSchema, PassageSchema

_STATUS = {
    Status.NEW: "nye",
    Status.CHANGED: "endret",
    Status.UNCHANGED: "uendret",
    Status.REMOVED: "fjernet",
    Status.FAILED: "ikke lest",
}
_SURE = ((0.85, "sikkert"), (0.65, "ganske sikkert"), (0.0, "usikkert"))


def print_update(console: Console, update: Update) -> None:
    """The summary of an ingestion: how many files of each outcome, and why any could not be read."""
    if update.afresh:
        console.print(update.afresh, highlight=False)
    counts = Counter(outcome.status for outcome in update.outcomes)
    console.print(", ".join(f"{counts[status]} {name}" for status, name in _STATUS.items()), highlight=False)
    for outcome in update.outcomes:
        if outcome.document is not None:
            document = outcome.document
            console.print(
                f"  {document.source}: «{document.title}», {len(document.sheet.pages)} sider, "
                f"{len(document.passages)} avsnitt, {len(document.tables)} tabeller, {len(document.figures)} tall",
                highlight=False,
                soft_wrap=True,
            )
        if outcome.message is not None:
            console.print(f"  {outcome.source}: {outcome.message}", style="red", highlight=False, soft_wrap=True)


def print_documents(console: Console, documents: Iterable[DocumentRecord]) -> None:
    """The documents of an index as a table."""
    table = Table("Id", "Tittel", "Type", "År", "Sider", "Avsnitt", "Fil")
    for document in documents:
        numbers = (str(document.year or ""), str(document.pages), str(document.passages))
        table.add_row(document.id, document.title, document.kind, *numbers, document.source)
    console.print(table)


def print_answer(console: Console, reply: AskReply) -> None:
    """An answer: the figure or the words first, then where it stands, then what else was found."""
    if reply.status == "not_found":
        console.print("Ikke funnet i dokumentene.", style="bold yellow")
        console.print("Det nærmeste som finnes:", highlight=False)
        for passage in reply.passages:
            _print_passage(console, passage)
        return
    figures = reply.figures
    console.print(Text(reply.answer or "", style="bold green"), soft_wrap=True)
    sure = next(name for least, name in _SURE if reply.confidence >= least)
    period = f"{figures[0].period}, " if figures and figures[0].period else ""
    console.print(f"{period}{sure} ({reply.confidence:.2f})".replace(".", ","), style="dim", highlight=False)
    if figures:
        _print_citation(console, figures[0])
    for passage in reply.passages[:1] if not figures else ():
        _print_passage(console, passage)
    if figures[1:]:
        console.print("\nAndre tall i nærheten:", highlight=False)
        for figure in figures[1:]:
            place = f"{figure.citation.title}, side {figure.citation.page}"
            line = f"  {figure.text} {figure.unit or ''} – {figure.label} ({place})"
            console.print(line, highlight=False, soft_wrap=True)


def _print_citation(console: Console, figure: FigureSchema) -> None:
    place = figure.citation
    console.print(Text(_source(place.title, place.section, place.page, place.lines), style="cyan"), soft_wrap=True)
    if figure.cell is not None:
        path = " › ".join([figure.cell.caption or "Tabell", *figure.cell.row, *figure.cell.column])
        console.print(f"  {path}", highlight=False, soft_wrap=True)
    quote = Text(place.quote)
    if place.highlight is not None:
        quote.stylize("bold reverse", *place.highlight)
    console.print(quote, soft_wrap=True)


def _print_passage(console: Console, passage: PassageSchema) -> None:
    console.print(
        Text(_source(passage.title, passage.section, passage.page, passage.lines), style="cyan"), soft_wrap=True
    )
    text = Text(passage.text)
    for start, end in passage.highlights:
        text.stylize("bold", start, end)
    console.print(text, soft_wrap=True)


def _source(title: str, section: list[str], page: int, lines: tuple[int, int]) -> str:
    chapter = f", {section[-1]}" if section else ""
    return f"{title}{chapter}, side {page}, linje {lines[0]}–{lines[1]}"
