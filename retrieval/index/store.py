"""The store read: documents, pages, passages, tables, figures and the collection's vocabulary."""

import json
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from ingest.document import PassageKind
from ingest.quantities.model import Measure
from retrieval.index.records import DocumentRecord, FigureRecord, PassageRecord, period_of
from retrieval.index.remembered import Remembered
from retrieval.index.write import connect_for_reading

_DOCUMENT = """SELECT number, id, source, digest, media_type, title, kind, year, language, page_count, line_count,
first_passage, passage_count, sections,
(SELECT json_group_array(source) FROM (SELECT source FROM names WHERE document = documents.number ORDER BY place)),
publisher, publisher_line, published, published_line, unread FROM documents ORDER BY number"""

_PASSAGE = """SELECT number, document, id, kind, page, section, lines, text, reading, context, table_id, row_number,
terms, context_terms FROM passages WHERE number IN (SELECT value FROM json_each(?))"""

_FIGURE = """SELECT number, passage, id, text, value, scale, unit, period_start, period_end, period_text, measure,
approximate, label, spans, row_path, column_path, table_id, row_number, column_number, row_terms, column_terms,
sentence_terms, sentence_place, clause_first, clause_last, lead_terms, confidence
FROM figures
WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY number"""


MOST_PASSAGES, MOST_TERMS = 5_000, 100_000
"""How many passages with their figures, and how many terms' frequencies, are remembered: some tens of megabytes."""


class Store:
    """A store opened for reading; safe to use from several threads. A generation never changes once it is built."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._passages = Remembered(MOST_PASSAGES, self._read_passages)
        self._figures = Remembered(MOST_PASSAGES, self._read_figures)
        self._frequencies = Remembered(MOST_TERMS, self._read_frequencies)
        self.page_label = lru_cache(maxsize=20_000)(self._page_label)
        self.abbreviations = lru_cache(maxsize=20_000)(self._abbreviations)
        self.is_acronym = lru_cache(maxsize=20_000)(self._is_acronym)
        self.compounds = lru_cache(maxsize=20_000)(self._compounds)
        self.relatives = lru_cache(maxsize=20_000)(self._relatives)

    @property
    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            self._local.connection = connect_for_reading(self._path)
            self._connections.append(self._local.connection)
        connection: sqlite3.Connection = self._local.connection
        return connection

    def close(self) -> None:
        """Close the connections of all threads and forget what was remembered; nothing can be read afterwards."""
        for connection in self._connections:
            connection.close()
        for remembered in (self._passages, self._figures, self._frequencies):
            remembered.forget()
        self.__dict__.pop("documents", None)
        for cached in (self.abbreviations, self.is_acronym, self.compounds, self.relatives):
            cached.cache_clear()

    @cached_property
    def documents(self) -> tuple[DocumentRecord, ...]:
        """Every document, in the order they were added."""
        return tuple(DocumentRecord(*row) for row in self._rows(_DOCUMENT))

    @cached_property
    def passages(self) -> int:
        """How many passages there are."""
        return int(self._rows("SELECT count(*) FROM passages")[0][0])

    def passages_by_number(self, numbers: Collection[int]) -> dict[int, PassageRecord]:
        """These passages, by number."""
        return self._passages.of(numbers)

    def _read_passages(self, numbers: Collection[int]) -> dict[int, PassageRecord]:
        rows = self._rows(_PASSAGE, (_list(numbers),))
        return {row[0]: _passage(row) for row in rows}

    def figures_of(self, passages: Collection[int]) -> list[FigureRecord]:
        """The figures of these passages, in order."""
        found = self._figures.of(sorted(passages))
        return [figure for figures in found.values() for figure in figures]

    def _read_figures(self, passages: Collection[int]) -> dict[int, list[FigureRecord]]:
        found: dict[int, list[FigureRecord]] = {number: [] for number in passages}
        for row in self._rows(_FIGURE, (_list(passages),)):
            figure = _figure(row)
            found[figure.passage].append(figure)
        return found

    def figures_of_rows(self, document: int, label: str) -> list[FigureRecord]:
        """The figures of every table row of a document with that last label, in order."""
        rows = self._rows(
            "SELECT f.passage FROM passages p JOIN figures f ON f.passage = p.number"
            " WHERE p.document = ? AND f.row_path IS NOT NULL AND json_extract(f.row_path, '$[#-1]') = ?",
            (document, label),
        )
        wanted = self.figures_of(sorted({row[0] for row in rows}))
        return [figure for figure in wanted if figure.row_path[-1:] == (label,)]

    def row_passages(self, document: int, table: str) -> list[int]:
        """The numbers of the passages that are rows of a table, in row order."""
        rows = self._rows(
            "SELECT number FROM passages WHERE document = ? AND table_id = ? AND row_number IS NOT NULL"
            " ORDER BY number",
            (document, table),
        )
        return [row[0] for row in rows]

    def table(self, document: int, table: str) -> dict[str, Any] | None:
        """A table as stored, None when there is none of that id."""
        rows = self._rows("SELECT content FROM tables WHERE document = ? AND id = ?", (document, table))
        return dict(json.loads(rows[0][0])) if rows else None

    def tables(self, document: int) -> Iterator[dict[str, Any]]:
        """A document's tables as stored, in the order they stand in, read one at a time."""
        for (ident,) in self._rows("SELECT id FROM tables WHERE document = ? ORDER BY length(id), id", (document,)):
            table = self.table(document, ident)
            if table is not None:
                yield table

    def caption(self, document: int, table: str) -> str | None:
        """A table's caption, None when it has none."""
        rows = self._rows("SELECT caption FROM tables WHERE document = ? AND id = ?", (document, table))
        return rows[0][0] if rows else None

    def pages(self, document: int) -> list[tuple[int, str | None, int, int, str]]:
        """A document's pages as (number, label, first line, last line, state)."""
        rows = self._rows(
            "SELECT number, label, first, last, state FROM pages WHERE document = ? ORDER BY number", (document,)
        )
        return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

    def _page_label(self, document: int, page: int) -> str | None:
        """What a page is called where that is not its number; None where it is, or where nothing is known of it."""
        rows = self._rows("SELECT label FROM pages WHERE document = ? AND number = ?", (document, page))
        label = rows[0][0] if rows else None
        return label if label != str(page) else None

    def reading_runs(self, document: int) -> list[tuple[int, ...]]:
        """The lines of each of a document's texts that reads on over lines that are none of it, as a page's foot."""
        rows = self._rows(
            "SELECT lines FROM passages WHERE document = ? AND row_number IS NULL"
            " AND json_extract(lines, '$[#-1]') - json_extract(lines, '$[0]') >= json_array_length(lines)",
            (document,),
        )
        return [tuple(json.loads(row[0])) for row in rows]

    def lines(self, document: int, first: int, last: int) -> list[tuple[int, int, str]]:
        """Lines `first` to `last` of a document as (line number, page, text)."""
        rows = self._rows(
            "SELECT number, first, text FROM pages WHERE document = ? AND first <= ? AND last >= ? ORDER BY number",
            (document, last, first),
        )
        numbered = [(start + at, page, line) for page, start, text in rows for at, line in enumerate(text.split("\n"))]
        return [entry for entry in numbered if first <= entry[0] <= last]

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each term stands; terms that stand nowhere are left out."""
        found = self._frequencies.of(set(terms))
        return {term: frequency for term, frequency in found.items() if frequency}

    def _read_frequencies(self, terms: Collection[str]) -> dict[str, int]:
        statement = "SELECT term, frequency FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))"
        return dict.fromkeys(terms, 0) | dict(self._rows(statement, (_list(sorted(terms)),)))

    def spelled_like(self, letter: str, shortest: int, longest: int) -> dict[str, int]:
        """The terms that begin with a letter and are of such a length, with in how many passages each stands."""
        rows = self._rows(
            "SELECT term, frequency FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
            (letter, chr(ord(letter) + 1), shortest, longest),
        )
        return dict(rows)

    def _abbreviations(self, run: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        text = " ".join(run)
        rows = self._rows(
            "SELECT long FROM abbreviations WHERE short = ?"
            " UNION SELECT short FROM abbreviations WHERE long = ? ORDER BY 1",
            (text, text),
        )
        return tuple(tuple(row[0].split()) for row in rows)

    def _is_acronym(self, term: str) -> bool:
        return bool(self._rows("SELECT 1 FROM acronyms WHERE term = ?", (term,)))

    def _relatives(self, root: str) -> tuple[str, ...]:
        rows = self._rows("SELECT term FROM roots WHERE root = ? ORDER BY term", (root,))
        return tuple(row[0] for row in rows)

    def _compounds(self, term: str) -> tuple[str, ...]:
        rows = self._rows(
            "SELECT c.term FROM compounds c JOIN vocabulary v ON v.term = c.term WHERE c.part = ?"
            " ORDER BY v.frequency DESC, c.term",
            (term,),
        )
        return tuple(row[0] for row in rows)

    def _rows(self, statement: str, values: Collection[object] = ()) -> list[Any]:
        return self._connection.execute(statement, tuple(values)).fetchall()


def _list(values: Collection[object]) -> str:
    return json.dumps(list(values))


def _passage(row: Sequence[Any]) -> PassageRecord:
    number, document, ident, kind, page, section, lines, text, reading, context, table, at, terms, context_terms = row
    return PassageRecord(
        number=number,
        document=document,
        id=ident,
        kind=PassageKind(kind),
        page=page,
        section=tuple(json.loads(section)),
        lines=tuple(json.loads(lines)),
        text=text,
        reading=reading,
        context=context,
        table=table,
        row=at,
        stored_terms=terms,
        terms=frozenset(terms.split()),
        context_terms=frozenset(context_terms.split()),
    )


def _figure(row: Sequence[Any]) -> FigureRecord:
    return FigureRecord(
        number=row[0],
        passage=row[1],
        id=row[2],
        text=row[3],
        value=Decimal(row[4]),
        scale=row[5],
        unit=row[6],
        period=period_of(row[7], row[8], row[9]),
        measure=Measure(row[10]),
        approximate=bool(row[11]),
        label=row[12],
        stored_spans=row[13],
        stored_row_path=row[14],
        stored_column_path=row[15],
        table=row[16],
        row=row[17],
        column=row[18],
        row_terms=frozenset(row[19].split()),
        column_terms=frozenset(row[20].split()),
        sentence_terms=tuple(row[21].split()),
        place=row[22],
        clause=(row[23], row[24]),
        lead_terms=frozenset(row[25].split()),
        confidence=row[26],
    )
