"""Numbers that are not quantities."""

import re

import pytest

from ingest.quantities import Context, read_quantities
from ingest.quantities.exclusions import CATEGORIES

EXAMPLES = [(category.name, example) for category in CATEGORIES for example in category.examples]


def digits_read(text: str) -> list[str]:
    """The quantities of a text that are printed with digits."""
    return [found.text for found in read_quantities(text, Context(2024, None)) if re.search(r"\d", found.text)]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_every_example_of_the_data_is_kept_apart(name: str, example: str) -> None:
    """No digit of an example of the data becomes a quantity; list marks stand at the start, others inside too."""
    assert digits_read(example) == []
    if name != "list mark":
        assert digits_read(f"Det vises til {example} i saken") == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("På kapittel 605 post 01 og 45 brukte etaten 14 275 millioner kroner.", ["14 275"]),
        ("Av dette er 148,7 mill. kroner på post 21 og 296,2 mill. kroner på post 45.", ["148,7", "296,2"]),
        ("Det ble holdt 27 200 dialogmøte 2 og om lag 12 600 dialogmøte 3.", ["27 200", "12 600"]),
        ("Se tabell 3 og 14. Det var 12 saker.", ["12"]),
        ("Etter § 4-5 og § 14a kan 30 personer søke.", ["30"]),
        ("Tallet gjelder vestlige land10 og 40 personer.", ["40"]),
        ("Fristen er 8 uker3, men 12 uker i store saker.", ["8", "12"]),
        ("Nav 2030 er strategien, og 5 tiltak er i gang.", ["5"]),
        ("Prisene er i 2024-kroner, og 300 millioner kroner er brukt.", ["300"]),
        ("Bevilgningen er 1.234.567 kroner.", ["1.234.567"]),
    ],
)
def test_names_and_quantities_side_by_side(text: str, kept: list[str]) -> None:
    """What is no quantity goes, what is one stays."""
    assert [quantity.text for quantity in read_quantities(text, Context(2024, None))] == kept
