"""Shapes that have no end cost what their length is: twice as much of them takes about twice as many steps.

Steps are calls of functions, which are the same on every machine, however busy.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from ingest.quantities import Context, read_quantities
from ingest.quantities.pieces import LONGEST, pieces
from ingest.read import read_document
from retrieval.analysis import Analyzer
from retrieval.index.prepare import Preparer


def numbers(count: int) -> str:
    """A sentence that counts on and on."""
    return "1 Tall\n\nEtaten talte " + ", ".join(f"{number} båter" for number in range(count)) + ".\n"


def bare(count: int) -> str:
    """Nothing but numbers on a line."""
    return "1 Tall\n\nEtaten talte " + " ".join(str(number) for number in range(2500, 2500 + count)) + "\n"


def periods(count: int) -> str:
    """A time for every number."""
    return "1 Tall\n\nEtaten talte " + ", ".join(f"{number} båter i {2000 + number % 25}" for number in range(count))


def repeated(count: int) -> str:
    """A table whose header stands before every row."""
    head = "Region " + " ".join(str(2005 + column) for column in range(12))
    rows = ("Nord " + " ".join(str(200 + row * 7 + column) for column in range(12)) for row in range(count))
    return "1 Tabeller\n\nTabell 1. Antall\n\n" + "\n".join(f"{head}\n{row}" for row in rows) + "\n"


def wide(count: int) -> str:
    """A table of so many columns."""
    head = "Region " + " ".join(str(2001 + column % 20) for column in range(count))
    rows = ("Nord " + " ".join(str(row * 7 + column) for column in range(count)) for row in range(6))
    return "1 Tabeller\n\nTabell 1. Antall\n\n" + "\n".join([head, *rows]) + "\n"


def word(count: int) -> str:
    """Letters without a space."""
    return f"1 Ord\n\nEn {'abcdefghij' * count} slutt.\n"


def steps(text: str) -> int:
    """How many functions are called while a text is read and made ready for the index."""
    called = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal called
        called += event == "call" or event == "c_call"

    prepare = Preparer(Analyzer())
    sys.setprofile(count)
    try:
        prepare(read_document(text.encode(), "a.txt"))
    finally:
        sys.setprofile(None)
    return called


@pytest.mark.parametrize(
    ("shape", "count", "growth"),
    [
        (numbers, 500, 2.4),
        (bare, 600, 2.5),
        (periods, 200, 2.4),
        (repeated, 6, 2.4),
        (wide, 30, 2.7),
        (word, 500, 2.3),
    ],
)
def test_twice_as_much_takes_twice_the_steps(
    shape: Callable[[int], str], count: int, growth: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nearly; a table twice as wide may be read in more ways. Pieces are small here, so that little has many."""
    monkeypatch.setattr("ingest.quantities.pieces.LONGEST", 800)
    steps(shape(1))  # what is loaded once is loaded before
    few, many = steps(shape(count)), steps(shape(2 * count))
    assert many <= growth * few, f"{few} → {many}"


@pytest.mark.parametrize("text", ["", "Kort.", "ord " * 9000, "x" * 20_000, "1 " * 9000, "En, to. Tre " * 3000])
def test_pieces_are_the_text(text: str) -> None:
    """All of it, in order, none longer than may be; what is short is one."""
    found = list(pieces(text))
    assert "".join(piece for _, piece in found) == text
    assert [start for start, _ in found] == [sum(len(piece) for _, piece in found[:at]) for at in range(len(found))]
    assert max(len(piece) for _, piece in found) <= LONGEST
    assert len(found) == 1 or len(text) > LONGEST


def test_no_number_is_lost_between_pieces() -> None:
    """Nor is one cut in two, nor its unit from it."""
    amounts = [1_000_000 + 7 * number for number in range(1500)]
    text = "Etaten talte " + " og ".join(f"{amount:,}".replace(",", " ") + " båter" for amount in amounts) + "."
    found = read_quantities(text, Context())
    assert [int(quantity.value) for quantity in found] == amounts
    assert {quantity.unit for quantity in found} == {"båter"}
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found)
