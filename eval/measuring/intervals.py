"""Bootstrap confidence intervals, and paired significance, both seeded: the same run always has the same ones."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
SIGN_FLIPS = 10_000
LEVEL = 0.95
SEED = 20240501

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure with its confidence interval, and over how many questions."""

    value: float
    low: float
    high: float
    count: int


def mean_estimate(values: Mapping[str, float], item_of: Mapping[str, str]) -> Estimate:
    """The mean of questions' scores. Whole items are drawn: the turns of a conversation stand and fall together."""
    items = sorted({item_of[key] for key in values})
    place = {item: at for at, item in enumerate(items)}
    sums, counts = np.zeros(len(items)), np.zeros(len(items))
    for key, value in values.items():
        sums[place[item_of[key]]] += value
        counts[place[item_of[key]]] += 1
    drawn = np.random.default_rng(SEED).multinomial(len(items), np.full(len(items), 1 / len(items)), RESAMPLES)
    means = (drawn @ sums) / (drawn @ counts)
    return Estimate(float(sums.sum() / counts.sum()), *_bounds(means), len(values))


def drawn_estimate(count: int, measure: Callable[[NDArray[np.intp]], float]) -> Estimate:
    """Any measure of a sample of questions, given by their places: drawn again and again, with replacement."""
    rng = np.random.default_rng(SEED)
    drawn = np.array([measure(rng.integers(0, count, count)) for _ in range(RESAMPLES // 4)])
    return Estimate(measure(np.arange(count)), *_bounds(drawn), count)


def paired_p(differences: Sequence[float]) -> float:
    """The chance of a mean difference as great as this if either run might be the better one on every question.

    A two-sided paired randomisation test (Smucker, Allan and Carterette 2007).
    """
    changed = np.array([value for value in differences if value], dtype=np.float64)
    if not changed.size:
        return 1.0
    signs = np.random.default_rng(SEED).choice([-1.0, 1.0], size=(SIGN_FLIPS, changed.size))
    extreme = np.abs(signs @ changed) >= abs(changed.sum()) - 1e-9
    return float((extreme.sum() + 1) / (SIGN_FLIPS + 1))


def _bounds(drawn: Numbers) -> tuple[float, float]:
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(drawn, [tail, 100 - tail])
    return float(low), float(high)
