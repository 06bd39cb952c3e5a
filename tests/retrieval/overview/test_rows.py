"""Rows: what they are called, and which of them sum others."""

from decimal import Decimal

import pytest

from ingest.quantities.model import Measure
from retrieval.index.records import FigureRecord
from retrieval.overview.draft import Slot
from retrieval.overview.framing import names_of_tables
from retrieval.overview.grid import Grid, GridRow
from retrieval.overview.rows import is_sum, labels_of

NONE: frozenset[str] = frozenset()


def row(number: int, *path: str, names: tuple[str, ...] = ()) -> GridRow:
    """A row of these labels."""
    return GridRow(number, path, names, (), path, NONE, NONE)


def grid(caption: str | None, *section: str) -> Grid:
    """A table of nothing but its caption and its sections."""
    return Grid(1, "t", caption, section, NONE, NONE, NONE, (), (), {}, NONE)


def figure(amount: int) -> FigureRecord:
    """A figure of that amount."""
    return FigureRecord(
        1, 1, "f", str(amount), Decimal(amount), 1, None, None, Measure.LEVEL, False, "", "[]", "[]", "[]", "t", 0, 0,
        NONE, NONE, (), 0, (0, 0), NONE, 1.0,
    )  # fmt: skip


def test_labels_are_as_long_as_it_takes_to_tell_rows_apart() -> None:
    """A row under another one is named with it; groups are left out where the last label says it."""
    rows = [row(0, "Saker", "Ventetid"), row(1, "Saker", "Ventetid", "Antall"), row(2, "Med radar"), row(3, "A", "x"),
            row(4, "B", "x")]  # fmt: skip
    assert labels_of(rows, coded=False) == ["Ventetid", "Ventetid – Antall", "Med radar", "A – x", "B – x"]


def test_codes_go_with_their_names() -> None:
    """A chapter and a post are told by their numbers and their names, wherever those stand."""
    rows = [row(0, "601", "Utredning", "22", "Kunnskap"), row(1, "601", "22", names=("Utredning", "Kunnskap"))]
    assert labels_of(rows, coded=True) == ["601 Utredning – 22 Kunnskap"] * 2


@pytest.mark.parametrize(
    ("label", "amount", "expected"),
    [
        ("Sum utgifter", 7, True),
        ("Totalt", 60, True),
        ("Anmeldelser i alt", 60, True),
        ("Samlet tildeling", 900, False),
        ("Sykepenger", 60, False),
    ],
)
def test_a_total_is_called_one_and_adds_up(label: str, amount: int, expected: bool) -> None:
    """«Sum» is enough by itself; a word that may mean something else is not."""
    before: list[tuple[Slot, ...]] = [(figure(10),), (figure(20),), (figure(30),)]
    assert is_sum(label, (figure(amount),), before) == expected


def test_tables_are_named_by_what_their_captions_do_not_share() -> None:
    """The words most of them begin with are left out, and the preposition after them."""
    captions = ("Tabell 1. Tall for nordvik", "Tabell 2. Tall for sørvik by", "Tabell 3. Tall samlet for alle")
    names = names_of_tables([grid(caption, "Samme") for caption in captions])
    assert names == ["Nordvik", "Sørvik by", "Samlet for alle"]


def test_tables_without_captions_are_named_by_their_sections() -> None:
    """The last one tells them apart."""
    assert names_of_tables([grid(None, "1 Fylker", name) for name in ("Nord", "Sør")]) == ["Nord", "Sør"]
