"""Numbers printed with digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.quantities.numbers import parse_number, read_digits

CELLS = {
    "1 234,5": "1234.5",
    "-20 037": "-20037",
    "(123)": "-123",
    "−3": "-3",
    "– 4": "-4",
    "+2,5": "2.5",
    "86,52%": "86.52",
    "74,7 %": "74.7",
    "1.8": "1.8",
    "1.800": "1800",
    "0.125": "0.125",
    "1.234.567": "1234567",
    "1.234,5": "1234.5",
    "14 443,216": "14443.216",
    "12\u2009345": "12345",
    "12\u00a0345": "12345",
    "12\n345": "12345",
    "1,234,567": "1234567",
    "0": "0",
}


@pytest.mark.parametrize(("cell", "value"), CELLS.items())
def test_a_cell_that_is_a_number(cell: str, value: str) -> None:
    """Groups, decimals, signs, parentheses, percent signs and thin spaces are read."""
    assert parse_number(cell) == Decimal(value)


@pytest.mark.parametrize(
    "cell", ["", "-", "–", "abc", "12 34", "1 2345", "3.2.10", "12 saker", "2023-2024", "§ 4", "1,2,3"]
)
def test_a_cell_that_is_no_number(cell: str) -> None:
    """Anything but one number is None."""
    assert parse_number(cell) is None


@given(
    st.integers(min_value=0, max_value=10**12),
    st.one_of(st.just(""), st.from_regex(r"[0-9]{1,4}", fullmatch=True)),
    st.sampled_from([" ", "\u00a0", "\u2009", "\u202f"]),
    st.sampled_from(["", "-", "−", "–", "()"]),
)
def test_any_formatted_number_comes_back(whole: int, decimals: str, group: str, sign: str) -> None:
    """A number printed with any group space, decimals and sign has the value it was printed from."""
    digits = f"{whole:,}".replace(",", group) + (f",{decimals}" if decimals else "")
    value = Decimal(f"{whole}.{decimals or 0}")
    printed = f"({digits})" if sign == "()" else sign + digits
    assert parse_number(printed) == (-value if sign else value)


def test_numbers_in_text_have_their_places() -> None:
    """Every number of a text is found where it stands, a sign included."""
    text = "fra 1 200 til -3,5 og (6,3)"
    assert [(text[t.start : t.end], t.value) for t in read_digits(text)] == [
        ("1 200", Decimal(1200)),
        ("-3,5", Decimal("-3.5")),
        ("6,3", Decimal("6.3")),
    ]


def test_a_dash_between_numbers_is_a_range() -> None:
    """«6–7» and «6 –7» are two numbers, the second without a minus."""
    for text in ("6–7 dager", "6-7 dager", "6 –7 dager"):
        assert [token.value for token in read_digits(text)] == [Decimal(6), Decimal(7)]


def test_a_group_needs_three_digits() -> None:
    """«12 34» is two numbers, «12 345 67» a grouped one and another."""
    assert [token.value for token in read_digits("12 34")] == [Decimal(12), Decimal(34)]
    assert [token.value for token in read_digits("12 345 67")] == [Decimal(12345), Decimal(67)]
