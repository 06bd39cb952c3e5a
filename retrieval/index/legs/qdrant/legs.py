"""Both legs of a generation as they are asked in Qdrant."""

from collections.abc import Sequence
from dataclasses import dataclass

from qdrant_client import QdrantClient, models

from retrieval.concepts import Concept
from retrieval.index.legs.bm25 import Scorer
from retrieval.index.legs.counts import TermCounts
from retrieval.index.legs.protocol import FieldWeights, Hit, Vectors
from retrieval.index.legs.qdrant.editions import Edition
from retrieval.index.legs.qdrant.points import DENSE, LEXICAL, sparse_query
from retrieval.index.legs.qdrant.trouble import reached
from retrieval.index.scope import Scope

FOUND_FOR_EACH = 4
"""How many passages are fetched for each that is wanted: a plain sum ranks them a little otherwise than the rule."""
_EXACT = models.SearchParams(exact=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the points of a generation are."""

    client: QdrantClient
    address: str
    edition: Edition

    def count(self) -> int:
        """How many passages it holds."""
        with reached(self.address):
            seen = self.edition.seen(None)
            return self.client.count(self.edition.collection, count_filter=seen, exact=True).count

    def nearest(
        self, query: list[float] | models.SparseVector, leg: str, limit: int, seen: models.Filter, payload: list[str]
    ) -> list[models.ScoredPoint]:
        """The points whose vectors have the largest products with the query, with these parts of what they hold."""
        with reached(self.address):
            found = self.client.query_points(
                self.edition.collection,
                query=query,
                using=leg,
                query_filter=seen,
                limit=limit,
                with_payload=payload or False,
                search_params=_EXACT,
            )
        return found.points


class QdrantLexical:
    """The lexical leg: found by a product of sparse vectors, scored by BM25's own rule."""

    def __init__(self, place: Place, counts: TermCounts) -> None:
        self._place = place
        self._counts = counts

    def __len__(self) -> int:
        return self._place.count()

    def search(self, concepts: Sequence[Concept], limit: int, scope: Scope | None, weights: FieldWeights) -> list[Hit]:
        """The best passages as (number, score), best first, ties by number. `scope` None means all of them."""
        scorer = Scorer(concepts, weights, self._counts)
        products = scorer.products()
        if not products:
            return []
        seen = self._place.edition.seen(scope)
        points = self._place.nearest(sparse_query(products), LEXICAL, limit * FOUND_FOR_EACH, seen, ["body", "context"])
        scored = ((int(point.id), _score(scorer, point)) for point in points)
        return sorted(((n, score) for n, score in scored if score), key=lambda hit: (-hit[1], hit[0]))[:limit]

    def close(self) -> None:
        """Close the counts; the client stays for the next generation."""
        self._counts.close()


class QdrantDense:
    """The dense leg: every vector compared, wherever it is."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def __len__(self) -> int:
        return self._place.count()

    def search(self, vector: Vectors, limit: int, scope: Scope | None) -> list[Hit]:
        """The nearest passages as (number, cosine), best first, ties by number. `vector` is (1, dimension)."""
        points = self._place.nearest(vector[0].tolist(), DENSE, limit, self._place.edition.seen(scope), [])
        return sorted(((int(point.id), point.score) for point in points), key=lambda hit: (-hit[1], hit[0]))

    def similarities(self, vector: Vectors, numbers: Sequence[int]) -> list[float]:
        """The cosine of each of these passages with the vector."""
        if not numbers:
            return []
        these = models.Filter(must=[models.HasIdCondition(has_id=list(numbers))])
        points = self._place.nearest(vector[0].tolist(), DENSE, len(numbers), these, [])
        cosines = {int(point.id): point.score for point in points}
        return [cosines[number] for number in numbers]

    def close(self) -> None:
        """Nothing is held; the client stays for the next generation."""


def _score(scorer: Scorer, point: models.ScoredPoint) -> float:
    held = point.payload or {}
    return scorer.score(held["body"].split(), held["context"].split())
