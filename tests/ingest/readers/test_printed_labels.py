"""Page numbers printed in heads and feet: believed where they count steadily, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.printed_labels import printed_labels

BODY = ["Brødtekst om havn og fyr.", "Mer tekst om det samme.", "Tåka lettet.", "Den kom tilbake.", "Så lettet den."]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


def _pages(feet: list[str]) -> list[list[str]]:
    return [[*BODY, foot, ""] for foot in feet]


def test_contents_in_roman_numerals_and_text_in_arabic() -> None:
    """The count begins anew where the text begins; the cover opens the first one though it shows no number."""
    feet = ["", "Side ii", "Side iii", "Side 1", "Side 2", "", "Side 4"]
    assert printed_labels(_pages(feet)) == ["i", "ii", "iii", "1", "2", "3", "4"]


@given(first=st.integers(1, 300), count=st.integers(4, 40), before=st.integers(0, 9))
def test_a_steady_count_labels_its_pages(first: int, count: int, before: int) -> None:
    """Alone, named, or at the end of a running head whose words change with the chapter."""
    numbers = [str(first + at) for at in range(count)]
    expected = [None] * before + numbers
    for write in ("{}", "– {} –", "{} av 400", "Side {}", "Kapittel om fyr {}", "{} Årsrapport 2024"):
        labels = printed_labels(_pages([""] * before + [write.format(number) for number in numbers]))
        assert labels[before:] == expected[before:]
        assert all(label is None or int(label) < first for label in labels[:before])


@pytest.mark.parametrize("upper", [False, True])
def test_roman_numerals_are_read_and_written(upper: bool) -> None:
    """Every numeral comes back as it was printed."""
    numerals = [numeral.upper() if upper else numeral for numeral in ROMAN]
    assert printed_labels(_pages(numerals)) == numerals


def test_numbers_that_do_not_count_are_no_labels() -> None:
    """A year in every head, a version, sums at the foot of tables, two pages that happen to follow on."""
    assert printed_labels(_pages(["Årsrapport 2024"] * 6)) == [None] * 6
    assert printed_labels(_pages(["Versjon 1"] * 6)) == [None] * 6
    assert printed_labels(_pages(["Sum 17", "Sum 40", "Sum 12", "Sum 99", "Sum 8"])) == [None] * 5
    assert printed_labels(_pages(["", "12", "13", "", ""])) == [None] * 5


def test_a_few_stray_numbers_do_not_make_a_count() -> None:
    """Numbers that fit a count stand on too few of the pages it would cover."""
    assert printed_labels(_pages(["4", "", "", "", "8", "", "", "", "12", "", "", ""])) == [None] * 12
