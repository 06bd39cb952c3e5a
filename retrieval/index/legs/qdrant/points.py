"""A passage as a point of Qdrant: its vector, its terms as a sparse vector, and what it is filtered and scored by."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from qdrant_client import models

from retrieval.index.legs.bm25 import saturated_length
from retrieval.index.legs.fields import field_terms
from retrieval.index.legs.qdrant.editions import SINCE

DENSE, LEXICAL = "dense", "lexical"
USUAL = {"body": 20.0, "context": 15.0, "grams": 120.0}
"""About how many terms a passage has in each field. What is found is scored anew, so it need not be exact."""

_ROWS = """SELECT p.number, d.id, d.kind, d.year, p.terms, p.context_terms FROM passages p
JOIN documents d ON d.number = p.document WHERE p.number BETWEEN ? AND ? ORDER BY p.number"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage as it is kept: what it is filtered by, and the stems it is found and scored by, in order."""

    number: int
    document: str
    kind: str
    year: int | None
    body: str
    context: str

    def point(self, vector: np.ndarray[tuple[int], np.dtype[np.float32]], edition: int) -> models.PointStruct:
        """The point, which is there from an edition on."""
        held = {"document": self.document, "kind": self.kind, "year": self.year, SINCE: edition}
        terms = _sparse(self.body.split(), self.context.split())
        return models.PointStruct(
            id=self.number,
            vector={DENSE: vector.tolist(), LEXICAL: terms},
            payload={**held, "body": self.body, "context": self.context},
        )


def kept(store: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Kept]:
    """These passages of a store, whose numbers ascend."""
    wanted = set(numbers)
    rows = store.execute(_ROWS, (numbers[0], numbers[-1]))
    return (Kept(number, *rest) for number, *rest in rows if number in wanted)


def sparse_query(products: Mapping[tuple[str, str], float]) -> models.SparseVector:
    """What each (field, term) counts, as a vector whose product with a passage's is what the passage comes to."""
    return _vector({_dimension(field, term): worth for (field, term), worth in products.items()})


def _sparse(body: Sequence[str], context: Sequence[str]) -> models.SparseVector:
    values: dict[int, float] = {}
    for field, terms in field_terms(body, context).items():
        length = saturated_length(len(terms), USUAL[field])
        for term, number in Counter(terms).items():
            values[_dimension(field, term)] = number / (number + length)
    return _vector(values)


def _vector(values: Mapping[int, float]) -> models.SparseVector:
    return models.SparseVector(indices=list(values), values=list(values.values()))


def _dimension(field: str, term: str) -> int:
    """The dimension of a term of a field. That two may share one costs a little of what is found, and no score."""
    return int.from_bytes(blake2b(f"{field}:{term}".encode(), digest_size=4).digest())
