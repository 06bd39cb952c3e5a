"""Batches of queries and passages."""

import numpy as np
import pytest

from retrieval.training.bags import Texts
from retrieval.training.tasks import PairTask, SpanTask


def numbered(rows: int, length: int) -> Texts:
    """Texts of `length` tokens whose every token is the number of its text."""
    return Texts(np.repeat(np.arange(rows, dtype=np.int32), length), np.arange(rows + 1) * length)


@pytest.mark.parametrize("block", [1, 4, 7])
def test_queries_stand_beside_their_own_passages(block: int) -> None:
    """Row by row, both sides come from the same text; none comes twice."""
    task = PairTask("par", 1.0, numbered(50, 3), numbered(50, 20), np.arange(50), block=block, window=8)
    batch = task.batch(np.random.default_rng(1), 24)
    asked, told = batch.queries.ids.reshape(-1, 3)[:, 0], batch.passages.ids.reshape(-1, 8)[:, 0]
    assert asked.tolist() == told.tolist() == batch.keys.tolist()
    assert len(set(batch.keys.tolist())) == len(batch.keys) >= 16


def test_empty_sides_are_left_out() -> None:
    """A heading without tokens teaches nothing."""
    queries = Texts(np.array([1, 2], dtype=np.int32), np.array([0, 1, 1, 2]))
    task = PairTask("par", 1.0, queries, numbered(3, 5), np.arange(3))
    assert sorted(task.batch(np.random.default_rng(1), 8).keys.tolist()) == [0, 2]


def test_a_span_and_the_rest_make_up_the_window() -> None:
    """What is asked for is taken out of what answers, unless it is left in."""
    for left_in, total in ((0.0, 24), (1.0, 24 + 5)):
        task = SpanTask("biter", 1.0, numbered(9, 24), window=24, shortest=5, longest=5, left_in=left_in)
        batch = task.batch(np.random.default_rng(2), 9)
        assert len(batch.queries.ids) == 9 * 5
        assert len(batch.queries.ids) + len(batch.passages.ids) == 9 * total
        assert np.bincount(batch.passages.ids).tolist() == [total - 5] * 9


def test_short_texts_give_no_spans() -> None:
    """A text must be longer than a few spans."""
    batch = SpanTask("biter", 1.0, numbered(5, 6)).batch(np.random.default_rng(2), 5)
    assert len(batch.keys) == 0
