"""The term list: loader and shipped data."""

import tomllib
from importlib.resources import files
from itertools import chain, pairwise

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.terms import MOST_WORDS, parse_terms, shipped_terms
from retrieval.analysis.words import words

TEXTS = [path.read_text("utf8") for path in files("retrieval.analysis").joinpath("expressions").iterdir()]
GROUPS = [group for text in TEXTS for part in tomllib.loads(text).values() for group in part["groups"]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[a]\ngroups = [["klage"]]', r"test, \[a\]: the group \['klage'\] needs at least two"),
        ('[a]\ngroups = [["klage", "–"]]', r"test, \[a\]: .* has an expression that holds no word"),
        ('[a]\ngroups = [["klage", "Klage"]]', r"test, \[a\]: .* two expressions of the same stems"),
        ('[a]\ngroups = [["klage", "klagene"]]', r"test, \[a\]: .* two expressions of the same stems"),
        ('[a]\ngroups = [["klage", "hvor"]]', r"test, \[a\]: .* has a function word alone"),
        ('[a]\ngroups = [["klage", "a b c d e f"]]', r"test, \[a\]: .* more than 5 words"),
        (
            '[a]\ngroups = [["klage", "anke"]]\n[b]\ngroups = [["anken", "bot", "klagen"]]',
            r"test, \[a\]: the group \['klage', 'anke'\] is said by \['anken', 'bot', 'klagen'\]",
        ),
        (
            '[a]\ngroups = [["klage", "anke"]]\n[b]\ngroups = [["anke", "klage"]]',
            r"test, \[a\]: the group \['klage', 'anke'\] is said by \['anke', 'klage'\]",
        ),
        ('[a]\nother = [["klage", "anke"]]', r"test, \[a\]: write groups ="),
        ("a = 1", r"test, \[a\]: write groups ="),
        ('[a]\ngroups = ["klage", "anke"]', r"test, \[a\]: 'klage' must be a list"),
        ("[a]\ngroups = [[1, 2]]", r"test, \[a\]: \[1, 2\] must be a list"),
    ],
)
def test_a_fault_in_the_data_is_named(text: str, message: str) -> None:
    """The message names the source, the heading and the group."""
    with pytest.raises(ValueError, match=message):
        parse_terms(text, "test", Analyzer())


def test_an_expression_finds_the_others_of_all_its_groups() -> None:
    """Groups are not joined: the others of a neighbour's group are not found."""
    terms = parse_terms('[a]\ngroups = [["restanse", "bunke"], ["bunke", "haug"]]', "test", Analyzer())
    assert terms.at(["bunk"], 0) == (1, (("restan",), ("haug",)))
    assert terms.at(["restan"], 0) == (1, (("bunk",),))
    assert terms.at(["andr"], 0) == (0, ())


def test_the_longest_expression_is_read() -> None:
    """«ubehandlede saker» is read whole, though «sak» is listed too."""
    terms = parse_terms('[a]\ngroups = [["sak", "case"], ["restanse", "sak i kø"]]', "test", Analyzer())
    assert terms.at(["sak", "i", "kø"], 0) == (3, (("restan",),))


def test_function_words_are_not_looked_for() -> None:
    """A document must hold what says something; an expression that says too little without them is not looked for."""
    terms = parse_terms('[a]\ngroups = [["mottatt", "kom inn", "satt av", "ventet på svar"]]', "test", Analyzer())
    assert terms.at(["mottak"], 0) == (1, (("vent", "svar"),))
    assert terms.at(["kom", "inn"], 0) == (2, (("mottak",), ("vent", "svar")))


def test_the_shipped_list_is_large_and_every_heading_is_explained() -> None:
    """At least 2500 groups; a comment stands right above each heading."""
    assert len(GROUPS) >= 2500
    lines = [line for text in TEXTS for line in text.splitlines()]
    bare = [line for before, line in pairwise(lines) if line[:1] == "[" and before[:1] != "#"]
    assert bare == []


def test_no_shipped_expression_is_long() -> None:
    """A phrase of more words would belong to one document."""
    assert [e for e in chain.from_iterable(GROUPS) if len(words(e)) > MOST_WORDS] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("klage", "anke"),
        ("søknad", "vedtak"),
        ("mottatt", "behandlet"),
        ("innvilget", "avslag"),
        ("økning", "nedgang"),
        ("utgift", "inntekt"),
        ("merforbruk", "mindreforbruk"),
        ("fordring", "gjeld"),
        ("mann", "kvinne"),
        ("størst", "minst"),
        ("gjennomsnitt", "median"),
        ("arbeidsgiver", "arbeidstaker"),
        ("fornøyd", "misfornøyd"),
        ("antall", "andel"),
        ("medhold", "stadfestet"),
        ("øke", "redusere"),
        ("flere", "færre"),
        ("ansettelse", "oppsigelse"),
        ("midlertidig", "permanent"),
        ("overskudd", "underskudd"),
        ("budsjett", "regnskap"),
        ("bevilgning", "regnskap"),
        ("tilskudd", "lån"),
        ("lønn", "pensjon"),
        ("mål", "resultat"),
        ("frist", "norm"),
        ("klage", "søknad"),
        ("avslag", "klage"),
        ("anmeldelse", "dom"),
        ("kommune", "fylkeskommune"),
        ("departement", "direktorat"),
        ("antall", "beløp"),
        ("barn", "ungdom"),
        ("sykmeldt", "ufør"),
        ("lege", "sykepleier"),
    ],
)
def test_opposites_and_neighbours_are_not_alternatives(one: str, other: str) -> None:
    """Neither stands for the other."""
    stem = Analyzer().stem
    assert (stem(other),) not in shipped_terms().at([stem(one)], 0)[1]
    assert (stem(one),) not in shipped_terms().at([stem(other)], 0)[1]
