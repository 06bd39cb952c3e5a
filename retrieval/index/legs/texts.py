"""What the encoder reads of passages, and the vectors it makes of them."""

import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np

from retrieval.encoder import Encoder
from retrieval.index.legs.protocol import Vectors

AT_ONCE = 4096
"""How many passages are encoded together."""


def vectors_of(store: sqlite3.Connection, numbers: Sequence[int], encoder: Encoder) -> Vectors:
    """The vectors of these passages, whose numbers ascend: one row of length 1 each."""
    return np.asarray(encoder.encode(_texts(store, numbers)), dtype=np.float32)


def batches(numbers: Sequence[int], size: int = AT_ONCE) -> Iterator[Sequence[int]]:
    """Numbers in runs of a bounded length."""
    yield from (numbers[at : at + size] for at in range(0, len(numbers), size))


def encoded_text(reading: str, context: str) -> str:
    """What of a passage the encoder reads: its own text, and what it stands under."""
    return f"{context}: {reading}" if context else reading


def _texts(store: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    first, last, wanted = numbers[0], numbers[-1], set(numbers)
    rows = store.execute(
        "SELECT number, reading, context FROM passages WHERE number BETWEEN ? AND ? ORDER BY number", (first, last)
    )
    return [encoded_text(reading, context) for number, reading, context in rows if number in wanted]
