"""What can be turned off is turned off, and nothing else."""

from dataclasses import replace

import pytest

from eval.ablation.run import scored_without
from eval.ablation.switches import KNOWN, Ablation, parse_ablations, shipped_ablations
from eval.ablation.without import without
from eval.measuring.scored import Scored
from eval.sets import QuestionSet
from retrieval.answer import Answerer
from retrieval.confidence import CONFIDENCE_FEATURES
from retrieval.engine import Engine
from retrieval.figures import FIGURE_FEATURES
from retrieval.index.scope import Filter
from retrieval.query import make_query
from retrieval.search import PASSAGE_FEATURES, search

FEATURES = {"passage": PASSAGE_FEATURES, "figure": FIGURE_FEATURES, "confidence": CONFIDENCE_FEATURES}
QUESTION = "Hvor mange tåketimer ble registrert i 2024?"


def off(answerer: Answerer, **parts: tuple[str, ...]) -> Answerer:
    """The answerer without these parts."""
    return without(answerer, Ablation("a", "a", parts))


def forms(answerer: Answerer, entry: QuestionSet) -> set[str]:
    """Where the forms of the questions' words come from."""
    queries = [make_query(item.turns[0].question, answerer.index, answerer.language) for item in entry.items]
    return {form.origin for query in queries for concept in query.concepts for form in concept.forms}


@pytest.mark.parametrize("ablation", shipped_ablations(), ids=lambda ablation: ablation.name)
def test_an_ablation_still_answers(engine: Engine, ablation: Ablation) -> None:
    """With any one part off, a reply comes."""
    assert off(engine.answerer(), **ablation.off).ask(QUESTION, [], Filter(), 3).passages


def test_every_feature_can_be_turned_off() -> None:
    """A feature that no ablation names is one nobody knows the worth of."""
    named = {kind: {feature for one in shipped_ablations() for feature in one.off.get(kind, ())} for kind in FEATURES}
    # what the legs themselves give is off with them
    assert {kind: set(every) - named[kind] for kind, every in FEATURES.items()} == {
        "passage": {"lexical", "dense"},
        "figure": set(),
        "confidence": set(),
    }


def test_a_leg_that_is_off_finds_nothing(engine: Engine) -> None:
    """And the other one as much as before."""
    answerer = engine.answerer()
    query = make_query(QUESTION, answerer.index, answerer.language)
    both = search(answerer.index, query, Filter(), answerer.weights).legs
    for leg, other in (("lexical", "dense"), ("dense", "lexical")):
        found = search(off(answerer, legs=(leg,)).index, query, Filter(), answerer.weights).legs
        assert (found[leg], found[other]) == (0, both[other])


def test_nothing_is_like_anything_without_vectors(engine: Engine) -> None:
    """The dense feature of every candidate is none."""
    answerer = off(engine.answerer(), legs=("dense",))
    query = make_query(QUESTION, answerer.index, answerer.language)
    found = search(answerer.index, query, Filter(), answerer.weights).candidates
    assert {candidate.features["dense"] for candidate in found} == {0.0}


@pytest.mark.parametrize("form", ["compound", "part", "relative", "term"])
def test_forms_that_are_off_are_not_made(engine: Engine, few: QuestionSet, form: str) -> None:
    """The other sorts are still there."""
    whole = forms(engine.answerer(), few)
    assert form not in forms(off(engine.answerer(), forms=(form,)), few)
    assert {form, "word"} <= whole


def test_features_that_are_off_weigh_nothing(engine: Engine) -> None:
    """The other weights are as they were."""
    weights = engine.answerer().weights
    found = off(engine.answerer(), figure=("period",), confidence=("unit",)).weights
    assert found.figure == {**weights.figure, "period": 0.0}
    assert found.confidence == {**weights.confidence, "unit": 0.0}
    assert found.passage == weights.passage


def test_the_program_itself_is_left_as_it_was(engine: Engine, few: QuestionSet, few_scores: list[Scored]) -> None:
    """Turning parts off is done to a copy."""
    for ablation in shipped_ablations():
        without(engine.answerer(), ablation)
    entry = replace(few, items=few.items[:8])
    again = scored_without(entry, engine.answerer(), None)
    before = {one.key: one.values for one in few_scores}
    assert {one.key: one.values for one in again}.items() <= before.items()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[a]\nlabel = "a"\nlegs = ["smell"]', r"\[a\] legs: \['smell'\]"),
        ('[a]\nlabel = "a"\nlimbs = ["dense"]', r"\[a\] limbs"),
        ('[a]\nlabel = "a"\nfigure = ["no_such_feature"]', r"\[a\] figure"),
        ('[a]\nlabel = "a"', r"\[a\]: nothing is turned off"),
        ('[a]\nlabel = "a"\nlegs = []', r"\[a\]: nothing is turned off"),
    ],
)
def test_an_ablation_that_turns_off_nothing_is_refused(text: str, said: str) -> None:
    """It would say that a part is worth nothing."""
    with pytest.raises(ValueError, match=said):
        parse_ablations(text)


def test_every_leg_and_field_is_ablated() -> None:
    """What is there to be turned off is turned off by some ablation."""
    for sort in ("legs", "forms"):
        turned_off = {name for ablation in shipped_ablations() for name in ablation.off.get(sort, ())}
        assert turned_off == set(KNOWN[sort]) - {"word"}
