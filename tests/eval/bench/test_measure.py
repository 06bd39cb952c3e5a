"""What is measured is there: a small made collection is read, asked and answered."""

from pathlib import Path

from eval.bench.__main__ import HEAD, row
from eval.bench.measure import measure, spread


def test_a_small_collection_is_measured(tmp_path: Path) -> None:
    """Most of its questions are answered with the right figure, and every measure is above nothing."""
    found = measure(320, tmp_path)
    assert found.passages > 200
    assert found.right >= 0.75
    assert min(found.reading, found.opening, *found.asking, *found.bm25, found.memory, found.disk) > 0
    assert len(row(found)) == len(HEAD)


def test_spread_is_the_median_and_the_95th_percentile() -> None:
    """Of a hundred values, the middle one and the 96th in order."""
    assert spread([float(value) for value in range(100, 0, -1)]) == (51.0, 96.0)
