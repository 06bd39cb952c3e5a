"""How sure an answer is, and whether it is sure enough to be given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.figures import OTHER_PERIOD, RankedFigure
from retrieval.query import Query
from retrieval.search import Candidate
from retrieval.weights import Weights, logistic, score

CONFIDENCE_FEATURES = (
    "covered",
    "missing",
    "missing_of_few",
    "missing_name",
    "dense",
    "passage_score",
    "cue",
    "own_case",
    "beyond",
    "figure",
    "figure_score",
    "margin",
    "unit",
    "counts_other",
    "period",
)
NO_ANSWER = 0.5
"""The most that is trusted to a place that cannot hold the answer, as a share of the threshold."""
LEAST_COVERED = 0.05
"""A place that holds less of the question than this is about something else."""
WITHOUT_NAME = 0.95
"""A place that lacks a name about as telling as anything in the question is about somebody or somewhere else."""
MANY = 6
"""A question that names so many things and times can do without one; to one that names few, what is missing is much."""
SCORE_SCALE = 10.0
"""Ranking scores are divided by this, so that all features are of one size."""


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
    """Weigh what speaks for the best answer. Without a candidate nothing is ever answered."""
    best = ranked[0].score if ranked else 0.0
    if not candidates:
        return Verdict(False, 0.0, dict.fromkeys(CONFIDENCE_FEATURES, 0.0), best)
    if ranked and query.question.wants_figure:
        features = _figure_features(query, ranked)
    else:
        features = _passage_features(query, candidates)
    confidence = logistic(score(weights.confidence, features))
    if cannot_answer(features):
        confidence = min(confidence, weights.threshold * NO_ANSWER)
    return Verdict(confidence >= weights.threshold, round(confidence, 4), features, best)


def cannot_answer(features: Mapping[str, float]) -> bool:
    """Whether the place is about something or somebody else, or its figure from another time than was asked for.

    Such a place is refused whatever else speaks for it.
    """
    from_another_time = bool(features["figure"]) and features["period"] <= OTHER_PERIOD
    of_another = features["missing_name"] >= WITHOUT_NAME
    return from_another_time or of_another or features["covered"] < LEAST_COVERED


def _figure_features(query: Query, ranked: Sequence[RankedFigure]) -> dict[str, float]:
    first = ranked[0]
    others = (item.score for item in ranked[1:] if item.figure.amount != first.figure.amount)
    own = first.figure.row_terms | first.figure.column_terms | frozenset(first.figure.sentence_terms)
    return {
        **_common(query, first.candidate, own),
        "figure": 1.0,
        "figure_score": first.score / SCORE_SCALE,
        "margin": min(first.score - next(others, 0.0), 3.0),
        "unit": first.features["unit"],
        "counts_other": first.features["counts_other"],
        "period": first.features["period"],
    }


def _passage_features(query: Query, candidates: Sequence[Candidate]) -> dict[str, float]:
    first = candidates[0]
    second = candidates[1].score if len(candidates) > 1 else 0.0
    return {
        **_common(query, first, frozenset()),
        "figure": 0.0,
        "figure_score": 0.0,
        "margin": min(first.score - second, 3.0),
        "unit": 0.0,
        "counts_other": 0.0,
        "period": first.features["year"],
    }


def _common(query: Query, candidate: Candidate, own: frozenset[str]) -> dict[str, float]:
    """What holds of every answer: how much of the question its place holds, and the most telling words it lacks.

    With it come signs of an answer of its kind, and whether the asker's own case or a year to come is asked for.
    """
    stems = own | candidate.passage.terms | candidate.passage.context_terms
    matches = query.matcher.matches(stems)
    lacking = [(c.rarity * (1 - match), c) for c, match in zip(query.subject, matches, strict=True)]
    named = len(query.subject) + len(query.question.periods)
    rarest = max((concept.rarity for concept in query.subject), default=1.0) or 1.0
    missing = max((lack for lack, _ in lacking), default=0.0) / rarest
    return {
        "covered": query.coverage(stems),
        "missing": missing,
        "missing_of_few": missing * max(0, MANY - named) / MANY,
        "missing_name": max((lack for lack, concept in lacking if concept.words in query.names), default=0.0) / rarest,
        "dense": candidate.features["dense"],
        "passage_score": candidate.score / SCORE_SCALE,
        "cue": candidate.features["cue"],
        "own_case": float(query.of_own_case),
        "beyond": float(query.beyond),
    }
