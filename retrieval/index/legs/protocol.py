"""What a leg can be asked, and what keeps the legs of an index: the one interface that an engine must have."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from retrieval.concepts import Concept
from retrieval.encoder import Encoder
from retrieval.index.scope import Scope

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]
"""A row for each text."""

Hit = tuple[int, float]
"""A passage by its number, and its score."""


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """What a match counts in each field."""

    body: float = 1.0
    context: float = 0.6
    grams: float = 0.25


class LexicalLeg(Protocol):
    """Finds passages by the words of a question."""

    def __len__(self) -> int:
        """How many passages it holds."""

    def search(self, concepts: Sequence[Concept], limit: int, scope: Scope | None, weights: FieldWeights) -> list[Hit]:
        """The best passages by BM25, best first, ties by number. `scope` None means all of them."""

    def close(self) -> None:
        """Give back what is held for it; it is not asked afterwards."""


class DenseLeg(Protocol):
    """Finds passages by the vector of a question."""

    def __len__(self) -> int:
        """How many passages it holds."""

    def search(self, vector: Vectors, limit: int, scope: Scope | None) -> list[Hit]:
        """The nearest passages by cosine, best first, ties by number. `vector` is (1, dimension)."""

    def similarities(self, vector: Vectors, numbers: Sequence[int]) -> list[float]:
        """The cosine of each of these passages, which are in the index, with the vector."""

    def close(self) -> None:
        """Give back what is held for it; it is not asked afterwards."""


class Keeping(Protocol):
    """Where the legs of an index are kept.

    Whatever cannot be reached is raised as IndexUnusableError, never answered without.
    """

    @property
    def name(self) -> str:
        """What a generation remembers of where its legs are."""

    def mirror(self, store: sqlite3.Connection, target: Path, present: Path | None, encoder: Encoder) -> None:
        """Make the legs of a draft in the folder `target` hold what its store holds, and no more.

        They are made from those of the generation `present`, None for from nothing, which go on answering as before.
        What an earlier run that was broken off left behind is taken back.
        """

    def open(self, generation: Path) -> tuple[LexicalLeg, DenseLeg]:
        """The legs of a generation. Raises IndexUnusableError("damaged") when they are not there or not whole."""

    def forget(self, folder: Path) -> None:
        """Give up what is kept elsewhere for a generation, or for a draft, whose folder is about to be removed."""
