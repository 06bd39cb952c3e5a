"""What the model learns from: tasks that each give batches of (query, passage) bags that belong together."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from retrieval.training.bags import Bags, Ints, Texts, without


@dataclass(frozen=True, slots=True)
class Batch:
    """Queries and their passages, row by row; rows with equal keys are no negatives of each other."""

    queries: Bags
    passages: Bags
    keys: Ints


class Task(Protocol):
    """A source of batches; `share` is how large a part of the steps it gets, relative to the others."""

    @property
    def name(self) -> str:
        """What the task is called in the report."""

    @property
    def share(self) -> float:
        """The weight of the task among all tasks."""

    def batch(self, rng: np.random.Generator, size: int) -> Batch:
        """A batch of at most `size` rows."""


@dataclass(frozen=True, slots=True)
class PairTask:
    """Query `i` belongs to passage `i`.

    Rows are taken in runs of `block` neighbours, which stand in one document, so that a batch holds negatives
    that are hard to tell apart. A passage longer than `window` tokens is cut to a random window of it.
    """

    name: str
    share: float
    queries: Texts
    passages: Texts
    keys: Ints
    block: int = 1
    window: int = 192

    def __len__(self) -> int:
        return min(len(self.queries), len(self.passages))

    def texts(self) -> tuple[Texts, ...]:
        """The texts of both sides."""
        return self.queries, self.passages

    def batch(self, rng: np.random.Generator, size: int) -> Batch:
        """Rows that are not empty on either side."""
        rows = _runs(rng, len(self), size, self.block)
        asked, told = self.queries.lengths[rows], self.passages.lengths[rows]
        rows = rows[(asked > 0) & (told > 0)]
        asked, told = self.queries.lengths[rows], self.passages.lengths[rows]
        length = np.minimum(told, self.window)
        first = rng.integers(0, told - length + 1)
        queries = self.queries.cut(rows, np.zeros_like(rows), np.minimum(asked, self.window))
        return Batch(queries, self.passages.cut(rows, first, length), self.keys[rows])


@dataclass(frozen=True, slots=True)
class SpanTask:
    """A short span of a text belongs to the tokens around it; sometimes the span stays where it stands."""

    name: str
    share: float
    whole: Texts
    block: int = 1
    window: int = 160
    shortest: int = 4
    longest: int = 16
    left_in: float = 0.3

    def __len__(self) -> int:
        return len(self.whole)

    def texts(self) -> tuple[Texts, ...]:
        """The texts that spans are taken from."""
        return (self.whole,)

    def batch(self, rng: np.random.Generator, size: int) -> Batch:
        """Spans of texts that are at least three spans long."""
        rows = _runs(rng, len(self), size, self.block)
        rows = rows[self.whole.lengths[rows] >= 3 * self.shortest]
        told = self.whole.lengths[rows]
        length = np.minimum(told, self.window)
        first = rng.integers(0, told - length + 1)
        span = np.minimum(rng.integers(self.shortest, self.longest + 1, len(rows)), length // 2)
        begin = rng.integers(0, length - span + 1)
        queries = self.whole.cut(rows, first + begin, span)
        taken = np.where(rng.random(len(rows)) < self.left_in, 0, span)
        passages = without(self.whole.cut(rows, first, length), length, begin, taken)
        return Batch(queries, passages, rows)


def keys_of(texts: Sequence[str]) -> Ints:
    """A key a text; texts that differ in case alone share one."""
    return np.array([zlib.crc32(text.lower().encode()) for text in texts], dtype=np.int64)


def _runs(rng: np.random.Generator, total: int, size: int, block: int) -> Ints:
    """`size` row numbers below `total` in runs of `block` neighbours, none twice."""
    heads = rng.permutation(max(1, total // block))[: max(1, size // block)] * block
    shift = rng.integers(0, block)
    rows = (heads[:, None] + np.arange(block)[None, :] + shift).ravel()
    return np.asarray(rows[rows < total], dtype=np.int64)
