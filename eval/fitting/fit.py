"""Fit passages, then figures, then follow-ups, then confidence: each on what the one before it gives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from eval.fitting.asked import Asked, Collection, all_asked, is_right_figure, is_right_passage, make_asked
from eval.fitting.confidence import fit_confidence
from eval.fitting.models import Choice, first_right, fit_choice, named
from eval.items import FIGURE_KINDS, Item
from eval.sets import QuestionSet
from retrieval.answer import Answerer
from retrieval.conversation import is_follow_up
from retrieval.conversation.earlier import FOLLOW_FEATURES, nearness
from retrieval.figures import FIGURE_FEATURES, rank_figures
from retrieval.index.scope import Filter
from retrieval.search import PASSAGE_FEATURES, search
from retrieval.weights import Weights

L2, L2_FOLLOW = 0.3, 0.2
MADE_BY = "kildesvar fit"

Report = Callable[[str], None]


def fit(collections: Sequence[Collection], report: Report) -> Weights:
    """New weights for all four models, fitted on all collections together. Nothing of *keep* is looked at."""
    weights = collections[0].answerer.weights
    asked = [one for collection in collections for one in all_asked(collection)]
    weights = replace(weights, passage=_passages(asked, weights, report), made_by=MADE_BY)
    weights = replace(weights, figure=_figures(asked, weights, report))
    weights = replace(weights, follow=_follow(collections, weights, report))
    confidence, threshold = fit_confidence(collections, asked, weights, report)
    return replace(weights, confidence=confidence, threshold=threshold)


def _passages(asked: Sequence[Asked], weights: Weights, report: Report) -> dict[str, float]:
    choices: list[Choice] = []
    for one in asked:
        candidates = search(one.index, one.query, Filter(), weights).candidates
        right = [is_right_passage(candidate.passage, one) for candidate in candidates]
        _add(choices, [candidate.features for candidate in candidates], right, PASSAGE_FEATURES)
    return _chosen("passages", choices, PASSAGE_FEATURES, report)


def _figures(asked: Sequence[Asked], weights: Weights, report: Report) -> dict[str, float]:
    choices: list[Choice] = []
    for one in asked:
        if one.turn.kind in FIGURE_KINDS:
            ranked = rank_figures(
                one.index, one.query, search(one.index, one.query, Filter(), weights).candidates, weights
            )
            right = [is_right_figure(item, one) for item in ranked]
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
    return {"bias": 0.0, **named(fitted, FOLLOW_FEATURES)}


def _follow_choices(answerer: Answerer, item: Item, entry: QuestionSet) -> Iterator[Choice]:
    """The later turns of a conversation that ask for a figure and lean on the one before."""
    for number, turn in enumerate(item.turns[1:], 1):
        earlier = [before.question for before in item.turns[:number]]
        place = answerer.place_of(earlier[-1], earlier[:-1], Filter())
        if turn.kind not in FIGURE_KINDS or not is_follow_up(turn.question) or place is None:
            continue
        one = make_asked(answerer, answerer.completed(turn.question, earlier), turn, entry)
        found = search(one.index, one.query, Filter(), answerer.weights)
        ranked = rank_figures(one.index, one.query, found.candidates, answerer.weights)
        right = np.array([is_right_figure(figure, one) for figure in ranked])
        if right.any():
            near = [nearness(figure, place) for figure in ranked]
            rows = np.array([[row[name] for name in FOLLOW_FEATURES] for row in near])
            yield Choice(rows, right, np.array([figure.score for figure in ranked]))


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
    return {"bias": 0.0, **named(weights, names)}
