"""Answers, documents and ingestions as they are printed in the terminal."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.outcome import Status
from retrieval.index.records import DocumentRecord
from retrieval.phrasing import amount_in_words
from retrieval.update import Update
from service.page_names import page_in_list, page_name
from service.schemas import AskReply, CitationSchema, FigureSchema, PassageSchema
from service.terminal_overview import print_overview
from service.unread import unread_in_words

_STATUS = {
    Status.NEW: "nye",
    Status.CHANGED: "endret",
    Status.UNCHANGED: "uendret",
    Status.REMOVED: "fjernet",
    Status.KEPT: "beholdt",
    Status.FAILED: "ikke lest",
}
_SURE = ((0.85, "sikkert"), (0.65, "ganske sikkert"), (0.0, "usikkert"))


def print_update(console: Console, update: Update) -> None:
    """The summary of an ingestion: how many files of each outcome, and why any could not be read."""
    if update.afresh:
        _say(console, update.afresh)
    counts = Counter(outcome.status for outcome in update.outcomes)
    shown = [status for status in _STATUS if counts[status] or status != Status.KEPT]
    _say(console, ", ".join(f"{counts[status]} {_STATUS[status]}" for status in shown))
    for outcome in update.outcomes:
        if outcome.summary is not None:
            summary = outcome.summary
            _say(
                console,
                f"  {summary.source}: «{summary.title}», {summary.pages} sider, "
                f"{summary.passages} avsnitt, {summary.tables} tabeller, {summary.figures} tall",
            )
            for unread in summary.unread:
                _say(console, f"    {unread_in_words(unread, summary.pages)}", "yellow")
        if outcome.message is not None:
            _say(console, f"  {outcome.source}: {outcome.message}", "red")


def print_documents(console: Console, documents: Iterable[DocumentRecord]) -> None:
    """The documents of an index as a table; ids and file names are never cut, whatever the width."""
    table = Table()
    for name, whole in (("Id", True), ("Tittel", False), ("Type", True), ("År", True), ("Sider", True), ("Fil", False)):
        table.add_column(name, no_wrap=whole, overflow="fold")
    for document in documents:
        title, source = Text(document.title), Text("\n".join(document.names))
        table.add_row(document.id, title, document.kind, str(document.year or ""), _pages(document), source)
    console.print(table)


def _pages(document: DocumentRecord) -> str:
    """«20 (16 ulest)» where not every page was read."""
    unread = sum(one.count for one in document.unread)
    return f"{document.pages} ({unread} ulest)" if unread else str(document.pages)


def print_answer(console: Console, reply: AskReply) -> None:
    """An answer: the figure or the words first, then where it stands, then what else was found."""
    if reply.status == "not_found":
        _print_not_found(console, reply)
    elif reply.overview is not None:
        print_overview(console, reply, reply.overview)
    else:
        _print_found(console, reply)


def _print_not_found(console: Console, reply: AskReply) -> None:
    _say(console, "Ikke funnet i dokumentene.", "bold yellow")
    if reply.trace.get("no_overview"):
        _say(console, str(reply.trace["no_overview"]), "yellow")
    if unknown := reply.trace.get("unknown"):
        _say(console, f"Disse ordene står ikke i dokumentene: {', '.join(unknown)}.", "yellow")
    if reply.passages:
        _say(console, "Det nærmeste som finnes:")
    for passage in reply.passages:
        _print_passage(console, passage)


def _print_found(console: Console, reply: AskReply) -> None:
    figures = reply.figures
    _say(console, reply.answer or "", "bold green")
    sure = next(name for least, name in _SURE if reply.confidence >= least)
    period = f"{figures[0].period}, " if figures and figures[0].period else ""
    _say(console, f"{period}{sure} ({f'{reply.confidence:.2f}'.replace('.', ',')})", "dim")
    if figures:
        _print_citation(console, figures[0])
    for passage in reply.passages[:1] if not figures else ():
        _print_passage(console, passage)
    if figures[1:]:
        _say(console, "\nAndre tall i nærheten:")
        for figure in figures[1:]:
            place = f"{figure.citation.title}, side {page_in_list(figure.citation)}"
            number = amount_in_words(figure.text, figure.scale, figure.unit)
            _say(console, f"  {number} – {figure.label} ({place})")


def _print_citation(console: Console, figure: FigureSchema) -> None:
    place = figure.citation
    _say(console, _source(place), "cyan")
    if figure.cell is not None:
        path = " › ".join([figure.cell.caption or "Tabell", *figure.cell.row, *figure.cell.column])
        _say(console, f"  {path}")
    quote = Text(place.quote)
    if place.highlight is not None:
        quote.stylize("bold reverse", *place.highlight)
    console.print(quote, soft_wrap=True)


def _print_passage(console: Console, passage: PassageSchema) -> None:
    _say(console, _source(passage), "cyan")
    text = Text(passage.text)
    for start, end in passage.highlights:
        text.stylize("bold", start, end)
    console.print(text, soft_wrap=True)


def _source(place: CitationSchema | PassageSchema) -> str:
    chapter = f", {place.section[-1]}" if place.section else ""
    numbers = "–".join(dict.fromkeys(map(str, place.lines)))
    return f"{place.title}{chapter}, {page_name(place)}, linje {numbers}"


def _say(console: Console, line: str, style: str = "") -> None:
    """Print a line as it is: square brackets of a document's own are no markup."""
    console.print(Text(line, style=style), soft_wrap=True)
