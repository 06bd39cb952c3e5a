"""Expressions of several words, said word by word."""

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.concepts import concepts
from retrieval.forms import WEIGHT, Language
from retrieval.matching import Matcher
from tests.retrieval.test_forms import Collection

TERMS = """
[words]
groups = [
  ["rapportering", "fortelle departementet"],
  ["fortelle", "informere"],
]
"""


@pytest.fixture
def language() -> Language:
    """A language with an expression, and another word for a word of it."""
    return Language(Analyzer(), parse_terms(TERMS, "here", Analyzer()), Background(100, {}))


def held(language: Language, text: str, **stems: int) -> float:
    """How well a text holds «fortelle departementet»."""
    found = concepts("fortelle departementet", language, Collection(stems))
    assert len(found) == 1
    return Matcher(found).matches(frozenset(Analyzer().terms(text)))[0]


def test_a_word_of_an_expression_may_be_said_with_another(language: Language) -> None:
    """Best as it is, then as it is listed as a whole, then word by word; least where one of its words is alone."""
    stems = {"fortell": 4, "departement": 9, "inform": 3, "rapportering": 5}
    as_it_is = held(language, "de forteller departementet alt", **stems)
    listed = held(language, "en rapportering", **stems)
    by_word = held(language, "de informerer departementet", **stems)
    alone = held(language, "departementet", **stems)
    assert (as_it_is, listed, by_word) == (WEIGHT["word"], WEIGHT["term"], WEIGHT["together"] * WEIGHT["term"])
    assert by_word > alone > 0


def test_the_rarer_word_alone_tells_more(language: Language) -> None:
    """By its rarity in the collection."""
    stems = {"fortell": 2, "departement": 60}
    assert held(language, "de forteller", **stems) > held(language, "departementet", **stems) > 0


def test_what_the_collection_never_says_is_no_form(language: Language) -> None:
    """Neither together nor alone."""
    assert held(language, "de informerer departementet", departement=9) == held(
        language, "departementet", departement=9
    )
