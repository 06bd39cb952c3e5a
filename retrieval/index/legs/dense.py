"""The dense leg: inner product over sentence vectors, by FAISS.

Every vector is compared with the question's. Up to `FLAT_UNTIL` passages they are kept in full, beyond that each number
in eight bits, which is a quarter of the memory and less than half of the time.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from retrieval.index.legs.protocol import Hit, Vectors
from retrieval.index.scope import Scope

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]

Faiss = Any
"""An object of FAISS: its type stubs leave out half of what it has."""
_faiss: Faiss = faiss

FLAT_UNTIL = 20_000
"""So many vectors are kept in full."""
LEARN_FROM = 20_000
"""From how many vectors it is learned which numbers the eight bits stand for."""


def is_short(passages: int) -> bool:
    """Whether so many vectors are kept in eight bits a number."""
    return passages > FLAT_UNTIL


class DenseWriter:
    """The dense index while it is brought up to date. An index of another kind than its size asks for begins anew."""

    def __init__(self, path: Path, dimension: int, passages: int) -> None:
        self._path = path
        self._index = _read(path) if path.exists() else _new(dimension, short=False)
        self._held = frozenset(_numbers(self._index).tolist())
        if _is_short(self._index) != is_short(passages):
            self._index = _new(dimension, short=is_short(passages))

    @property
    def held(self) -> frozenset[int]:
        """The passages the file held when it was opened."""
        return self._held

    @property
    def next_after(self) -> int:
        """Vectors of all passages with higher numbers than this are wanted."""
        return int(_numbers(self._index).max(initial=0))

    @property
    def must_learn(self) -> int:
        """From how many vectors the index must learn before any is added; 0 when it need not."""
        return 0 if self._index.is_trained else LEARN_FROM

    def learn(self, vectors: Vectors) -> None:
        """Find from a sample of the vectors what the eight bits stand for."""
        self._index.train(vectors)

    def remove(self, numbers: Sequence[int]) -> None:
        """Take passages out; those that are not there are no error."""
        if numbers and self._index.ntotal:
            self._index.remove_ids(faiss.IDSelectorBatch(np.asarray(numbers, dtype=np.int64)))

    def add(self, numbers: Sequence[int], vectors: Vectors) -> None:
        """Put passages in. `vectors` is (len(numbers), dimension), rows of length 1."""
        self._index.add_with_ids(np.ascontiguousarray(vectors), np.asarray(numbers, dtype=np.int64))

    def write(self) -> None:
        """Write the file."""
        faiss.write_index(self._index, str(self._path))


def _read(path: Path) -> Faiss:
    return faiss.read_index(str(path))


def _new(dimension: int, *, short: bool) -> Faiss:
    if not short:
        return faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))
    bits: Faiss = faiss.ScalarQuantizer
    return faiss.IndexIDMap2(faiss.IndexScalarQuantizer(dimension, bits.QT_8bit, faiss.METRIC_INNER_PRODUCT))


def _is_short(index: Faiss) -> bool:
    return isinstance(faiss.downcast_index(index.index), faiss.IndexScalarQuantizer)


def _numbers(index: Faiss) -> Numbers:
    """The passages an index holds, in no order."""
    return np.asarray(faiss.vector_to_array(index.id_map), dtype=np.int64)


class DenseIndex:
    """A dense index opened for reading."""

    def __init__(self, path: Path) -> None:
        faiss.omp_set_num_threads(1)  # questions are answered side by side; one of them does not need all cores
        self._index = _read(path)
        self._highest = int(_numbers(self._index).max(initial=0))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def close(self) -> None:
        """Give its memory back."""
        del self._index

    def search(self, vector: Vectors, limit: int, scope: Scope | None) -> list[Hit]:
        """The nearest passages as (number, cosine), best first, ties by number. `vector` is (1, dimension)."""
        limit = min(limit, self._index.ntotal if scope is None else scope.passages)
        if limit == 0:
            return []
        selector = None if scope is None else self._selector(scope)  # must outlive the search
        scores, numbers = self._index.search(vector, limit, params=_faiss.SearchParameters(sel=selector))
        found = [(int(n), float(s)) for n, s in zip(numbers[0], scores[0], strict=True) if n >= 0]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def similarities(self, vector: Vectors, numbers: Sequence[int]) -> list[float]:
        """The cosine of each of these passages with the vector."""
        if not numbers:
            return []
        rows = self._index.reconstruct_batch(np.asarray(numbers, dtype=np.int64))
        return [float(value) for value in rows @ vector[0]]

    def _selector(self, scope: Scope) -> Faiss:
        """One bit a passage: the same cost whatever the number of documents."""
        bits = np.zeros(self._highest + 1, dtype=bool)
        for start, end in scope.ranges:
            bits[start:end] = True
        return _faiss.IDSelectorBitmap(np.packbits(bits, bitorder="little"))
