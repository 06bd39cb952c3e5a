"""Fit passages, then figures, then follow-ups, then confidence: each on what the one before it gives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from eval.fitting.models import Choice, Matrix, first_right, fit_chance, fit_choice, threshold_for
from eval.items import FIGURE_KINDS, Item, Turn
from eval.marks import cites, holds, is_right_amount
from eval.run import Record, in_process, run
from eval.sets import QuestionSet
from retrieval.answer import Answerer
from retrieval.confidence import CONFIDENCE_FEATURES
from retrieval.conversation import is_follow_up
from retrieval.conversation.earlier import FOLLOW_FEATURES, nearness
from retrieval.figures import FIGURE_FEATURES, RankedFigure, rank_figures
from retrieval.index.open import Index
from retrieval.index.records import PassageRecord
from retrieval.index.scope import Filter
from retrieval.query import Query, make_query
from retrieval.search import PASSAGE_FEATURES, search
from retrieval.weights import Weights, logistic

L2, L2_FOLLOW = 0.3, 0.2
MOST_REFUSED = 0.04
"""How many of the answerable questions may be refused for the sake of those that are not."""
WRONG_COUNTS = 0.3
"""How much a wrong answer to an answerable question counts beside a right one; all unanswerable ones count as much as
all answerable ones together."""
MADE_BY = "kildesvar fit"

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Collection:
    """An index and the question sets that belong to it."""

    answerer: Answerer
    sets: Sequence[QuestionSet]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the *tune* split made ready, with its known answer and the file that holds it."""

    index: Index
    query: Query
    turn: Turn
    source: str | None


def fit(collections: Sequence[Collection], report: Report) -> Weights:
    """New weights for all four models, fitted on all collections together. Nothing of *keep* is looked at."""
    weights = collections[0].answerer.weights
    asked = [one for collection in collections for one in _all_asked(collection)]
    weights = replace(weights, passage=_passages(asked, weights, report), made_by=MADE_BY)
    weights = replace(weights, figure=_figures(asked, weights, report))
    weights = replace(weights, follow=_follow(collections, weights, report))
    confidence, threshold = _confidence(collections, weights, report)
    return replace(weights, confidence=confidence, threshold=threshold)


def _all_asked(collection: Collection) -> list[Asked]:
    return [
        _asked(collection.answerer, turn, entry)
        for entry in collection.sets
        for item in entry.items
        if _is_single(item)
        for turn in item.turns
    ]


def _asked(answerer: Answerer, turn: Turn, entry: QuestionSet) -> Asked:
    query = make_query(turn.question, answerer.index, answerer.language)
    return Asked(answerer.index, query, turn, turn.source or entry.sources.get(turn.doc or ""))


def _is_single(item: Item) -> bool:
    """A question of *tune* that stands alone; conversations and comparisons are answered by other parts as well."""
    return not item.kept and not item.is_conversation and item.turns[0].kind not in ("compare", "unanswerable")


def _passages(asked: Sequence[Asked], weights: Weights, report: Report) -> dict[str, float]:
    choices: list[Choice] = []
    for one in asked:
        candidates = search(one.index, one.query, Filter(), weights).candidates
        right = [_is_right_passage(candidate.passage, one) for candidate in candidates]
        _add(choices, [candidate.features for candidate in candidates], right, PASSAGE_FEATURES)
    return _chosen("passages", choices, PASSAGE_FEATURES, report)


def _figures(asked: Sequence[Asked], weights: Weights, report: Report) -> dict[str, float]:
    choices: list[Choice] = []
    for one in asked:
        if one.turn.kind in FIGURE_KINDS:
            ranked = rank_figures(
                one.index, one.query, search(one.index, one.query, Filter(), weights).candidates, weights
            )
            right = [_is_right_figure(item, one) for item in ranked]
            _add(choices, [item.features for item in ranked], right, FIGURE_FEATURES)
    return _chosen("figures", choices, FIGURE_FEATURES, report)


def _follow(collections: Sequence[Collection], weights: Weights, report: Report) -> dict[str, float]:
    """What figures share with the earlier answer, weighed on top of what ranks them without it."""
    choices: list[Choice] = []
    for collection in collections:
        answerer = collection.answerer.with_weights(weights)
        for entry in collection.sets:
            for item in entry.items:
                if not item.kept:
                    choices += _follow_choices(answerer, item, entry)
    fitted = fit_choice(choices, L2_FOLLOW)
    report(f"follow-ups: the first is right in {first_right(choices, fitted):.3f} of {len(choices)}")
    return {"bias": 0.0, **_named(fitted, FOLLOW_FEATURES)}


def _follow_choices(answerer: Answerer, item: Item, entry: QuestionSet) -> Iterator[Choice]:
    """The later turns of a conversation that ask for a figure and lean on the one before."""
    for number, turn in enumerate(item.turns[1:], 1):
        earlier = [before.question for before in item.turns[:number]]
        place = answerer.place_of(earlier[-1], earlier[:-1], Filter())
        if turn.kind not in FIGURE_KINDS or not is_follow_up(turn.question) or place is None:
            continue
        query = make_query(answerer.completed(turn.question, earlier), answerer.index, answerer.language)
        one = Asked(answerer.index, query, turn, turn.source or entry.sources.get(turn.doc or ""))
        found = search(one.index, query, Filter(), answerer.weights)
        ranked = rank_figures(one.index, query, found.candidates, answerer.weights)
        right = np.array([_is_right_figure(figure, one) for figure in ranked])
        if right.any():
            near = [nearness(figure, place) for figure in ranked]
            rows = np.array([[row[name] for name in FOLLOW_FEATURES] for row in near])
            yield Choice(rows, right, np.array([figure.score for figure in ranked]))


def _is_right_passage(passage: PassageRecord, one: Asked) -> bool:
    lines = (passage.lines[0], passage.lines[-1])
    if one.index.documents[passage.document].source != one.source or not cites(passage.page, lines, one.turn):
        return False
    return one.turn.kind in FIGURE_KINDS or holds(passage.text, one.turn.answer)


def _is_right_figure(item: RankedFigure, one: Asked) -> bool:
    return is_right_amount(float(item.figure.amount), one.turn) and _is_right_passage(item.candidate.passage, one)


def _add(
    choices: list[Choice], features: Sequence[Mapping[str, float]], right: Sequence[bool], names: Sequence[str]
) -> None:
    """A question whose right candidate was not found teaches nothing of choosing."""
    if any(right):
        rows = np.array([[row[name] for name in names] for row in features])
        choices.append(Choice(rows, np.array(right)))


def _chosen(name: str, choices: Sequence[Choice], names: Sequence[str], report: Report) -> dict[str, float]:
    weights = fit_choice(choices, L2)
    report(f"{name}: the first is right in {first_right(choices, weights):.3f} of {len(choices)}")
    return {"bias": 0.0, **_named(weights, names)}


def _confidence(collections: Sequence[Collection], weights: Weights, report: Report) -> tuple[dict[str, float], float]:
    records = [record for collection in collections for record in _records(collection, weights)]
    features = np.array([[_felt(record)[name] for name in CONFIDENCE_FEATURES] for record in records])
    outcomes = np.array([_first_is_right(record) for record in records])
    answerable = np.array([record.turn.kind != "unanswerable" for record in records])
    importance = np.where(
        answerable, np.where(outcomes, 1.0, WRONG_COUNTS), float(answerable.sum() / (~answerable).sum())
    )
    fitted, bias = fit_chance(features, outcomes, importance, L2)
    scores = features @ fitted + bias
    threshold = threshold_for([float(value) for value in scores[answerable]], MOST_REFUSED)
    refused = float(np.mean(scores[~answerable] < threshold)) if (~answerable).any() else 0.0
    report(f"confidence: refuses {refused:.3f} of the unanswerable")
    slope, shift = _calibrated(scores, outcomes)
    named = _named(fitted * slope, CONFIDENCE_FEATURES)
    return {"bias": round(bias * slope + shift, 4), **named}, round(logistic(threshold * slope + shift), 4)


def _calibrated(scores: Matrix, outcomes: NDArray[np.bool_]) -> tuple[float, float]:
    """What a score is multiplied with and shifted by to be the chance that the answer is right (Platt 1999)."""
    slope, shift = fit_chance(scores[:, None], outcomes, np.ones(len(scores)), 0.0)
    return float(slope[0]), shift


def _records(collection: Collection, weights: Weights) -> Iterator[Record]:
    ask = in_process(collection.answerer.with_weights(weights))
    for entry in collection.sets:
        yield from run([item for item in entry.items if _is_plain(item)], ask, entry.sources)


def _is_plain(item: Item) -> bool:
    return not item.kept and not item.is_conversation and item.turns[0].kind != "compare"


def _felt(record: Record) -> dict[str, float]:
    """The confidence features of a reply, from its trace."""
    return dict(record.reply.trace["confidence"])


def _first_is_right(record: Record) -> bool:
    return bool(record.marks.get("cited@1", record.marks.get("passage@1", False)))


def _named(weights: Matrix, names: Sequence[str]) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, weights, strict=True)}
