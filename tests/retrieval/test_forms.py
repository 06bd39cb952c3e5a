"""The forms of a word: halves of compounds, and initials."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.concepts import concepts
from retrieval.forms import WEIGHT, Language, initials, made_from

TERMS = '[words]\ngroups = [["utland", "utanland"]]'


class Collection:
    """A vocabulary of given stems, with how many of a hundred passages each stands in."""

    passages = 100

    def __init__(
        self,
        stems: dict[str, int],
        acronyms: Iterable[str] = (),
        compounds: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._stems = stems
        self._acronyms = frozenset(acronyms)
        self._compounds = compounds or {}

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """Those that are there."""
        return {term: self._stems[term] for term in terms if term in self._stems}

    def is_acronym(self, term: str) -> bool:
        """Whether it is one of those given."""
        return term in self._acronyms

    def compounds(self, term: str) -> tuple[str, ...]:
        """Those given for the term."""
        return self._compounds.get(term, ())

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


def test_a_last_part_that_says_little_may_be_left_out_or_added(language: Language) -> None:
    """«barnebidrag» is nearly said by «barnebidragsområdet», and «barnebidragssaker» asks for «barnebidrag»."""
    known = Collection({"barnebidragsområd": 4, "barnebidrag": 9}, compounds={"barnebidrag": ("barnebidragsområd",)})
    made = {form.stems: form.origin for form in made_from("barnebidrag", language, known)}
    assert made[("barnebidragsområd",)] == "with_head"
    assert ("barnebidrag", "without_head") in {
        (form.stems[0], form.origin) for form in made_from("barnebidragssak", language, known)
    }


def test_initials_are_those_of_known_parts_written_in_capitals() -> None:
    """«klageinstans» is looked for as «KI» only where the collection writes so and knows both words."""
    words = {"klag": 9, "instan": 3}
    assert [form.stems for form in initials("klageinstan", Collection(words, ["ki"]))] == [("ki",)]
    assert not list(initials("klageinstan", Collection(words)))
    assert not list(initials("klageinstan", Collection({"klag": 9}, ["ki"])))


def test_two_words_are_found_as_the_one_the_collection_makes_of_them(language: Language) -> None:
    """«fog warning»: each word says little alone; joined in any of their forms they are a word of the collection."""
    terms = parse_terms('[w]\ngroups = [["tåke", "fog"], ["varsel", "warning"]]', "here", Analyzer())
    spoken = Language(language.analyzer, terms, language.background)
    known = Collection({"tåk": 8, "varsl": 9, "tåkevarsl": 3})
    fog, warning = concepts("fog warning", spoken, known)
    assert ("tåkevarsl",) in {form.stems for form in fog.forms} & {form.stems for form in warning.forms}
    assert warning.known


def test_words_with_a_small_word_between_are_not_joined(language: Language) -> None:
    """«tåke og varsel» is no «tåkevarsel»."""
    known = Collection({"tåk": 8, "varsl": 9, "tåkevarsl": 3})
    assert all(
        form.origin != "joined" for concept in concepts("tåke og varsel", language, known) for form in concept.forms
    )


class Compounded(Collection):
    """A vocabulary where every word is a part of some compounds."""

    def compounds(self, *_: str) -> tuple[str, ...]:
        """One with the word last, and one with it first."""
        return ("tåkedirektør", "direktørlønn")


def test_a_compound_is_a_kind_of_its_last_part(language: Language) -> None:
    """A «tåkedirektør» is a direktør, a «direktørlønn» is none: only the first makes the word known."""
    forms = {form.stems: form.origin for form in made_from("direktør", language, Compounded({}))}
    assert forms == {("tåkedirektør",): "kind", ("direktørlønn",): "compound"}
    (director,) = concepts("direktør", language, Compounded({"tåkedirektør": 2, "direktørlønn": 2}))
    assert director.known


def test_a_word_common_everywhere_counts_less_in_the_lexical_leg_too(language: Language) -> None:
    """However seldom this collection uses it: «bygger» tells less of what is asked about than «tåke»."""
    everywhere = Background(100, {language.analyzer.stem("bygger"): 99})
    common, telling = concepts(
        "bygger tåke", replace(language, background=everywhere), Collection({"bygg": 1, "tåk": 1})
    )
    assert common.weight < 0.6
    assert telling.weight == 1.0
