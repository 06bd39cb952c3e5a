"""Headings: which lines they are, and how deep they stand."""

import pytest

from tests.ingest.layout.shapes import PROSE, headings, sheet


def test_numbers_give_levels() -> None:
    """The parts of a number are the level; an unnumbered title stands under the number above it."""
    made = sheet(
        f"2 Drift\n\n2.1 Los\n\n{PROSE}\n\nVentetid\n\n{PROSE}\n\n2.1.1 Priser\n\n{PROSE}"
        f"\n\nRabatter\n\n{PROSE}\n\n3 Plan\n\n{PROSE}"
    )
    assert headings(made) == [
        (1, "2 Drift"),
        (2, "2.1 Los"),
        (3, "Ventetid"),
        (3, "2.1.1 Priser"),
        (4, "Rabatter"),
        (1, "3 Plan"),
    ]


def test_numbered_lines_without_text_are_a_list() -> None:
    """Numbered lines one upon another are list items, however deep their numbers."""
    made = sheet(
        f"1.1 Varsling\n\n{PROSE}\n\n1.1.1 Antall varsler i løpet av året\n\n"
        f"1.1.2 Antall fartøy som svarte\n\n1.1.3 Svartid\n\n1.2 Los\n\n{PROSE}"
    )
    assert headings(made) == [(2, "1.1 Varsling"), (2, "1.2 Los")]


def test_a_numbering_inside_a_section_stands_below_it() -> None:
    """«1.», «2.» with text of their own under 4.1 are its subsections, and chapter 5 counts on from 4."""
    made = sheet(
        f"4 Føringer\n\n4.1 Fellesføringer\n\n1. Klima\n\n{PROSE}\n\n2. Likestilling\n\n{PROSE}\n\n5 Dialog\n\n{PROSE}"
    )
    assert headings(made) == [
        (1, "4 Føringer"),
        (2, "4.1 Fellesføringer"),
        (3, "1. Klima"),
        (3, "2. Likestilling"),
        (1, "5 Dialog"),
    ]


def test_chapters_in_capitals_are_joined_by_annexes() -> None:
    """Where chapters are in capitals, an unnumbered title in capitals is a chapter, numbered anew."""
    made = sheet(
        f"1. INNLEDNING\n\n{PROSE}\n\n2. RAMMER\n\n{PROSE}",
        f"STATISTIKK FOR ÅRET\n\n{PROSE}\n\n1. Mål: Sikkerhet\n\n{PROSE}\n\n2. Mål: Fart\n\n{PROSE}",
    )
    assert headings(made)[2:] == [(1, "STATISTIKK FOR ÅRET"), (2, "1. Mål: Sikkerhet"), (2, "2. Mål: Fart")]


def test_labels_stand_in_their_order() -> None:
    """A post stands under its chapter of the budget, whatever order they come in."""
    made = sheet(
        f"6. RAMMER\n\n{PROSE}\n\nKap. 1911 Havneetaten\n\nPost 01 Driftsutgifter\n\n{PROSE}"
        f"\n\nKap. 1912 Los\n\n{PROSE}"
    )
    assert headings(made)[1:] == [(2, "Kap. 1911 Havneetaten"), (3, "Post 01 Driftsutgifter"), (2, "Kap. 1912 Los")]


@pytest.mark.parametrize(
    "line",
    [
        "Lyktevik 14. mars 2025",
        "Med hilsen",
        "Dette er en setning.",
        "Etaten har ansvar for",
        "Losing 12 345 13 456",
        "vedtak om stønad og om",
        "Vi ber om følgende tall",
        "Følgende er viktig:",
    ],
)
def test_what_no_heading_is(line: str) -> None:
    """Dates, closes, sentences, lead-ins and rows stand alone too."""
    made = sheet(f"1 Drift\n\n{PROSE}\n \n\n{line}\n\n{PROSE}")
    assert headings(made) == [(1, "1 Drift")]


def test_a_heading_may_stand_right_on_its_text() -> None:
    """A short line that ends no sentence, over a line that begins one, is a heading without a gap below."""
    made = sheet(f"1 Drift\n\n{PROSE}\n \nOppdatering av regelverk\n{PROSE}")
    assert headings(made)[1:] == [(2, "Oppdatering av regelverk")]


def test_headings_over_two_lines_are_one() -> None:
    """A heading that fills its line goes on in the next."""
    long = "1.1 Antall fartøy som har fått hjelp av losen eller av ledsagebåten i"
    made = sheet(f"1 Drift\n\n{PROSE}\n\n{long}\nløpet av året\n\n{PROSE}")
    assert headings(made)[1:] == [(2, f"{long} løpet av året")]


def test_type_makes_headings_where_it_is_known() -> None:
    """With sizes, a bigger line is a heading and a short line of body type is none."""
    made = sheet(f"Losens år\n\n{PROSE}\n\nKort linje\n\n{PROSE}", sizes={"Losens år": 16.0})
    assert headings(made) == [(1, "Losens år")]


def test_words_of_a_figure_are_no_headings() -> None:
    """Many short lines in a row, with nothing under them, are the words of a figure."""
    made = sheet(f"1 Drift\n\n{PROSE}\n \n\nHavner\n\nFarleder\n\nFyr og merker\n\nLoser\n\n{PROSE}")
    assert headings(made) == [(1, "1 Drift")]
