"""How sure an answer is, and whether it is sure enough to be given."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.figures import RankedFigure
from retrieval.query import Query
from retrieval.search import Candidate
from retrieval.weights import Weights, logistic, score

CONFIDENCE_FEATURES = ("coverage", "unknown", "dense", "label", "unit", "period")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to answer, and the probability that the answer is right."""

    answered: bool
    confidence: float
    features: dict[str, float]
    best: float

    def share(self, item: RankedFigure) -> float:
        """How sure a figure is beside the best one: 1 for the best, towards 0 for one far behind it."""
        return 2 * logistic(min(item.score - self.best, 0.0))


def judge(query: Query, candidates: Sequence[Candidate], ranked: Sequence[RankedFigure], weights: Weights) -> Verdict:
    """Weigh what speaks for the best answer. A figure question without a figure is never answered with one."""
    features = dict.fromkeys(CONFIDENCE_FEATURES, 0.0)
    best = ranked[0].score if ranked else 0.0
    if not candidates:
        return Verdict(False, 0.0, features, best)
    by_figure = bool(ranked) and query.question.wants_figure
    top = ranked[0].candidate if by_figure else candidates[0]
    features["coverage"] = max(candidate.features["coverage"] for candidate in candidates[:3])
    features["unknown"] = _unknown(query)
    features["dense"] = top.features["dense"]
    if by_figure:
        found = ranked[0].features
        features["label"] = found["covered"]
        features["unit"] = found["unit"]
        features["period"] = found["period"]
    else:
        features["label"] = top.features["coverage"]
        features["period"] = top.features["year"]
    confidence = logistic(score(weights.confidence, features))
    return Verdict(confidence >= weights.threshold, round(confidence, 4), features, best)


def _unknown(query: Query) -> float:
    """The share of the subject, weighted by rarity, that stands nowhere in the collection."""
    return sum(concept.rarity for concept in query.subject if not concept.known) / query.total
