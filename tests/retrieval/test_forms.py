"""The forms of a word: halves of compounds, and initials."""

from collections.abc import Iterable

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.forms import WEIGHT, Language, initials, made_from

TERMS = '[words]\ngroups = [["utland", "utanland"]]'


class Collection:
    """A vocabulary of given stems, with how many of a hundred passages each stands in."""

    passages = 100

    def __init__(self, stems: dict[str, int], acronyms: Iterable[str] = ()) -> None:
        self._stems = stems
        self._acronyms = frozenset(acronyms)

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """Those that are there."""
        return {term: self._stems[term] for term in terms if term in self._stems}

    def is_acronym(self, term: str) -> bool:
        """Whether it is one of those given."""
        return term in self._acronyms

    def compounds(self, *_: str) -> tuple[str, ...]:
        """None."""
        return ()

    def relatives(self, *_: str) -> tuple[str, ...]:
        """None."""
        return ()

    def abbreviations(self, *_: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """None."""
        return ()


@pytest.fixture
def language() -> Language:
    """A language with one pair of terms."""
    return Language(Analyzer(), parse_terms(TERMS, "here", Analyzer()), Background(100, {}))


def test_the_rarer_half_of_a_compound_tells_more(language: Language) -> None:
    """«barnebidragssak»: «barnebidrag» says nearly all of it, «sak» next to nothing; both together the most."""
    known = Collection({"barnebidrag": 4, "sak": 60})
    forms = {form.stems: form.weight for form in made_from("barnebidragssak", language, known)}
    assert forms[("barnebidrag", "sak")] == WEIGHT["part"]
    assert forms[("barnebidrag",)] > 4 * forms[("sak",)]
    assert forms[("barnebidrag",)] + forms[("sak",)] == pytest.approx(WEIGHT["half"])


def test_half_a_compound_may_be_said_in_another_word(language: Language) -> None:
    """«utanlandssøknad» stands where «utland» and «søknad» do."""
    known = Collection({"utland": 5, "søknad": 30})
    assert ("utland", "søknad") in {form.stems for form in made_from("utanlandssøknad", language, known)}


def test_a_word_of_unknown_parts_has_no_halves(language: Language) -> None:
    """One half alone is no sign of a compound."""
    assert not list(made_from("barnebidragssak", language, Collection({"sak": 60})))


def test_initials_are_those_of_known_parts_written_in_capitals() -> None:
    """«klageinstans» is looked for as «KI» only where the collection writes so and knows both words."""
    words = {"klag": 9, "instan": 3}
    assert [form.stems for form in initials("klageinstan", Collection(words, ["ki"]))] == [("ki",)]
    assert not list(initials("klageinstan", Collection(words)))
    assert not list(initials("klageinstan", Collection({"klag": 9}, ["ki"])))
