"""The index beside the store and the index in Qdrant give the same replies to the same questions."""

from collections.abc import Sequence
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from qdrant_client import QdrantClient

from eval.items import Item
from eval.sets import sets_for
from ingest.document import Document
from ingest.read import read_document
from retrieval.answer import Answerer
from retrieval.index.legs.qdrant.keeping import QdrantKeeping
from retrieval.index.scope import Filter
from tests.eval.sample import engine_over, read_sample, reply, sample_set

pytestmark = pytest.mark.filterwarnings("ignore:Payload indexes have no effect", "ignore:Local mode performs exact")
Pair = tuple[Answerer, Answerer]
LAST_DECIMAL = 1.5e-3


def both(documents: Sequence[Document], folder: Path) -> Pair:
    """Answerers over the same documents, with their legs beside the store and in Qdrant."""
    away = QdrantKeeping(QdrantClient(location=":memory:"), ":memory:")
    beside = engine_over(documents, folder / "beside")
    return beside.answerer(), engine_over(documents, folder / "away", away).answerer()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """The sample documents kept both ways."""
    return both(read_sample(), tmp_path_factory.mktemp("congruence"))


def alike(one: Any, other: Any) -> bool:
    """Whether two replies are the same, but for the last decimal of a score: tantivy adds up in single precision."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-9, abs_tol=LAST_DECIMAL)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(value, other[key]) for key, value in one.items())
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def check_same(pair: Pair, items: Sequence[Item], chosen: Filter | None = None) -> None:
    """Every answer, figure and citation, and the passages, turn by turn."""
    for item in items:
        history: list[str] = []
        for turn in item.turns:
            beside, away = (reply(answerer, turn.question, history, chosen) for answerer in pair)
            assert alike(away, beside), turn.question
            history.append(turn.question)


def test_replies_are_the_same(sample: Pair) -> None:
    """A part of the questions; all of them in `make test-long`."""
    check_same(sample, sample_set().items[::12])


def test_replies_within_a_choice_are_the_same(sample: Pair) -> None:
    """Within a document, a year, a kind."""
    document = next(iter(sample[0].index.documents.values()))
    for chosen in (Filter((document.id,)), Filter(years=(2024,)), Filter(kinds=(document.kind,))):
        check_same(sample, sample_set().items[::60], chosen)


@pytest.mark.long
def test_all_replies_are_the_same(sample: Pair) -> None:
    """All questions over the sample documents."""
    check_same(sample, sample_set().items)


@pytest.mark.long
@pytest.mark.real
def test_replies_over_the_real_documents_are_the_same(real_documents: Path, tmp_path: Path) -> None:
    """All questions over them, however they are put."""
    paths = sorted(path for path in real_documents.iterdir() if path.suffix in (".txt", ".pdf"))
    pair = both([read_document(path.read_bytes(), path.name) for path in paths], tmp_path)
    for entry in sets_for([path.name for path in paths]):
        check_same(pair, entry.items)
