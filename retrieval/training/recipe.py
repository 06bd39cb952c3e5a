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
    steps: int = 1_500
    learning_rate: float = 0.05
    scale: float = 20.0
    rare: float = 1e-3
    threads: int = 2
    seed: int = 2024


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a run made: where, how large, from how much, and how good on questions it never saw."""

    folder: Path
    recipe: Recipe
    rows: dict[str, int]
    loss: float
    questions: int
    recall_at_1: float
    recall_at_5: float
    megabytes: float
    seconds: float
