"""First vectors from which tokens stand together."""

import numpy as np

from retrieval.training.bags import Texts
from retrieval.training.latent import latent_vectors


def texts_of(rows: list[list[int]]) -> Texts:
    """The rows as tokenized texts."""
    bounds = np.concatenate([[0], np.cumsum([len(row) for row in rows], dtype=np.int64)])
    return Texts(np.array([token for row in rows for token in row], dtype=np.int32), bounds)


def test_tokens_of_the_same_texts_lie_together() -> None:
    """Two subjects: the words of one are alike, and unlike the other's."""
    texts = texts_of([[0, 1], [0, 1], [0, 1, 1], [2, 3], [2, 3], [3, 2, 2]])
    likeness = (vectors := latent_vectors([[texts]], 4, 2, seed=1)) @ vectors.T
    assert likeness[0, 1] > 0.95
    assert likeness[2, 3] > 0.95
    assert abs(likeness[0, 2]) < 0.3


def test_translations_count_as_one_text() -> None:
    """Words that never stand in one text, but in a sentence and its translation, lie together."""
    left, right = texts_of([[0], [1], [0], [1]]), texts_of([[2], [3], [2], [3]])
    vectors = latent_vectors([[left, right]], 4, 2, seed=1)
    assert (vectors[:2] @ vectors[2:].T).argmax(axis=1).tolist() == [0, 1]


def test_a_token_without_text_gets_some_direction() -> None:
    """Every token can be learned from: none starts at zero, even where there is less to tell than dimensions."""
    vectors = latent_vectors([[texts_of([[0, 1], [1, 2], [0, 2]])]], 5, 8, seed=1)
    assert vectors.shape == (5, 8)
    assert abs(vectors[3] @ vectors[4]) < 0.99
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
