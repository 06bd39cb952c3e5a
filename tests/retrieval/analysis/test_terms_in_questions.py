"""Everyday, nynorsk and English questions find official words."""

from collections.abc import Iterable

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import shipped_terms
from retrieval.analysis.words import words
from retrieval.concepts import Concept, concepts
from retrieval.forms import WEIGHT, Language
from retrieval.matching import Matcher


class OneDocument:
    """A vocabulary of the words of one sentence."""

    passages = 100

    def __init__(self, text: str) -> None:
        self.stems = set(Analyzer().terms(text))

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """Every word stands in two passages."""
        return dict.fromkeys(self.stems.intersection(terms), 2)

    def is_acronym(self, *_: str) -> bool:
        """No acronyms here."""
        return False

    def compounds(self, *_: str) -> tuple[str, ...]:
        """No compounds here."""
        return ()

    def relatives(self, *_: str) -> tuple[str, ...]:
        """No relatives here."""
        return ()

    def abbreviations(self, *_: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """No abbreviations here."""
        return ()


def asked(question: str, document: str) -> tuple[Concept, ...]:
    """What a question asks of a collection of one document."""
    return concepts(question, Language(Analyzer(), shipped_terms(), Background(100, {})), OneDocument(document))


def held(concept: Concept, stems: list[str]) -> float:
    """How well a text with these stems holds a concept."""
    return Matcher([concept]).matches(frozenset(stems))[0]


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("saksbunken", "restansen"),
        ("ubehandlede saker", "restanser"),
        ("saker i kø", "restanse"),
        ("kom inn", "innkomne klager, de mottatte"),
        ("snudd", "omgjort"),
        ("satt av", "bevilgningen"),
        ("hvor lenge", "varigheten"),
        ("gikk opp", "økte"),
        ("i snitt", "gjennomsnittet"),
        ("til sammen", "totalt"),
        ("juks", "bedrageri"),
        ("skylder", "gjeld"),
        ("hadde til gode", "fordringer"),
        ("lyst ut", "utlysning"),
        ("i fjor", "forrige år"),
        ("sjukmelding", "sykmeldinger"),
        ("tilsette", "ansatte"),
        ("verksemda", "virksomhet"),
        ("løyvinga", "bevilgning"),
        ("fråvær", "fravær"),
        ("auka", "økte"),
        ("brukarar", "brukere"),
        ("tenester", "tjeneste"),
        ("rekneskapen", "regnskapet"),
        ("sakshandsamingstida", "saksbehandlingstiden"),
        ("vidaregåande opplæring", "videregående opplæring"),
        ("weeks", "uker"),
        ("days", "dager"),
        ("how long", "varighet"),
        ("first instance", "førsteinstans"),
        ("membership", "medlemskap"),
        ("received", "mottatt"),
        ("spent", "forbruk"),
        ("research council", "forskningsrådet"),
        ("unemployed", "arbeidsledige"),
        ("backlog", "restanser"),
        ("complaints", "klager"),
        ("municipalities", "kommunene"),
        ("sick leave", "sykefravær"),
        ("processing time", "saksbehandlingstid"),
        ("employees", "ansatte"),
    ],
)
def test_a_question_word_finds_the_official_word(question: str, document: str) -> None:
    """The question's expression is one known concept, and the document's own words hold it."""
    found = asked(question, document)
    assert [concept.known for concept in found] == [True]
    assert held(found[0], Analyzer().terms(document)) >= WEIGHT["phrase"]


def test_an_official_word_finds_the_everyday_one() -> None:
    """Groups work both ways."""
    assert held(asked("restanse", "en saksbunke")[0], [Analyzer().stem("saksbunke")]) == 0.8


def test_function_words_of_an_expression_are_not_looked_for() -> None:
    """The question's own «ventet på svar» is held by a text with its two words."""
    (concept,) = asked("ventet på svar", "de ventet lenge på et svar")
    assert held(concept, list(map(Analyzer().stem, words("ventet svar")))) == 1.0
