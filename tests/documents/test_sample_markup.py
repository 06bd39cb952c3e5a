"""The content files' own small languages: quantities, periods, rows, lines."""

from datetime import date
from decimal import Decimal

import pytest

from documents.maker.lines import Breaker, split_points
from documents.maker.markup import parse_text
from documents.maker.model import Text
from documents.maker.numbers import value_of
from documents.maker.periods import interval
from documents.maker.tables import parse_table


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024T2", date(2024, 5, 1), date(2024, 8, 31)),
        ("2024Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12-31", date(2024, 12, 31), date(2024, 12, 31)),
        ("2023..2024", date(2023, 1, 1), date(2024, 12, 31)),
    ],
)
def test_periods(code: str, first: date, last: date) -> None:
    """A period code is its first and last day."""
    assert interval(code) == (first, last)


def test_unknown_period_is_refused() -> None:
    """A period that cannot be read names the forms that can."""
    with pytest.raises(ValueError, match="2024T2"):
        interval("i fjor")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1 204", "1204"),
        ("-20 187", "-20187"),
        ("(7,9)", "-7.9"),
        ("6.1", "6.1"),
        ("7,25%", "7.25"),
        ("80 %", "80"),
        ("131,3 mill. kroner", "131.3"),
    ],
)
def test_printed_numbers(printed: str, value: str) -> None:
    """A printed number is worth what it says."""
    assert value_of(printed) == Decimal(value)


@pytest.mark.parametrize("printed", ["-", "AB", "131,3 km", "12 34"])
def test_what_is_not_a_number(printed: str) -> None:
    """Words and badly grouped digits are no number."""
    assert value_of(printed) is None


def test_marked_quantity() -> None:
    """A marked quantity keeps its place in the plain text, its scale and its period."""
    text = parse_text("Det kostet {4,2|mrd kroner|~ 2024} milliarder[^3] i alt.")
    assert text.plain == "Det kostet 4,2 milliarder i alt."
    assert text.marks == ((25, "3"),)
    (marked,) = text.quantities
    assert text.plain[marked.start : marked.end] == "4,2"
    assert (marked.scale, marked.unit, marked.approximate) == (10**9, "kroner", True)


def test_unknown_attribute_is_refused() -> None:
    """An attribute that means nothing is an error that names it."""
    with pytest.raises(ValueError, match="hvorfor"):
        parse_text("{4|dager|hvorfor}")


def test_row_with_too_few_cells_is_refused() -> None:
    """A row must have as many cells as the table has columns."""
    data = {"id": "x", "columns": [{"path": ["2023"]}, {"path": ["2024"]}], "rows": "Fyr | 1"}
    with pytest.raises(ValueError, match="2 columns"):
        parse_table(data)


def test_row_overrides_column() -> None:
    """A row's unit comes before its column's, and a percent sign before both."""
    columns = [{"path": ["2023"], "unit": "kroner"}, {"path": ["2024"], "unit": "kroner"}]
    table = parse_table({"id": "x", "columns": columns, "rows": "Fyr | 1 | 2 % @unit=fyr"})
    assert [cell.unit for cell in table.rows[0].cells] == ["fyr", "prosent"]


def test_lines_are_divided_where_words_may_be() -> None:
    """A listed word is divided at its point, and nothing is wider than the line."""
    breaker = Breaker(split_points(["tåke-varsel"]))
    text = Text("Et langt tåkevarsel kom")
    lines = [piece.show(text) for piece in breaker.break_lines(text, 14, len)]
    assert lines == ["Et langt tåke-", "varsel kom"]
