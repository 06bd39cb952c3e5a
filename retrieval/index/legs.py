"""Both legs of a generation made to mirror its store: what the store no longer has goes, what it has more is added.

The store is the one place where ingestion writes and from which it goes on after a stop; the legs follow from it.
Passage numbers are never used again, so whatever is new has a higher number than all a leg has ever held.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from retrieval.encoder import Encoder
from retrieval.index.dense import DenseWriter
from retrieval.index.lexical import LexicalEntry, write_lexical

LEXICAL, DENSE = "lexical", "dense.faiss"
AT_ONCE = 4096
"""How many passages are encoded together."""


def mirror(store: sqlite3.Connection, target: Path, present: Path | None, encoder: Encoder) -> None:
    """Make the legs in the folder `target` from those of the generation `present`, None for from nothing."""
    _copy_legs(present, target)
    numbers = [row[0] for row in store.execute("SELECT number FROM passages ORDER BY number")]
    dense = DenseWriter(target / DENSE, encoder.dimension, len(numbers))
    removed = sorted(dense.held - set(numbers))
    _mirror_lexical(store, target / LEXICAL, removed, max(dense.held, default=0))
    dense.remove(removed)
    if dense.must_learn:
        sample = numbers[:: max(1, len(numbers) // dense.must_learn)]
        dense.learn(_vectors(encoder, _texts(store, sample)))
    after = dense.next_after
    for batch in _batches([number for number in numbers if number > after]):
        dense.add(batch, _vectors(encoder, _texts(store, batch)))
    dense.write()


def _copy_legs(present: Path | None, target: Path) -> None:
    """Begin with what was; whatever an interrupted run left is thrown away."""
    shutil.rmtree(target / LEXICAL, ignore_errors=True)
    (target / DENSE).unlink(missing_ok=True)
    if present is not None:
        shutil.copytree(present / LEXICAL, target / LEXICAL)
        shutil.copy2(present / DENSE, target / DENSE)


def _mirror_lexical(store: sqlite3.Connection, folder: Path, removed: Sequence[int], last: int) -> None:
    rows = store.execute(
        "SELECT number, document, terms, context_terms FROM passages WHERE number > ? ORDER BY number", (last,)
    )
    entries = (LexicalEntry(number, owner, body.split(), context.split()) for number, owner, body, context in rows)
    write_lexical(folder, removed, entries)


def _texts(store: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    """What the encoder reads of each of these passages, ascending: its own text, and what it stands under."""
    first, last, wanted = numbers[0], numbers[-1], set(numbers)
    rows = store.execute(
        "SELECT number, reading, context FROM passages WHERE number BETWEEN ? AND ? ORDER BY number", (first, last)
    )
    return [encoded_text(reading, context) for number, reading, context in rows if number in wanted]


def encoded_text(reading: str, context: str) -> str:
    """What of a passage the encoder reads."""
    return f"{context}: {reading}" if context else reading


def _vectors(encoder: Encoder, texts: Sequence[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.asarray(encoder.encode(texts), dtype=np.float32)


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    yield from (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))
