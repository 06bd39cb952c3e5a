"""How like a question the labels of figures are, to the encoder.

There are as many labels as figures, far more than passages, and a question looks at a few hundred of them. Their
vectors are therefore not stored: a label is encoded when it is first looked at, and remembered.
"""

from collections.abc import Iterable

import numpy as np

from retrieval.encoder import Encoder
from retrieval.index.legs.protocol import Vectors

MOST_REMEMBERED = 20_000
"""How many labels are remembered, about 30 MB of vectors; when there are more, remembering starts anew."""


class LabelVectors:
    """The vectors of labels that questions have looked at. Safe to use from several threads."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def likeness(self, vector: Vectors, labels: Iterable[str]) -> dict[str, float]:
        """The cosine of each label with a question's vector, (1, dimension)."""
        wanted = sorted(set(labels))
        if not wanted:
            return {}
        rows = self._rows(wanted)
        return dict(zip(wanted, (rows @ vector[0]).tolist(), strict=True))

    def _rows(self, labels: list[str]) -> Vectors:
        """A row for each label. Forgetting makes a new dictionary, so that a thread keeps the one it began with."""
        known = self._known
        fresh = [label for label in labels if label not in known]
        if len(known) + len(fresh) > MOST_REMEMBERED:
            known, fresh = {}, labels
            self._known = known
        for label, row in zip(fresh, self._encoder.encode(fresh), strict=True):
            known[label] = row
        return np.stack([known[label] for label in labels])
