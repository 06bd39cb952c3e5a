"""The numbers of a training run, and what it reports."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that a run depends on beside its data: equal recipes on equal data give equal models.

    `scale` sharpens the softmax over the batch; `rare` is the frequency at which a token's first weight is a half.
    """

    pieces: int = 48_000
    dimension: int = 352
    batch: int = 1024
    steps: int = 2_500
    learning_rate: float = 0.05
    scale: float = 20.0
    rare: float = 1e-3
    threads: int = 1
    seed: int = 2024


CONTINUED = Recipe(steps=300, learning_rate=0.03)
"""The numbers of a run that goes on from an earlier model, whose tokens and dimension it keeps."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a run made: where, how large, from how much, and how good on questions it never saw.

    `start` is the fingerprint of the model it went on from, None for a run from nothing. `words` names the analysis and
    the term list that told which words belong together.
    """

    folder: Path
    recipe: Recipe
    start: str | None
    words: str
    rows: dict[str, int]
    loss: float
    questions: int
    recall_at_1: float
    recall_at_5: float
    megabytes: float
    seconds: float
