"""Fit how sure an answer is: on right and wrong ones, on questions without one, and on evidence withheld."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.fitting.asked import Asked, Collection
from eval.fitting.models import Matrix, fit_chance, named, threshold_for
from eval.items import FIGURE_KINDS, Item
from eval.marks import cites, is_right_amount
from eval.run import Record, in_process, run
from retrieval.confidence import CONFIDENCE_FEATURES, cannot_answer, judge
from retrieval.figures import rank_figures
from retrieval.index.scope import Filter
from retrieval.search import Candidate, search
from retrieval.weights import Weights, logistic

L2 = 0.3
MOST_REFUSED = 0.04
"""How many of the answerable questions may be refused for the sake of those that are not."""
WRONG_COUNTS = 0.3
"""How much a wrong answer to an answerable question counts beside a right one; all unanswerable ones count as much as
all answerable ones together."""
WITHHELD_COUNT = 0.15
"""How much all questions whose evidence is withheld count beside all answerable ones."""

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Examples:
    """What is learnt from: features (examples, features), whether each answer is right, how much each counts."""

    features: Matrix
    right: NDArray[np.bool_]
    importance: Matrix


def fit_confidence(
    collections: Sequence[Collection], asked: Sequence[Asked], weights: Weights, report: Report
) -> tuple[dict[str, float], float]:
    """The weights of confidence, and the threshold below which nothing is answered.

    `asked` are asked a second time with all that answers them withheld: what is found then is near, and wrong.
    """
    records = [record for collection in collections for record in _records(collection, weights)]
    features = _matrix([_felt(record) for record in records])
    right = np.array([_first_is_right(record) for record in records])
    answerable = np.array([record.turn.kind != "unanswerable" for record in records])
    examples = _examples(features, right, answerable, _matrix([_withheld(one, weights) for one in asked]))
    fitted, bias = fit_chance(examples.features, examples.right, examples.importance, L2)
    scores = features @ fitted + bias
    judged = np.where([cannot_answer(_felt(record)) for record in records], -np.inf, scores)
    threshold = threshold_for(judged[answerable].tolist(), judged[~answerable].tolist(), MOST_REFUSED)
    refused = float(np.mean(judged[~answerable] < threshold)) if (~answerable).any() else 0.0
    report(f"confidence: refuses {refused:.3f} of the unanswerable")
    slope, shift = _calibrated(scores, right)
    weighed = {"bias": round(bias * slope + shift, 4), **named(fitted * slope, CONFIDENCE_FEATURES)}
    return weighed, round(logistic(threshold * slope + shift), 4)


def _examples(features: Matrix, right: NDArray[np.bool_], answerable: NDArray[np.bool_], withheld: Matrix) -> _Examples:
    total = float(answerable.sum())
    asked = np.where(answerable, np.where(right, 1.0, WRONG_COUNTS), total / max((~answerable).sum(), 1))
    return _Examples(
        np.concatenate([features, withheld]),
        np.concatenate([right, np.zeros(len(withheld), bool)]),
        np.concatenate([asked, np.full(len(withheld), WITHHELD_COUNT * total / max(len(withheld), 1))]),
    )


def _matrix(rows: Sequence[Mapping[str, float]]) -> Matrix:
    return np.array([[row[name] for name in CONFIDENCE_FEATURES] for row in rows]).reshape(-1, len(CONFIDENCE_FEATURES))


def _withheld(one: Asked, weights: Weights) -> dict[str, float]:
    """The features of what a question would be answered with if nothing of its evidence were there."""
    found = search(one.index, one.query, Filter(), weights).candidates
    left = [candidate for candidate in found if not _answers(candidate, one)]
    asks_number = one.query.question.wants_figure or one.query.question.wants_date
    ranked = rank_figures(one.index, one.query, left, weights) if asks_number else []
    return judge(one.query, left, ranked, weights).features


def _answers(candidate: Candidate, one: Asked) -> bool:
    """Whether a passage is of the evidence, or holds the amount asked for wherever it stands."""
    passage = candidate.passage
    lines = (passage.lines[0], passage.lines[-1])
    if one.index.documents[passage.document].source == one.source and cites(passage.page, lines, one.turn):
        return True
    return one.turn.kind in FIGURE_KINDS and any(
        is_right_amount(float(figure.amount), one.turn) for figure in candidate.figures
    )


def _calibrated(scores: Matrix, outcomes: NDArray[np.bool_]) -> tuple[float, float]:
    """What a score is multiplied with and shifted by to be the chance that the answer is right (Platt 1999)."""
    slope, shift = fit_chance(scores[:, None], outcomes, np.ones(len(scores)), 0.0)
    return float(slope[0]), shift


def _records(collection: Collection, weights: Weights) -> Iterator[Record]:
    """The plain questions asked; what became an overview is sure in its own way."""
    ask = in_process(collection.answerer.with_weights(weights))
    for entry in collection.sets:
        asked = run([item for item in entry.items if _is_plain(item)], ask, entry.sources)
        yield from (record for record in asked if record.reply.overview is None)


def _is_plain(item: Item) -> bool:
    return not item.kept and not item.is_conversation and item.turns[0].kind != "compare"


def _felt(record: Record) -> dict[str, float]:
    """The confidence features of a reply, from its trace."""
    return dict(record.reply.trace["confidence"])


def _first_is_right(record: Record) -> bool:
    return bool(record.marks.get("cited@1", record.marks.get("passage@1", False)))
