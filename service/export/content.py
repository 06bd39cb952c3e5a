"""What an exported conversation holds, whatever the file: paragraphs, quotes and tables, in their order."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from service.export.sources import source_entry
from service.page_names import page_in_list, page_name
from service.schemas import AskReply, CitationSchema, FigureSchema, OverviewSchema, PassageSchema

Language = Literal["nb", "nn", "en"]
Kind = Literal["title", "heading", "answer", "text", "quote", "item"]
NEAREST = 3
_SCALES = {1000: "tusen", 1_000_000: "millioner", 1_000_000_000: "milliarder"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words and what they are. `title` is the part of them that is a document's title, to be set in italics."""

    kind: Kind
    words: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, the first of them its headers."""

    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | Grid


@lru_cache(maxsize=3)
def words_of(language: Language) -> dict[str, str]:
    """The words of a language."""
    words: dict[str, dict[str, str]] = tomllib.loads(files("service.export").joinpath("words.toml").read_text("utf8"))
    return words[language]


def content(
    replies: Sequence[AskReply], years: Mapping[str, int | None], language: Language, today: date
) -> Iterator[Part]:
    """A conversation, part by part; `years` are those of the documents, by their ids."""
    words = words_of(language)
    yield Paragraph("title", words["title"])
    yield Paragraph("text", words["made"].format(date=today.isoformat()))
    for reply in replies:
        yield from _turn(reply, words)
    places = [place for reply in replies if reply.status == "answered" for place in _cited(reply)]
    entries = sorted({place.document: place.title for place in places}.items(), key=lambda item: item[1].casefold())
    if entries:
        yield Paragraph("heading", words["sources"])
    for document, title in entries:
        pages = {place.page: page_in_list(place) for place in places if place.document == document}
        cited = [pages[page] for page in sorted(pages)]
        yield Paragraph("item", source_entry(title, years.get(document), cited, words), title)


def _turn(reply: AskReply, words: Mapping[str, str]) -> Iterator[Part]:
    yield Paragraph("heading", reply.question)
    if reply.resolved_question.strip() != reply.question.strip():
        yield Paragraph("text", words["understood"].format(question=reply.resolved_question))
    if reply.status == "not_found":
        yield Paragraph("answer", words["not_found"])
        if reply.passages:
            yield Paragraph("text", words["nearest"])
        for passage in reply.passages[:NEAREST]:
            yield from _quoted(passage, words)
        return
    yield Paragraph("answer", reply.answer or "")
    yield Paragraph("text", words["sure"].format(percent=round(reply.confidence * 100)))
    if reply.overview:
        yield _grid(reply.overview, reply.figures, words)
    elif reply.comparison:
        yield Paragraph("text", words["computed"])
        for index in reply.comparison.operands:
            figure = reply.figures[index]
            yield Paragraph("item", f"{in_words(figure)}: {figure.label}. {_source(figure.citation, words)}")
    else:
        yield from _quoted(_cited(reply)[0], words)


def in_words(figure: FigureSchema) -> str:
    """A figure as printed, with its scale and unit."""
    number = " ".join(figure.text.split())
    if number.endswith("%"):
        return number
    return " ".join(part for part in (number, _SCALES.get(figure.scale, ""), figure.unit or "") if part)


def _cited(reply: AskReply) -> list[CitationSchema | PassageSchema]:
    """The places the answer stands on: all that was put together, else the first figure or passage."""
    if reply.overview:
        return [figure.citation for figure in reply.figures]
    if reply.comparison:
        return [reply.figures[index].citation for index in reply.comparison.operands]
    return [reply.figures[0].citation] if reply.figures else list(reply.passages[:1])


def _quoted(place: CitationSchema | PassageSchema, words: Mapping[str, str]) -> Iterator[Part]:
    stands = place.quote if isinstance(place, CitationSchema) else place.text
    yield Paragraph("quote", " ".join((place.reading.text if place.reading else stands).split()))
    yield Paragraph("text", words["source"].format(source=_source(place, words)))


def _source(place: CitationSchema | PassageSchema, words: Mapping[str, str]) -> str:
    first, last = place.lines
    lines = words["line" if first == last else "lines"].format(first=first, last=last)
    return ", ".join([place.title, *place.section[-1:], page_name(place, words), lines])


def _grid(overview: OverviewSchema, figures: Sequence[FigureSchema], words: Mapping[str, str]) -> Grid:
    rows = [("", *overview.columns)]
    for row in overview.rows:
        cells = (words["absent"] if cell.figure is None else in_words(figures[cell.figure]) for cell in row.cells)
        rows.append((row.label, *cells))
    return Grid(tuple(rows))
