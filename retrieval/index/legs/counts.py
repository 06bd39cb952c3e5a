"""In how many passages each term stands, field by field, kept beside a store whose legs are somewhere else.

BM25 weighs a term by it, and an engine that holds terms as dimensions of a vector does not tell it.
"""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property, partial
from pathlib import Path
from threading import Lock

from retrieval.index.legs.fields import FIELDS, field_terms
from retrieval.index.remembered import Remembered
from retrieval.index.write import connect_for_reading

Stems = tuple[Sequence[str], Sequence[str]]
"""The stems of a passage's own text and of its context."""

COUNTS = "terms.sqlite"
_SCHEMA = """CREATE TABLE IF NOT EXISTS frequencies (field TEXT NOT NULL, term TEXT NOT NULL, passages INTEGER NOT NULL,
PRIMARY KEY (field, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS totals (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"""
_ADD = "INSERT INTO {} VALUES ({}) ON CONFLICT DO UPDATE SET {column} = {column} + excluded.{column}"
_AT_ONCE = 20_000
"""After so many passages what was counted is written."""
_MOST_REMEMBERED = 100_000


def count_terms(target: Path, present: Path | None, removed: Iterable[Stems], added: Iterable[Stems]) -> None:
    """Make the counts of the generation in the folder `target` from those of `present`, None for from nothing."""
    (target / COUNTS).unlink(missing_ok=True)
    if present is not None:
        shutil.copy2(present / COUNTS, target / COUNTS)
    with closing(sqlite3.connect(target / COUNTS)) as connection, connection:
        connection.executescript(_SCHEMA)
        for sign, passages in ((-1, removed), (1, added)):
            for frequencies, totals in _counted(passages):
                rows = ((field, term, sign * number) for (field, term), number in frequencies.items())
                connection.executemany(_ADD.format("frequencies", "?, ?, ?", column="passages"), rows)
                sums = ((name, sign * number) for name, number in totals.items())
                connection.executemany(_ADD.format("totals", "?, ?", column="value"), sums)
        connection.execute("DELETE FROM frequencies WHERE passages <= 0")


def _counted(passages: Iterable[Stems]) -> Iterator[tuple[Counter[tuple[str, str]], Counter[str]]]:
    """In how many passages each (field, term) stands, and how many terms each field has; a bounded part at a time."""
    frequencies: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for body, context in passages:
        totals["passages"] += 1
        for field, terms in field_terms(body, context).items():
            totals[field] += len(terms)
            frequencies.update((field, term) for term in set(terms))
        if totals["passages"] == _AT_ONCE:
            yield frequencies, totals
            frequencies, totals = Counter(), Counter()
    yield frequencies, totals


class TermCounts:
    """The counts of a generation; see `Counts`. Safe to use from several threads."""

    def __init__(self, generation: Path) -> None:
        self._lock = Lock()
        self._connection = connect_for_reading(generation / COUNTS)
        self._remembered = {field: Remembered(_MOST_REMEMBERED, partial(self._read, field)) for field in FIELDS}

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        self._remembered.clear()

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return self._totals.get("passages", 0)

    def average(self, field: str) -> float:
        """How many terms a passage has in a field, on the average."""
        return self._totals.get(field, 0) / (self.passages or 1)

    def frequencies(self, field: str, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages each term stands in a field; terms that stand nowhere are left out."""
        return {term: number for term, number in self._remembered[field].of(terms).items() if number}

    @cached_property
    def _totals(self) -> Mapping[str, int]:
        with self._lock:
            return dict(self._connection.execute("SELECT name, value FROM totals"))

    def _read(self, field: str, terms: Iterable[str]) -> Mapping[str, int]:
        asked = list(terms)
        marks = ", ".join("?" * len(asked))
        statement = f"SELECT term, passages FROM frequencies WHERE field = ? AND term IN ({marks})"  # noqa: S608
        with self._lock:
            return dict.fromkeys(asked, 0) | dict(self._connection.execute(statement, (field, *asked)))
