"""Labels beside a question's vector."""

from collections.abc import Sequence

import numpy as np
import pytest

from retrieval.index import labels as module
from retrieval.index.labels import LabelVectors


class Letters:
    """An encoder by first letter that counts what it is given."""

    name, fingerprint, dimension = "x", "x", 26

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """A text is its first letter."""
        self.encoded += texts
        return np.eye(26, dtype=np.float32)[[ord(text[0]) - ord("a") for text in texts]]


def question(letter: str) -> np.ndarray:
    """The vector of a question."""
    return Letters().encode([letter])


def test_each_label_has_its_own_cosine() -> None:
    """The order and the number of times they are given do not matter."""
    found = LabelVectors(Letters()).likeness(question("a"), ["bil", "ansatte", "bil"])
    assert found == {"ansatte": 1.0, "bil": 0.0}


def test_a_label_is_encoded_once() -> None:
    """The next question finds it remembered."""
    encoder = Letters()
    vectors = LabelVectors(encoder)
    vectors.likeness(question("a"), ["ansatte", "bil"])
    assert vectors.likeness(question("b"), ["bil", "cafe"]) == {"bil": 1.0, "cafe": 0.0}
    assert sorted(encoder.encoded) == ["ansatte", "bil", "cafe"]


def test_no_labels_are_like_nothing() -> None:
    """A question without figures asks the encoder nothing."""
    encoder = Letters()
    assert LabelVectors(encoder).likeness(question("a"), []) == {}
    assert encoder.encoded == []


def test_no_more_than_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit makes it forget the others, and is answered all the same."""
    monkeypatch.setattr(module, "MOST_REMEMBERED", 2)
    encoder = Letters()
    vectors = LabelVectors(encoder)
    vectors.likeness(question("a"), ["ansatte", "bil"])
    assert vectors.likeness(question("c"), ["ansatte", "cafe"]) == {"ansatte": 0.0, "cafe": 1.0}
    assert encoder.encoded.count("ansatte") == 2
