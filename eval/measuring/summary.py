"""All measures of a run with their intervals, by name."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.measuring.intervals import Estimate, drawn_estimate, mean_estimate
from eval.measuring.refusal import auroc, refusal_counts
from eval.measuring.scored import Scored, table_of

AUROC = "refusal / AUROC"
PRECISION = "refusal / precision"
RECALL = "refusal / recall"
MEDIAN = "latency / median ms"
P95 = "latency / p95 ms"

Places = NDArray[np.intp]
Summary = dict[str, Estimate]


def summary_of(questions: Sequence[Scored]) -> Summary:
    """Every measure of a run: means by group, refusal, and latency."""
    item_of = {one.key: one.item for one in questions}
    measures = {name: mean_estimate(values, item_of) for name, values in sorted(table_of(questions).items())}
    return {**measures, **_refusal(questions), **_latency(questions)}


def values_of(questions: Sequence[Scored]) -> dict[str, float]:
    """The measures that can be guarded, without intervals: means by group, and refusal."""
    means = {name: float(np.mean(list(values.values()))) for name, values in table_of(questions).items()}
    alone = [one for one in questions if one.alone]
    if any(not one.answerable for one in alone) and any(one.answerable for one in alone):
        sure, answerable = _confidence(alone)
        means[AUROC] = auroc(sure, answerable)
    return means


def _refusal(questions: Sequence[Scored]) -> Summary:
    alone = [one for one in questions if one.alone]
    if all(one.answerable for one in alone) or not any(one.answerable for one in alone):
        return {}
    sure, answerable = _confidence(alone)

    def precision(drawn: Places) -> float:
        rightly, wrongly, _ = refusal_counts([alone[at] for at in drawn])
        return rightly / (rightly + wrongly) if rightly + wrongly else 1.0

    def recall(drawn: Places) -> float:
        rightly, _, unanswerable = refusal_counts([alone[at] for at in drawn])
        return rightly / unanswerable if unanswerable else 1.0

    return {
        AUROC: drawn_estimate(len(alone), lambda drawn: auroc(sure[drawn], answerable[drawn])),
        PRECISION: drawn_estimate(len(alone), precision),
        RECALL: drawn_estimate(len(alone), recall),
    }


def _confidence(questions: Sequence[Scored]) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([one.confidence for one in questions]),
        np.array([one.answerable for one in questions], dtype=bool),
    )


def _latency(questions: Sequence[Scored]) -> Summary:
    times = np.array([one.milliseconds for one in questions])
    if not times.size:
        return {}
    return {
        MEDIAN: drawn_estimate(times.size, lambda drawn: float(np.median(times[drawn]))),
        P95: drawn_estimate(times.size, lambda drawn: float(np.percentile(times[drawn], 95))),
    }
