"""How good a model is on questions it never saw: each must find its own text among all texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.encoder import Encoder
from retrieval.training.sources import Asked


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of questions whose own text comes first, and is among the first five."""

    questions: int
    at_1: float
    at_5: float


def measure(encoder: Encoder, asked: Sequence[Asked]) -> Recall:
    """Recall over all texts that the questions are about."""
    texts = list(dict.fromkeys(row.text for row in asked))
    place = {text: number for number, text in enumerate(texts)}
    scores = encoder.encode([row.question for row in asked]) @ encoder.encode(texts).T
    own = scores[np.arange(len(asked)), [place[row.text] for row in asked]]
    better = (scores > own[:, None]).sum(axis=1)
    return Recall(len(asked), float((better < 1).mean()), float((better < 5).mean()))
