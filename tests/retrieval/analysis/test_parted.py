"""Expressions that a question parts."""

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.parted import gathered
from retrieval.analysis.terms import parse_terms

TERMS = parse_terms(
    """
    [t]
    groups = [
      ["forsinkelse", "ta lengre tid"],
      ["nedgang", "gå ned", "gikk ned"],
      ["utgift", "gå til"],
      ["måloppnåelse", "nå målet", "nådde målet"],
    ]
    """,
    "test",
    Analyzer(),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hvorfor tok sakene lengre tid i 2024", "hvorfor tok lengre tid sakene i 2024"),
        ("hvorfor gikk antallet nye søkere ned", "hvorfor gikk ned antallet nye søkere"),
        ("nådde etaten ikke målet om færre saker", "nådde målet etaten ikke om færre saker"),
        ("hvorfor tok det lengre tid og gikk tallet ned", "hvorfor tok lengre tid det og gikk ned tallet"),
    ],
)
def test_the_rest_comes_up_behind_its_verb(question: str, expected: str) -> None:
    """No word is lost, and the others keep their order."""
    words = question.split()
    assert gathered(words, Analyzer(), TERMS) == expected.split()


@pytest.mark.parametrize(
    "question",
    [
        "hvorfor gikk ned antallet",  # it stands together
        "hvor mye gikk i fjor til lønn",  # a preposition begins the next part of a question
        "hvorfor tok alle de mange nye sakene lengre tid",  # too far away
        "hvorfor sakene lengre tid",  # no verb
    ],
)
def test_all_else_stays_where_it_stands(question: str) -> None:
    """Only a listed expression is brought together, and only around what a verb and its subject are."""
    words = question.split()
    assert gathered(words, Analyzer(), TERMS) == words
