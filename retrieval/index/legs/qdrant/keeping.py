"""Legs in Qdrant made to mirror a store, opened, and given up."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from qdrant_client import QdrantClient, models

from retrieval.encoder import Encoder
from retrieval.index.legs.counts import COUNTS, Stems, TermCounts, count_terms
from retrieval.index.legs.protocol import DenseLeg, LexicalLeg
from retrieval.index.legs.qdrant.editions import (
    NAME,
    SINCE,
    UNTIL,
    Edition,
    begun_after,
    edition_of,
    ended_after,
    ended_by,
)
from retrieval.index.legs.qdrant.legs import Place, QdrantDense, QdrantLexical
from retrieval.index.legs.qdrant.points import DENSE, LEXICAL, kept
from retrieval.index.legs.qdrant.trouble import reached
from retrieval.index.legs.texts import batches, vectors_of
from retrieval.index.manifest import damaged
from retrieval.index.places import STORE
from retrieval.index.write import connect_for_reading

PATIENCE = 60
"""Seconds until a Qdrant that says nothing is taken for gone."""
AT_ONCE = 500
"""How many passages are sent together: about 5 MB."""
FILTERED = {
    "document": models.PayloadSchemaType.KEYWORD,
    "kind": models.PayloadSchemaType.KEYWORD,
    "year": models.PayloadSchemaType.INTEGER,
    SINCE: models.PayloadSchemaType.INTEGER,
    UNTIL: models.PayloadSchemaType.INTEGER,
}
"""What points are filtered by."""


class QdrantKeeping:
    """Keeps the legs of an index as a collection in Qdrant, each generation an edition of it; see `Keeping`."""

    name = "qdrant"

    def __init__(self, client: QdrantClient, address: str) -> None:
        self._client = client
        self._address = address

    def mirror(self, store: sqlite3.Connection, target: Path, present: Path | None, encoder: Encoder) -> None:
        """Make the next edition: what is gone from the store ends with it, what is new begins with it."""
        self.forget(target)
        before = None if present is None else self._edition(present)
        numbers = _numbers(store)
        held = [] if present is None else _numbers_in(present)
        removed, added = sorted(set(held) - set(numbers)), sorted(set(numbers) - set(held))
        edition = Edition(f"kildesvar-{uuid4().hex}", 1) if before is None else before.next
        edition.write(target)
        count_terms(target, present, _stems_in(present, removed), _stems(store, added))
        with reached(self._address):
            if before is None:
                self._create(edition, encoder.dimension)
            else:
                self._take_back(before)
            for batch in batches(removed, AT_ONCE):
                self._client.set_payload(edition.collection, {UNTIL: edition.number}, points=list(batch))
            for batch in batches(added, AT_ONCE):
                self._put(edition, store, batch, encoder)

    def open(self, generation: Path) -> tuple[LexicalLeg, DenseLeg]:
        """Find the edition; nothing is fetched before something is asked."""
        place = Place(self._client, self._address, self._edition(generation))
        with reached(self._address):
            if not self._client.collection_exists(place.edition.collection):
                raise damaged(generation.parent.parent, place.edition.collection)
        return QdrantLexical(place, TermCounts(generation)), QdrantDense(place)

    def forget(self, folder: Path) -> None:
        """Delete what no generation beside this folder has, and the collection with the last of them."""
        own = edition_of(folder)
        if own is None:
            return
        others = [edition_of(path) for path in folder.parent.iterdir() if path != folder]
        left = [one.number for one in others if one is not None and one.collection == own.collection]
        with reached(self._address):
            if not left:
                self._client.delete_collection(own.collection)
            elif self._client.collection_exists(own.collection):
                gone = models.Filter(must=[ended_by(min(left))])
                self._client.delete(own.collection, models.FilterSelector(filter=gone))

    def _create(self, edition: Edition, dimension: int) -> None:
        self._client.create_collection(
            edition.collection,
            vectors_config={DENSE: models.VectorParams(size=dimension, distance=models.Distance.DOT)},
            sparse_vectors_config={LEXICAL: models.SparseVectorParams()},
        )
        for field, kind in FILTERED.items():
            self._client.create_payload_index(edition.collection, field, kind)

    def _take_back(self, edition: Edition) -> None:
        """Undo what came after an edition: a run that was broken off, or a generation that was rolled back."""
        begun, ended = (after(edition.number) for after in (begun_after, ended_after))
        self._client.delete(edition.collection, models.FilterSelector(filter=begun))
        self._client.delete_payload(edition.collection, [UNTIL], models.FilterSelector(filter=ended))

    def _put(self, edition: Edition, store: sqlite3.Connection, numbers: Sequence[int], encoder: Encoder) -> None:
        vectors = vectors_of(store, numbers, encoder)
        passages = zip(kept(store, numbers), vectors, strict=True)
        points = [passage.point(vector, edition.number) for passage, vector in passages]
        self._client.upsert(edition.collection, points, wait=True)

    def _edition(self, generation: Path) -> Edition:
        found = edition_of(generation)
        if found is None or not (generation / COUNTS).exists():
            raise damaged(generation.parent.parent, NAME)
        return found


def _numbers(store: sqlite3.Connection) -> list[int]:
    return [row[0] for row in store.execute("SELECT number FROM passages ORDER BY number")]


def _numbers_in(generation: Path) -> list[int]:
    with closing(connect_for_reading(generation / STORE)) as store:
        return _numbers(store)


def _stems(store: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Stems]:
    for batch in batches(numbers):
        for passage in kept(store, batch):
            yield passage.body.split(), passage.context.split()


def _stems_in(generation: Path | None, numbers: Sequence[int]) -> Iterator[Stems]:
    if generation is not None:
        with closing(connect_for_reading(generation / STORE)) as store:
            yield from _stems(store, numbers)
