"""What overviews and their columns are called."""

from datetime import date

import pytest

from ingest.quantities.model import Period
from retrieval.overview.draft import Head
from retrieval.overview.naming import dated, plain_title

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31), "2024")


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("Tabell 1. Utgifter i 2023 og 2024. Beløp i millioner kroner", "Utgifter i 2023 og 2024"),
        ("Tabell 3.1 Antall fartøy (tall i prosent)", "Antall fartøy"),
        ("Fangst Alle tall i tusen kroner", "Fangst"),
        ("Tabell 5: Utgifter, beløp i 1 000 kr", "Utgifter"),
        ("Tabell 4", "Tabell 4"),
        ("Tall for landet", "Tall for landet"),
        ("Beløp i kroner per fartøy", "Beløp i kroner per fartøy"),
    ],
)
def test_a_title_says_what_a_table_is_of(caption: str, title: str) -> None:
    """Not its number, nor a unit that may hold for some of its columns alone."""
    assert plain_title(caption) == title


@pytest.mark.parametrize(
    ("label", "period", "title", "name"),
    [
        ("Hele året", YEAR, "Fangst", "Hele året (2024)"),
        ("Hele året", YEAR, "Fangst i 2023 og 2024", "Hele året (2024)"),
        ("Hele året", YEAR, "Fangst i 2024", "Hele året"),
        ("Hele året 2024", YEAR, "Fangst", "Hele året 2024"),
        ("31.12.24", YEAR, "Fangst", "31.12.24"),
        ("", YEAR, "Fangst", "2024"),
        ("Avvik", None, "Fangst", "Avvik"),
    ],
)
def test_a_column_says_which_year_it_is_of(label: str, period: Period | None, title: str, name: str) -> None:
    """Unless its header does already, or the title for all of them."""
    assert dated(Head(label, period), title) == name
