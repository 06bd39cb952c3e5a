"""Legs that lie beside the store, in the folder of their generation: tantivy and FAISS.

The store is the one place where ingestion writes and from which it goes on after a stop; the legs follow from it.
Passage numbers are never used again, so whatever is new has a higher number than all a leg has ever held.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from retrieval.encoder import Encoder
from retrieval.index.legs.dense import DenseIndex, DenseWriter
from retrieval.index.legs.lexical import LexicalEntry, LexicalIndex, share_removed, write_lexical
from retrieval.index.legs.texts import batches, vectors_of
from retrieval.index.manifest import damaged

LEXICAL, DENSE = "lexical", "dense.faiss"
MOST_ANEW = 100_000
"""So many passages are written anew whenever some are removed: some twenty seconds."""
MOST_REMOVED = 0.02
"""In a larger collection so great a share of what is held may be removed before all is written anew."""


class Embedded:
    """Keeps the legs of a generation in its folder; see `Keeping`."""

    name = "embedded"

    def mirror(self, store: sqlite3.Connection, target: Path, present: Path | None, encoder: Encoder) -> None:
        """Begin with copies of the present legs, take out what the store no longer has, put in what it has more."""
        _copy(present, target)
        numbers = [row[0] for row in store.execute("SELECT number FROM passages ORDER BY number")]
        dense = DenseWriter(target / DENSE, encoder.dimension, len(numbers))
        removed = sorted(dense.held - set(numbers))
        _mirror_lexical(store, target / LEXICAL, removed, max(dense.held, default=0), len(numbers))
        dense.remove(removed)
        if dense.must_learn:
            dense.learn(vectors_of(store, numbers[:: max(1, len(numbers) // dense.must_learn)], encoder))
        after = dense.next_after
        for batch in batches([number for number in numbers if number > after]):
            dense.add(batch, vectors_of(store, batch, encoder))
        dense.write()

    def open(self, generation: Path) -> tuple[LexicalIndex, DenseIndex]:
        """Map the files of both legs."""
        return _opened(LexicalIndex, generation / LEXICAL), _opened(DenseIndex, generation / DENSE)

    def forget(self, folder: Path) -> None:
        """Nothing: all there is goes with the folder."""


EMBEDDED = Embedded()

_Leg = TypeVar("_Leg")


def _opened(leg: Callable[[Path], _Leg], path: Path) -> _Leg:
    try:
        return leg(path)
    except (OSError, RuntimeError, ValueError) as error:
        raise damaged(path.parent.parent.parent, path.name) from error


def _copy(present: Path | None, target: Path) -> None:
    """Begin with what was; whatever an interrupted run left is thrown away."""
    shutil.rmtree(target / LEXICAL, ignore_errors=True)
    (target / DENSE).unlink(missing_ok=True)
    if present is not None:
        shutil.copytree(present / LEXICAL, target / LEXICAL)
        shutil.copy2(present / DENSE, target / DENSE)


def _mirror_lexical(store: sqlite3.Connection, folder: Path, removed: Sequence[int], last: int, passages: int) -> None:
    """What is taken out goes on counting among what is left, so the leg is written anew where that takes seconds."""
    if not removed or passages > MOST_ANEW:
        write_lexical(folder, removed, _entries(store, after=last))
        if not removed or share_removed(folder) <= MOST_REMOVED:
            return
    shutil.rmtree(folder, ignore_errors=True)
    write_lexical(folder, (), _entries(store, after=0))


def _entries(store: sqlite3.Connection, after: int) -> Iterator[LexicalEntry]:
    rows = store.execute(
        "SELECT number, document, terms, context_terms FROM passages WHERE number > ? ORDER BY number", (after,)
    )
    for number, document, body, context in rows:
        yield LexicalEntry(number, document, body.split(), context.split())
