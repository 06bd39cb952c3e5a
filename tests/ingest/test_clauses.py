"""Clauses, and which words of a sentence a number counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clauses import clause, standing


def words_of(text: str, number: str) -> str:
    """The words that the number, found in the text, counts."""
    start = text.index(number)
    found = standing(text, start, start + len(number))
    return text[found.first : found.last].strip()


@pytest.mark.parametrize(
    ("word", "expected"),
    [("310", "Slusene slapp gjennom 310 båter"), ("45", "losene fulgte 45 skip"), ("7", "det tok 7 timer")],
)
def test_a_clause_is_cut_at_commas_and_joining_words(word: str, expected: str) -> None:
    """Each number stands in its own."""
    assert words_of("Slusene slapp gjennom 310 båter, mens losene fulgte 45 skip og det tok 7 timer", word) == expected


def test_a_clause_has_an_end() -> None:
    """A decimal comma is no joint; a sentence without joints is cut far from the number."""
    text = "Losen betalte 7,4 millioner"
    assert clause(text, 14, 17) == (0, len(text))
    assert clause("x" * 5000 + " 45 " + "y" * 5000, 5001, 5003) == (4001, 6003)


def test_slashes_part_a_list_of_norms() -> None:
    """What stands in brackets behind a number is its own."""
    text = "Normen er 17 dager (seil) / 75 (motor klasse 1) / 135 (motor klasse 2)"
    assert words_of(text, "75") == "75 (motor klasse 1)"
    assert words_of(text, "135") == "135 (motor klasse 2)"


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Utgiftene skyldes flere lostimer og dyrere drivstoff, som ga henholdsvis 12 og 61 kroner",
            "61",
            "dyrere drivstoff",
        ),
        ("De største postene var lønn, drift og tilsyn (med båter) med henholdsvis 316, 125 og 68", "125", "drift"),
        ("Tiden økte for skip og ferger, og lå over normene på hhv. 90 og 240 dager", "240", "ferger"),
        ("Sluse og los hadde hhv. 4 og 2 ansatte", "4", "Sluse"),
        ("Tallene for sluse og los var høvesvis 4 og 2", "2", "los var"),
    ],
)
def test_respectively(text: str, number: str, expected: str) -> None:
    """A number after «henholdsvis» counts what was named at its place in the list."""
    assert words_of(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Det gjaldt noen saker, henholdsvis 12 krav og 3 klager", "12"),
        ("Andelen var henholdsvis 7 prosent", "7"),
        ("Det kom henholdsvis 4 og 2 skip", "4"),
    ],
)
def test_respectively_to_nothing_named(text: str, number: str) -> None:
    """Where nothing was named in order, a number counts what its clause says."""
    start = text.index(number)
    found = standing(text, start, start + len(number))
    assert (found.first, found.last) == clause(text, start, start + len(number))
    assert found.at == start


@settings(max_examples=80)
@given(st.text(alphabet="ab 1,og/;().", max_size=60), st.integers(0, 59), st.booleans())
def test_the_words_lie_in_the_sentence(text: str, start: int, paired: bool) -> None:
    """Whatever the sentence, and the number lies in its own clause."""
    text = f"a og b henholdsvis 1 og {text}" if paired else text
    start = min(start, max(len(text) - 1, 0))
    found = standing(text, start, min(start + 1, len(text)))
    assert 0 <= found.first <= found.last <= len(text)
    assert found.first <= found.at <= found.last
