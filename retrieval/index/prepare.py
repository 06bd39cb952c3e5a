"""A document → the rows the store will hold of it, made where the document was read."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ingest.clauses import standing
from ingest.document import Document, Figure, Passage, Table
from ingest.sentences import sentences
from ingest.unread import unread_pages
from retrieval.analysis import Analyzer
from retrieval.analysis.abbreviations import abbreviations, acronyms
from retrieval.analysis.words import words
from retrieval.said import said

_FAR = 2000
"""Characters of a sentence to either side of a figure that speak of it; a sentence without end has more."""

Row = Mapping[str, object]
"""A row of a table of the store, by column."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of one document, without the numbers they get when they are stored.

    A figure's `passage` is the place of its passage in `passages`, from 0. `terms` tells in how many of the
    document's passages each stem stands.
    """

    digest: str
    document: Row
    pages: Sequence[Row]
    tables: Sequence[Row]
    passages: Sequence[Row]
    figures: Sequence[Row]
    abbreviations: Sequence[Row]
    acronyms: Sequence[Row]
    terms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The stems of a figure's sentence, where among them the number stands, its clause from first to past last.

    `lead` are the stems of the sentence before it in its passage.
    """

    terms: Sequence[str] = ()
    place: int = 0
    clause: tuple[int, int] = (0, 0)
    lead: Sequence[str] = ()


class Preparer:
    """Makes documents ready for the store; may be sent to other processes."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer

    def __call__(self, document: Document) -> Prepared:
        """The rows of a document."""
        passages = [self._passage(passage) for passage in document.passages]
        counted: Counter[str] = Counter()
        for row in passages:
            counted.update({*str(row["terms"]).split(), *str(row["context_terms"]).split()})
        pairs = {pair for passage in document.passages for pair in abbreviations(passage.reading)}
        short = {self._run(word) for passage in document.passages for word in acronyms(passage.reading)}
        return Prepared(
            digest=document.digest,
            document=_document(document),
            pages=_pages(document),
            tables=[{"id": table.id, "caption": table.caption, "content": _json(table)} for table in document.tables],
            passages=passages,
            figures=self._figures(document),
            abbreviations=[{"short": self._run(one), "long": self._run(other)} for one, other in sorted(pairs)],
            acronyms=[{"term": term} for term in sorted(short)],
            terms=counted,
        )

    def _passage(self, passage: Passage) -> Row:
        return {
            "id": passage.id,
            "kind": passage.kind.value,
            "page": passage.page,
            "section": json.dumps(passage.section, ensure_ascii=False),
            "lines": json.dumps(passage.lines),
            "text": passage.text,
            "reading": passage.reading,
            "context": passage.context,
            "table_id": passage.table,
            "row_number": passage.row,
            "terms": "\n".join(" ".join(self._analyzer.terms(text)) for text in _texts(passage)),
            "context_terms": " ".join(self._analyzer.terms(passage.context)),
        }

    def _figures(self, document: Document) -> list[Row]:
        tables = {table.id: table for table in document.tables}
        places = {passage.id: at for at, passage in enumerate(document.passages)}
        ends = [sentences(passage.reading) for passage in document.passages]
        rows: list[Row] = []
        for figure in document.figures:
            at = places[figure.passage]
            around = self._sentence(figure, document.passages[at], ends[at])
            rows.append({"passage": at, **self._figure(figure, tables.get(figure.table or ""), around)})
        return rows

    def _figure(self, figure: Figure, table: Table | None, around: _Sentence) -> Row:
        in_table = table is not None and figure.row is not None and figure.column is not None
        row = table.rows[figure.row] if in_table else None  # type: ignore[union-attr, index]
        column = table.columns[figure.column] if in_table else None  # type: ignore[union-attr, index]
        row_path = row.path if row else ()
        names = row.names if row else ()
        column_path = column.path if column else ()
        return {
            "id": figure.id,
            "text": figure.text,
            "value": str(figure.value),
            "scale": figure.scale,
            "unit": figure.unit,
            "period_start": _iso(figure.period.start) if figure.period else None,
            "period_end": _iso(figure.period.end) if figure.period else None,
            "period_text": figure.period.text if figure.period else None,
            "measure": figure.measure.value,
            "approximate": int(figure.approximate),
            "label": figure.label,
            "spans": json.dumps([[span.line, span.start, span.end] for span in figure.spans]),
            "row_path": json.dumps(row_path, ensure_ascii=False),
            "column_path": json.dumps(column_path, ensure_ascii=False),
            "table_id": figure.table,
            "row_number": figure.row,
            "column_number": figure.column,
            "row_terms": " ".join(self._analyzer.terms(" ".join([*row_path, *names]))),
            "column_terms": " ".join(self._analyzer.terms(" ".join(column_path))),
            "sentence_terms": " ".join(around.terms),
            "sentence_place": around.place,
            "clause_first": around.clause[0],
            "clause_last": around.clause[1],
            "lead_terms": " ".join(around.lead),
            "confidence": figure.confidence,
        }

    def _sentence(self, figure: Figure, passage: Passage, ends: Sequence[tuple[int, int]]) -> _Sentence:
        if figure.table is not None:
            return _Sentence()
        at, text = figure.offset, passage.reading
        which = next((n for n, (a, b) in enumerate(ends) if a <= at < b), 0)
        first, last = ends[which] if ends else (0, len(text))
        lead = text[slice(*ends[which - 1])][-_FAR:] if which else ""
        first, last = max(first, at - _FAR), min(last, at + _FAR)
        own = standing(text[first:last], at - first, at - first + len(figure.text))
        cuts = (first, first + own.first, first + own.at, first + own.last, last)
        before, start, end, after = (self._analyzer.terms(text[a:b]) for a, b in pairwise(cuts))
        place = len(before) + len(start)
        clause = (len(before), place + len(end))
        return _Sentence([*before, *start, *end, *after], place, clause, self._analyzer.terms(lead))

    def _run(self, expression: str) -> str:
        return " ".join(self._analyzer.stem(word) for word in words(expression))


def _document(document: Document) -> Row:
    publisher, published = document.imprint.publisher, document.imprint.year
    return {
        "id": document.id,
        "source": document.source,
        "digest": document.digest,
        "media_type": document.media_type,
        "title": document.title,
        "kind": document.kind,
        "year": document.year,
        "language": document.language,
        "publisher": publisher.text if publisher else None,
        "publisher_line": publisher.line if publisher else None,
        "published": int(published.text) if published else None,
        "published_line": published.line if published else None,
        "sections": json.dumps([[s.path, s.level, s.page, s.first, s.last] for s in document.layout.sections]),
        "line_count": len(document.sheet.lines),
        "page_count": len(document.sheet.pages),
        "unread": json.dumps([[one.state, one.runs] for one in unread_pages(document.sheet.pages)]),
        "passage_count": len(document.passages),
    }


def _pages(document: Document) -> list[Row]:
    lines = document.sheet.lines
    return [
        {
            "number": page.number,
            "label": page.label,
            "first": page.first,
            "last": page.last,
            "state": page.state.value,
            "text": "\n".join(line.text for line in lines[page.first - 1 : page.last]),
        }
        for page in document.sheet.pages
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(table: Table) -> str:
    return json.dumps(asdict(table), ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, Decimal | date):
        return str(value)
    msg = f"cannot store {value!r}"
    raise TypeError(msg)


def _texts(passage: Passage) -> Iterator[str]:
    """What a passage says, one thing after another."""
    return (passage.reading[start:end] for start, end in said(passage.reading, passage.kind))
