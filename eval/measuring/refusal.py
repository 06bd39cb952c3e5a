"""Refusing: how well confidence tells answerable questions from others, and what the threshold makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.measuring.scored import Scored, decisive

BINS = 10


@dataclass(frozen=True, slots=True)
class RocPoint:
    """At a threshold: the share of unanswerable questions that are answered, and of answerable ones that are."""

    threshold: float
    answered_wrongly: float
    answered_rightly: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of about the same confidence: how sure on average, which share was right, and how many they are."""

    confidence: float
    right: float
    count: int


def auroc(confidence: NDArray[np.float64], answerable: NDArray[np.bool_]) -> float:
    """The chance that an answerable question is surer than an unanswerable one; ties count half. 0.5 without both."""
    yes, no = confidence[answerable], np.sort(confidence[~answerable])
    if not yes.size or not no.size:
        return 0.5
    below, up_to = np.searchsorted(no, yes, "left"), np.searchsorted(no, yes, "right")
    return float((below + up_to).mean() / (2 * no.size))


def roc(questions: Sequence[Scored]) -> list[RocPoint]:
    """The curve over all thresholds, from refusing everything to answering everything."""
    alone = [one for one in questions if one.alone]
    sure = np.array([one.confidence for one in alone])
    answerable = np.array([one.answerable for one in alone], dtype=bool)
    if not answerable.any() or answerable.all():
        return []
    thresholds = [1.01, *sorted({one.confidence for one in alone}, reverse=True)]
    return [
        RocPoint(at, float((sure[~answerable] >= at).mean()), float((sure[answerable] >= at).mean()))
        for at in thresholds
    ]


def refusal_counts(questions: Sequence[Scored]) -> tuple[int, int, int]:
    """Of the questions that stand alone: refused rightly, refused wrongly, unanswerable ones in all."""
    alone = [one for one in questions if one.alone]
    rightly = sum(one.values.get("refused", 0.0) for one in alone)
    wrongly = sum(one.values.get("false refusal", 0.0) for one in alone)
    return int(rightly), int(wrongly), sum(not one.answerable for one in alone)


def calibration(questions: Sequence[Scored]) -> list[Bin]:
    """Confidence against how often the first thing shown is right, in bins of equal width; empty ones are left out."""
    judged = [(one.confidence, _is_right(one)) for one in questions if one.alone]
    bins: list[list[tuple[float, float]]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        Bin(float(np.mean([c for c, _ in held])), float(np.mean([r for _, r in held])), len(held))
        for held in bins
        if held
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far confidence is from being right, on average over the questions."""
    total = sum(one.count for one in bins)
    return sum(abs(one.confidence - one.right) * one.count for one in bins) / total if total else 0.0


def _is_right(one: Scored) -> float:
    """An unanswerable question is answered wrongly by whatever is answered."""
    return (decisive(one) or 0.0) if one.answerable else 0.0
