"""What the store gives back: the rows of an index as typed records."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ingest.document import PageState, PassageKind, Span
from ingest.quantities.model import Measure, Period
from ingest.unread import Unread


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document of the index, without its text. Its passages are numbered from `first_passage` on, without a gap.

    `year` is the one it is about, `published` the one it came out in. The lines of `publisher` and `published` are None
    where only the file's metadata say them.
    """

    number: int
    id: str
    source: str
    digest: str
    media_type: str
    title: str
    kind: str
    year: int | None
    language: str
    pages: int
    lines: int
    first_passage: int
    passages: int
    stored_sections: str = "[]"
    stored_names: str = "[]"
    publisher: str | None = None
    publisher_line: int | None = None
    published: int | None = None
    published_line: int | None = None
    stored_unread: str = "[]"

    @property
    def numbers(self) -> range:
        """The numbers of its passages, in the order they stand in."""
        return range(self.first_passage, self.first_passage + self.passages)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name its content stands under in the folder; `source` is the first."""
        return tuple(json.loads(self.stored_names))

    @property
    def sections(self) -> tuple[tuple[tuple[str, ...], int, int, int, int], ...]:
        """Its sections as (path, level, page, first line, last line)."""
        found = json.loads(self.stored_sections)
        return tuple((tuple(path), level, page, first, last) for path, level, page, first, last in found)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Its pages that were not read, state by state; none where all of it was."""
        found = json.loads(self.stored_unread)
        return tuple(Unread(PageState(state), tuple((first, last) for first, last in runs)) for state, runs in found)


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage of the index, with the stems it is found by: of its own reading, and of its context.

    `stored_terms` are the stems of its reading in order, a sentence a line; for most of what is looked at the set will
    do.
    """

    number: int
    document: int
    id: str
    kind: PassageKind
    page: int
    section: tuple[str, ...]
    lines: tuple[int, ...]
    text: str
    reading: str
    context: str
    table: str | None
    row: int | None
    stored_terms: str
    terms: frozenset[str]
    context_terms: frozenset[str]

    @property
    def sentence_terms(self) -> tuple[tuple[str, ...], ...]:
        """The stems of each sentence of its reading, in order."""
        return tuple(tuple(line.split()) for line in self.stored_terms.split("\n"))


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A figure of the index.

    What only a shown figure needs is kept as stored, in JSON, and read when asked for: a question looks at hundreds.
    `sentence_terms` are the stems of its sentence in order, `place` is where among them the number stands, `clause`
    from which to before which of them its own clause goes, `lead_terms` the stems of the sentence before; they say
    nothing for a figure in a table, which has `row_terms` and `column_terms` instead.
    """

    number: int
    passage: int
    id: str
    text: str
    value: Decimal
    scale: int
    unit: str | None
    period: Period | None
    measure: Measure
    approximate: bool
    label: str
    stored_spans: str
    stored_row_path: str
    stored_column_path: str
    table: str | None
    row: int | None
    column: int | None
    row_terms: frozenset[str]
    column_terms: frozenset[str]
    sentence_terms: tuple[str, ...]
    place: int
    clause: tuple[int, int]
    lead_terms: frozenset[str]
    confidence: float

    @property
    def amount(self) -> Decimal:
        """The value in whole units."""
        return self.value * self.scale

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where in the document's lines the number stands."""
        return tuple(Span(*span) for span in json.loads(self.stored_spans))

    @property
    def row_path(self) -> tuple[str, ...]:
        """The labels of the row it stands in, empty outside tables."""
        return tuple(json.loads(self.stored_row_path))

    @property
    def column_path(self) -> tuple[str, ...]:
        """The headers of the column it stands in, empty outside tables."""
        return tuple(json.loads(self.stored_column_path))


def period_of(start: str | None, end: str | None, text: str | None) -> Period | None:
    """A period from its stored columns."""
    if text is None:
        return None
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None, text)
