"""Rows of documents into the store, and out of it."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from retrieval.analysis import Analyzer
from retrieval.analysis.compounds import split
from retrieval.index.prepare import Prepared, Row


def connect_for_writing(path: Path) -> sqlite3.Connection:
    """Open a store for writing; a new file gets the schema.

    The journal is a file, so that whatever was being written when the process was killed is taken back.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA journal_mode = DELETE")
    if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        schema = files("retrieval.index").joinpath("schema.sql").read_text("utf8")
        connection.executescript(f"BEGIN; {schema} COMMIT;")
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open the store of a finished generation, which nothing writes to."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


class StoreWriter:
    """Adds and removes documents in one open transaction of the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._frequency: Counter[str] = Counter()

    def add(self, prepared: Prepared) -> None:
        """Store a document with everything in it. Its passages get the numbers after the last ever used."""
        first = self._last_number("passages") + 1
        document = self._insert("documents", [{**prepared.document, "first_passage": first}])
        own = {"document": document}
        self._insert("pages", ({**own, **row} for row in prepared.pages))
        self._insert("tables", ({**own, **row} for row in prepared.tables))
        self._insert("passages", ({"number": n, **own, **row} for n, row in enumerate(prepared.passages, first)))
        self._insert("figures", ({**row, "passage": first + int(str(row["passage"]))} for row in prepared.figures))
        self._insert("abbreviations", ({**own, **row} for row in prepared.abbreviations))
        self._insert("acronyms", ({**own, **row} for row in prepared.acronyms))
        self.name(prepared.digest, [str(prepared.document["source"])])
        self._frequency.update(prepared.terms)

    def remove(self, digest: str) -> None:
        """Take a document out; nothing happens when it is not there."""
        rows = self._connection.execute(
            "SELECT p.terms, p.context_terms FROM passages p JOIN documents d ON d.number = p.document"
            " WHERE d.digest = ?",
            (digest,),
        )
        for terms, context_terms in rows:
            self._frequency.subtract({*terms.split(), *context_terms.split()})
        self._connection.execute("DELETE FROM documents WHERE digest = ?", (digest,))

    def name(self, digest: str, sources: Sequence[str]) -> None:
        """Give a document these names in place of any it has, the one it is cited by first; no other keeps them."""
        (number,) = self._connection.execute("SELECT number FROM documents WHERE digest = ?", (digest,)).fetchone()
        self._connection.execute("DELETE FROM names WHERE document = ?", (number,))
        for place, source in enumerate(sources):
            self._connection.execute("DELETE FROM names WHERE source = ?", (source,))
            self._insert("names", [{"document": number, "place": place, "source": source}])

    def cite(self) -> None:
        """See to it that every document is cited by the first of its names."""
        first = "SELECT source FROM names WHERE document = number ORDER BY place LIMIT 1"
        self._connection.execute(f"UPDATE documents SET source = ({first}) WHERE source <> ({first})")  # noqa: S608

    def nameless(self) -> list[str]:
        """The digests of the documents that stand under no name any more."""
        rows = self._connection.execute("SELECT digest FROM documents WHERE number NOT IN (SELECT document FROM names)")
        return [row[0] for row in rows]

    def forget(self) -> None:
        """Forget what was not counted yet: the rows it speaks of were taken back."""
        self._frequency.clear()

    def count(self) -> None:
        """Bring the vocabulary up to date with what was added and removed since it was counted last."""
        self._connection.executemany(
            "INSERT INTO vocabulary VALUES (?, ?)"
            " ON CONFLICT (term) DO UPDATE SET frequency = frequency + excluded.frequency",
            sorted(self._frequency.items()),
        )
        self._connection.execute("DELETE FROM vocabulary WHERE frequency <= 0")
        self._frequency.clear()

    def relate(self, analyzer: Analyzer) -> None:
        """Find the roots and the compounds of the vocabulary anew."""
        vocabulary = dict(self._connection.execute("SELECT term, frequency FROM vocabulary"))
        self._connection.execute("DELETE FROM compounds")
        self._connection.execute("DELETE FROM roots")
        self._insert("roots", ({"root": analyzer.root(term), "term": term} for term in vocabulary))
        self._insert("compounds", _compounds(vocabulary))

    def _last_number(self, table: str) -> int:
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return int(row[0]) if row else 0

    def _insert(self, table: str, rows: Iterable[Row]) -> int:
        """Insert rows of the same columns; those that are there already are left. The number of the first of one."""
        upcoming = iter(rows)
        first = next(upcoming, None)
        if first is None:
            return 0
        names, marks = ", ".join(first), ", ".join("?" * len(first))
        statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 — this package's own names
        number = self._connection.execute(statement, _values(first)).lastrowid or 0
        self._connection.executemany(statement, (_values(row) for row in upcoming))
        return number


def _values(row: Row) -> Sequence[object]:
    return tuple(row.values())


def _compounds(vocabulary: Mapping[str, int]) -> Iterator[Row]:
    for term in vocabulary:
        for part in dict.fromkeys(split(term, vocabulary)):
            yield {"part": part, "term": term}


def names_in(connection: sqlite3.Connection) -> dict[str, str]:
    """Every name of every document in a store, with its digest; those that documents are cited by come first."""
    return dict(
        connection.execute(
            "SELECT n.source, d.digest FROM names n JOIN documents d ON d.number = n.document"
            " ORDER BY n.place, n.document"
        )
    )
