"""What an exported conversation holds, whatever the file: paragraphs, quotes and tables, in their order."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from retrieval.phrasing import amount_in_words
from service.export.grids import Grid, overview_grid, row_grid
from service.export.sources import Source
from service.page_names import page_name, printed_page
from service.schemas import AskReply, CitationSchema, FigureSchema, PassageSchema

Language = Literal["nb", "nn", "en"]
Kind = Literal["title", "heading", "answer", "text", "quote", "item"]
Words = Mapping[str, str]
Place = CitationSchema | PassageSchema
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words and what they are. `title` is the part of them that is a document's title, to be set in italics."""

    kind: Kind
    words: str
    title: str = ""

    @property
    def runs(self) -> tuple[tuple[str, bool], ...]:
        """The words in runs, each with whether it is in italics; none of them empty."""
        before, title, after = self.words.partition(self.title) if self.title else (self.words, "", "")
        return tuple(run for run in ((before, False), (title, True), (after, False)) if run[0])


@dataclass(frozen=True, slots=True)
class Turn:
    """A question answered anew; the table its answer stands in, as it is replied; whether the asker holds it wrong."""

    reply: AskReply
    table: Mapping[str, Any] | None
    wrong: bool

    @property
    def cited(self) -> Sequence[Place]:
        """What belongs in a list of sources: nothing of an answer that is not there, or is wrong."""
        return [] if self.wrong or self.reply.status == "not_found" else self.shown

    @property
    def shown(self) -> Sequence[Place]:
        """The places that are shown: all that was put together, else the first figure or passage, else the nearest."""
        reply = self.reply
        if reply.status == "not_found":
            return reply.passages[:NEAREST]
        if reply.overview:
            return [figure.citation for figure in reply.figures]
        if reply.comparison:
            return [reply.figures[index].citation for index in reply.comparison.operands]
        return [reply.figures[0].citation] if reply.figures else reply.passages[:1]


Part = Paragraph | Grid


@lru_cache(maxsize=3)
def words_of(language: Language) -> Words:
    """The words of a language."""
    words: dict[str, dict[str, str]] = tomllib.loads(files("service.export").joinpath("words.toml").read_text("utf8"))
    return words[language]


def content(
    turns: Sequence[Turn], sources: Mapping[str, Source], words: Words, today: date, *, corrected: bool = False
) -> Iterator[Part]:
    """A conversation, part by part; `sources` are the documents by their ids, in the order of a list of sources.

    That a person has `corrected` what is said of the sources is told.
    """
    yield Paragraph("title", words["title"])
    yield Paragraph("text", words["made"].format(date=today.isoformat()))
    for turn in turns:
        yield from _Told(turn, sources, words).parts()
    cited = {place.document for turn in turns for place in turn.cited if sources[place.document].listed}
    if cited:
        yield Paragraph("heading", words["sources"])
    if cited and corrected:
        yield Paragraph("text", words["corrected"])
    for document, source in sources.items():
        if document in cited:
            yield Paragraph("item", source.entry, source.title)


@dataclass(frozen=True, slots=True)
class _Told:
    """A question and what came of it, in the words of a language."""

    turn: Turn
    sources: Mapping[str, Source]
    words: Words

    def parts(self) -> Iterator[Part]:
        reply = self.turn.reply
        yield Paragraph("heading", reply.question)
        if reply.resolved_question.strip() != reply.question.strip():
            yield Paragraph("text", self.words["understood"].format(question=reply.resolved_question))
        if reply.status == "not_found":
            yield from self._not_found(reply)
            return
        yield Paragraph("answer", reply.answer or "")
        yield Paragraph("text", self._sure(reply))
        if self.turn.wrong:
            yield Paragraph("text", self.words["wrong"])
        yield from self._evidence(reply)

    def _sure(self, reply: AskReply) -> str:
        """The chance that the answer is right; of an overview, what of the question its tables lack."""
        if reply.overview is None:
            return self.words["sure"].format(percent=round(reply.confidence * 100))
        lacking = ", ".join(f"«{word}»" for word in reply.overview.lacking)
        return self.words["lacking" if lacking else "holds_all"].format(words=lacking)

    def _not_found(self, reply: AskReply) -> Iterator[Part]:
        yield Paragraph("answer", self.words["not_found"])
        if reply.passages:
            yield Paragraph("text", self.words["nearest"])
        for passage in reply.passages[:NEAREST]:
            yield from self._quoted(passage)

    def _evidence(self, reply: AskReply) -> Iterator[Part]:
        if reply.overview:
            yield overview_grid(reply, reply.overview, self.sources, self.words)
            if reply.overview.computed:
                columns = ", ".join(f"«{column.label}»" for column in reply.overview.computed)
                yield Paragraph("text", self.words["computed_columns"].format(columns=columns))
            for document in dict.fromkeys(figure.citation.document for figure in reply.figures):
                source = self.sources[document]
                stands = f"{source.title} {source.in_text([], self.words)}"
                yield Paragraph("text", self.words["source"].format(source=stands), source.title)
        elif reply.comparison:
            yield Paragraph("text", self.words["computed"])
            for index in reply.comparison.operands:
                figure = reply.figures[index]
                place = self._place(figure.citation)
                yield Paragraph("item", f"{in_words(figure)}: {figure.label}. {place}")
        elif reply.figures:
            yield from self._figure(reply.figures[0])
        else:
            yield from self._quoted(reply.passages[0])

    def _figure(self, figure: FigureSchema) -> Iterator[Part]:
        """A figure in a table as its row of it; elsewhere the words it stands in."""
        grid = row_grid(figure, self.turn.table) if self.turn.table is not None else None
        if grid is None:
            yield from self._quoted(figure.citation)
            return
        if figure.cell and figure.cell.caption:
            yield Paragraph("text", figure.cell.caption)
        yield grid
        yield self._source(figure.citation)

    def _quoted(self, place: Place) -> Iterator[Part]:
        stands = place.quote if isinstance(place, CitationSchema) else place.text
        yield Paragraph("quote", place.reading.text if place.reading else stands)
        yield self._source(place)

    def _source(self, place: Place) -> Paragraph:
        return Paragraph("text", self.words["source"].format(source=self._place(place)))

    def _place(self, place: Place) -> str:
        """«Årsrapport 2024, 2.1 Drift, side 4, linje 7–8 (Nav, 2025, s. 4)»."""
        first, last = place.lines
        lines = self.words["line" if first == last else "lines"].format(first=first, last=last)
        stands = ", ".join([place.title, *place.section[-1:], page_name(place, self.words), lines])
        cited = self.sources[place.document].in_text([printed_page(place)], self.words)
        return f"{stands} {cited}"


def in_words(figure: FigureSchema) -> str:
    """A figure as printed, with its scale and unit."""
    return amount_in_words(figure.text, figure.scale, figure.unit)
