"""The training loop."""

import numpy as np
import pytest
import torch

from retrieval.training.bags import Bags, Texts
from retrieval.training.loop import contrastive_loss, fit
from retrieval.training.recipe import Recipe
from retrieval.training.tasks import Batch, PairTask

RECIPE = Recipe(dimension=8, batch=12, steps=60, learning_rate=0.1, threads=1)


def translation() -> PairTask:
    """Token `i` means token `i + 12`."""
    left = Texts(np.arange(12, dtype=np.int32), np.arange(13))
    right = Texts(np.arange(12, 24, dtype=np.int32), np.arange(13))
    return PairTask("ord", 1.0, left, right, np.arange(12))


def test_pairs_come_to_lie_together() -> None:
    """After training, every token's nearest on the other side is its partner."""
    heard: list[float] = []
    start = np.random.default_rng(1).normal(size=(24, 8)).astype(np.float32)
    vectors = fit(start, [translation()], RECIPE, lambda _, loss: heard.append(loss))
    assert len(heard) == 60
    assert heard[-1] < 0.2 < heard[0]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert (vectors[:12] @ vectors[12:].T).argmax(axis=1).tolist() == list(range(12))


def test_equal_seeds_give_equal_vectors() -> None:
    """A run can be repeated number by number."""
    start = np.random.default_rng(1).normal(size=(24, 8)).astype(np.float32)
    first, second = (fit(start, [translation()], RECIPE, lambda *_: None) for _ in range(2))
    assert np.array_equal(first, second)


def test_rows_of_one_key_are_no_negatives() -> None:
    """Two headings of the same words do not push each other's passages away."""
    ids, starts = np.array([0, 0, 1, 2, 3, 4]), np.arange(3)
    batch = Batch(Bags(ids[:3], starts), Bags(ids[3:], starts), np.array([7, 7, 8]))
    apart = Batch(batch.queries, batch.passages, np.array([6, 7, 8]))
    weights = torch.eye(5)
    assert float(contrastive_loss(weights, batch, 1.0)) < float(contrastive_loss(weights, apart, 1.0))
    alone = Batch(Bags(ids[:2], starts[:2]), Bags(ids[3:5], starts[:2]), np.array([7, 7]))
    assert float(contrastive_loss(weights, alone, 1.0)) == pytest.approx(0)
