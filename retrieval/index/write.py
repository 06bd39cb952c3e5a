"""Documents → rows of the store."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from ingest.document import Document, Figure, Passage, Table
from ingest.sentences import sentences
from retrieval.analysis import Analyzer
from retrieval.analysis.abbreviations import abbreviations
from retrieval.analysis.compounds import split
from retrieval.analysis.words import words


def connect_for_writing(path: Path) -> sqlite3.Connection:
    """Open a store for writing; a new file gets the schema."""
    new = not path.exists()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    if new:
        connection.executescript(files("retrieval.index").joinpath("schema.sql").read_text("utf8"))
    return connection


class StoreWriter:
    """Adds and removes documents in one open transaction of the caller's."""

    def __init__(self, connection: sqlite3.Connection, analyzer: Analyzer) -> None:
        self._connection = connection
        self._analyzer = analyzer
        self._frequency: Counter[str] = Counter()

    def add(self, document: Document) -> list[tuple[int, Passage]]:
        """Store a document with everything in it; returns its passages with the numbers they got."""
        number = self._insert(
            "documents",
            id=document.id,
            source=document.source,
            digest=document.digest,
            media_type=document.media_type,
            title=document.title,
            kind=document.kind,
            year=document.year,
            language=document.language,
            sections=json.dumps([[s.path, s.level, s.page, s.first, s.last] for s in document.layout.sections]),
            line_count=len(document.sheet.lines),
        )
        self._add_pages(number, document)
        for table in document.tables:
            self._insert("tables", document=number, id=table.id, caption=table.caption, content=_json(table))
        numbered = [(self._add_passage(number, passage), passage) for passage in document.passages]
        self._add_figures(document, {passage.id: (own, passage) for own, passage in numbered})
        pairs = {pair for passage in document.passages for pair in abbreviations(passage.reading)}
        for short, long in sorted(pairs):
            self._insert("abbreviations", document=number, short=self._run(short), long=self._run(long))
        return numbered

    def remove(self, digest: str) -> list[int]:
        """Take a document out; returns the numbers of its passages, none when it is not there."""
        rows = self._connection.execute(
            "SELECT p.number, p.terms, p.context_terms FROM passages p"
            " JOIN documents d ON d.number = p.document WHERE d.digest = ?",
            (digest,),
        ).fetchall()
        for _, terms, context_terms in rows:
            self._frequency.subtract({*terms.split(), *context_terms.split()})
        self._connection.execute("DELETE FROM documents WHERE digest = ?", (digest,))
        return [row[0] for row in rows]

    def rename(self, digest: str, source: str) -> None:
        """Give a document the name its file has now."""
        self._connection.execute("UPDATE documents SET source = ? WHERE digest = ?", (source, digest))

    def finish(self) -> None:
        """Bring the vocabulary and the compounds up to date with what was added and removed."""
        self._connection.executemany(
            "INSERT INTO vocabulary VALUES (?, ?)"
            " ON CONFLICT (term) DO UPDATE SET frequency = frequency + excluded.frequency",
            sorted(self._frequency.items()),
        )
        self._connection.execute("DELETE FROM vocabulary WHERE frequency <= 0")
        vocabulary = dict(self._connection.execute("SELECT term, frequency FROM vocabulary"))
        self._connection.execute("DELETE FROM compounds")
        self._connection.execute("DELETE FROM roots")
        for term in vocabulary:
            self._insert("roots", root=self._analyzer.root(term), term=term)
            for part in dict.fromkeys(split(term, vocabulary)):
                self._insert("compounds", part=part, term=term)

    def _add_pages(self, number: int, document: Document) -> None:
        lines = document.sheet.lines
        for page in document.sheet.pages:
            text = "\n".join(line.text for line in lines[page.first - 1 : page.last])
            self._insert(
                "pages",
                document=number,
                number=page.number,
                label=page.label,
                first=page.first,
                last=page.last,
                state=page.state.value,
                text=text,
            )

    def _add_passage(self, document: int, passage: Passage) -> int:
        terms = self._analyzer.terms(passage.reading)
        context_terms = self._analyzer.terms(passage.context)
        self._frequency.update({*terms, *context_terms})
        return self._insert(
            "passages",
            document=document,
            id=passage.id,
            kind=passage.kind.value,
            page=passage.page,
            section=json.dumps(passage.section, ensure_ascii=False),
            lines=json.dumps(passage.lines),
            text=passage.text,
            reading=passage.reading,
            context=passage.context,
            table_id=passage.table,
            row_number=passage.row,
            terms=" ".join(dict.fromkeys(terms)),
            context_terms=" ".join(dict.fromkeys(context_terms)),
        )

    def _add_figures(self, document: Document, passages: dict[str, tuple[int, Passage]]) -> None:
        tables = {table.id: table for table in document.tables}
        ends = {ident: sentences(passage.reading) for ident, (_, passage) in passages.items()}
        for figure in document.figures:
            number, passage = passages[figure.passage]
            self._add_figure(figure, number, tables.get(figure.table or ""), self._sentence(figure, passage, ends))

    def _add_figure(self, figure: Figure, passage: int, table: Table | None, sentence: tuple[list[str], int]) -> None:
        in_table = table is not None and figure.row is not None and figure.column is not None
        row = table.rows[figure.row] if in_table else None  # type: ignore[union-attr, index]
        column = table.columns[figure.column] if in_table else None  # type: ignore[union-attr, index]
        row_path = row.path if row else ()
        names = row.names if row else ()
        column_path = column.path if column else ()
        self._insert(
            "figures",
            passage=passage,
            id=figure.id,
            text=figure.text,
            value=str(figure.value),
            scale=figure.scale,
            unit=figure.unit,
            period_start=_iso(figure.period.start) if figure.period else None,
            period_end=_iso(figure.period.end) if figure.period else None,
            period_text=figure.period.text if figure.period else None,
            measure=figure.measure.value,
            approximate=int(figure.approximate),
            label=figure.label,
            spans=json.dumps([[span.line, span.start, span.end] for span in figure.spans]),
            row_path=json.dumps(row_path, ensure_ascii=False),
            column_path=json.dumps(column_path, ensure_ascii=False),
            table_id=figure.table,
            row_number=figure.row,
            column_number=figure.column,
            row_terms=" ".join(self._analyzer.terms(" ".join([*row_path, *names]))),
            column_terms=" ".join(self._analyzer.terms(" ".join(column_path))),
            sentence_terms=" ".join(sentence[0]),
            sentence_place=sentence[1],
            confidence=figure.confidence,
        )

    def _sentence(
        self, figure: Figure, passage: Passage, ends: dict[str, list[tuple[int, int]]]
    ) -> tuple[list[str], int]:
        if figure.table is not None:
            return [], 0
        at = figure.offset
        first, last = next(((a, b) for a, b in ends[passage.id] if a <= at < b), (0, len(passage.reading)))
        before = self._analyzer.terms(passage.reading[first:at])
        return [*before, *self._analyzer.terms(passage.reading[at:last])], len(before)

    def _run(self, expression: str) -> str:
        return " ".join(self._analyzer.stem(word) for word in words(expression))

    def _insert(self, table: str, **values: object) -> int:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        cursor = self._connection.execute(
            f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 — names are this module's own
            tuple(values.values()),
        )
        return cursor.lastrowid or 0


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(table: Table) -> str:
    return json.dumps(asdict(table), ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, Decimal | date):
        return str(value)
    msg = f"cannot store {value!r}"
    raise TypeError(msg)


def known_documents(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """The (source, digest) of every document in a store."""
    yield from connection.execute("SELECT source, digest FROM documents ORDER BY number")
