"""The dense leg finds what lies nearest: vectors are whole while they are few, in eight bits when they are many."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.index.legs import dense
from retrieval.index.legs.dense import DenseIndex, DenseWriter, is_short
from retrieval.index.legs.protocol import Vectors
from retrieval.index.records import DocumentRecord
from retrieval.index.scope import Filter, Scope

DIMENSION = 16
MANY = 2000


def unit(count: int, seed: int = 0) -> Vectors:
    """So many random unit vectors."""
    rows = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def written(path: Path, vectors: Vectors) -> DenseIndex:
    """An index over these vectors, numbered from 1."""
    writer = DenseWriter(path, DIMENSION, len(vectors))
    if writer.must_learn:
        writer.learn(vectors)
    writer.add(list(range(1, len(vectors) + 1)), vectors)
    writer.write()
    return DenseIndex(path)


def within(*runs: tuple[int, int]) -> Scope:
    """Documents whose passages are these runs of numbers."""
    texts = ("id", "a.txt", "digest", "text/plain", "A", "rapport", None, "nb")
    return Scope(Filter(), [DocumentRecord(first, *texts, 1, 1, first, end - first) for first, end in runs])


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight bits a number from a hundred vectors on."""
    monkeypatch.setattr(dense, "FLAT_UNTIL", 100)


def best(vectors: Vectors, query: Vectors, count: int) -> list[int]:
    """The truth: numbers of the nearest."""
    return [int(at) + 1 for at in np.argsort(-(vectors @ query[0]), kind="stable")[:count]]


def test_the_kind_follows_the_size() -> None:
    """In full while that costs little."""
    assert [is_short(count) for count in (0, 20_000, 20_001, 620_000)] == [False, False, True, True]


def test_a_small_index_is_exact(tmp_path: Path) -> None:
    """Every vector is compared."""
    vectors = unit(500)
    query = unit(1, seed=9)
    found = written(tmp_path / "a", vectors).search(query, 10, None)
    assert [number for number, _ in found] == best(vectors, query, 10)


@pytest.mark.usefixtures("short")
def test_a_large_index_finds_nearly_all_of_what_is_nearest(tmp_path: Path) -> None:
    """Eight bits a number change little in the order."""
    vectors = unit(MANY)
    index = written(tmp_path / "a", vectors)
    shares = []
    for seed in range(1, 21):
        query = unit(1, seed=seed)
        found = {number for number, _ in index.search(query, 10, None)}
        shares.append(len(found & set(best(vectors, query, 10))) / 10)
    assert np.mean(shares) >= 0.95


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("count", [80, MANY])
def test_a_search_within_documents_misses_nothing_of_them(tmp_path: Path, count: int) -> None:
    """And finds nothing else."""
    vectors = unit(count)
    allowed = within((11, 31), (50, 60))
    chosen = [*range(11, 31), *range(50, 60)]
    found = [number for number, _ in written(tmp_path / "a", vectors).search(vectors[:1], 100, allowed)]
    assert sorted(found) == chosen
    assert written(tmp_path / "b", vectors).search(vectors[:1], 5, within()) == []


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("count", [80, MANY])
def test_what_is_removed_is_never_found(tmp_path: Path, count: int) -> None:
    """Nor is anything else lost."""
    path = tmp_path / "a"
    vectors = unit(count)
    written(path, vectors)
    writer = DenseWriter(path, DIMENSION, count)
    writer.remove([1, 3])
    writer.write()
    assert DenseWriter(path, DIMENSION, count).held == frozenset(range(1, count + 1)) - {1, 3}
    assert 1 not in {number for number, _ in DenseIndex(path).search(vectors[:1], 50, None)}


@pytest.mark.usefixtures("short")
def test_an_index_that_outgrows_its_kind_begins_anew(tmp_path: Path) -> None:
    """It then wants all vectors, and tells from how many it learns."""
    path = tmp_path / "a"
    written(path, unit(90))
    grown = DenseWriter(path, DIMENSION, 150)
    assert (len(grown.held), grown.next_after) == (90, 0)
    assert grown.must_learn > 0
    same = DenseWriter(path, DIMENSION, 95)
    assert (same.next_after, same.must_learn) == (90, 0)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("count", [80, MANY])
def test_similarities_are_cosines(tmp_path: Path, count: int) -> None:
    """Eight bits a number change them by less than a hundredth."""
    vectors = unit(count)
    found = written(tmp_path / "a", vectors).similarities(vectors[:1], [1, 7, 20])
    assert found == pytest.approx([float(vectors[at] @ vectors[0]) for at in (0, 6, 19)], abs=0.01)
