"""Computed numbers as a Norwegian reader writes them."""

from decimal import Decimal

import pytest

from retrieval.phrasing import number_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("13000000", "13 000 000"),
        ("1.3E+7", "13 000 000"),
        ("-20037.5", "−20 037,5"),
        ("4.0", "4"),
        ("0.05", "0,05"),
        ("-0.0", "0"),
        ("0", "0"),
        ("999", "999"),
    ],
)
def test_numbers_are_grouped_with_a_decimal_comma(value: str, words: str) -> None:
    """A real minus, no trailing zeros, and no minus before nothing."""
    assert number_in_words(Decimal(value)) == words
