"""The dense leg: exact inner product over sentence vectors, by FAISS."""

from collections.abc import Collection, Sequence
from pathlib import Path

import faiss
import numpy as np

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]


def write_dense(path: Path, dimension: int, removed: Sequence[int], added: Sequence[int], vectors: Vectors) -> None:
    """Take vectors out of the index file and put vectors in; the file is made when missing.

    `vectors` is (len(added), dimension), float32, rows of length 1.
    """
    index = faiss.read_index(str(path)) if path.exists() else faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))
    if removed:
        index.remove_ids(faiss.IDSelectorBatch(np.asarray(removed, dtype=np.int64)))
    if added:
        index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), np.asarray(added, dtype=np.int64))
    faiss.write_index(index, str(path))


class DenseIndex:
    """A dense index opened for reading."""

    def __init__(self, path: Path) -> None:
        faiss.omp_set_num_threads(1)  # questions are answered side by side; one of them does not need all cores
        self._index = faiss.read_index(str(path))

    def search(self, vector: Vectors, limit: int, allowed: Collection[int] | None) -> list[tuple[int, float]]:
        """The nearest passages as (number, cosine), best first, ties by number. `vector` is (1, dimension)."""
        limit = min(limit, self._index.ntotal if allowed is None else len(allowed))
        if limit == 0:
            return []
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.asarray(sorted(allowed), dtype=np.int64))  # must outlive the search
            parameters = faiss.SearchParameters()
            parameters.sel = selector
        scores, numbers = self._index.search(vector, limit, params=parameters)
        found = [(int(n), float(s)) for n, s in zip(numbers[0], scores[0], strict=True) if n >= 0]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def similarities(self, vector: Vectors, numbers: Sequence[int]) -> list[float]:
        """The cosine of each of these passages with the vector."""
        if not numbers:
            return []
        rows = np.vstack([self._index.reconstruct(int(number)) for number in numbers])
        return [float(value) for value in rows @ vector[0]]
