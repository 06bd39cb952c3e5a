"""Single table cells."""

from decimal import Decimal

import pytest

from ingest.quantities import CellReading, Measure, read_cell


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("70 %", CellReading(Decimal(70), None, "prosent", Measure.SHARE)),
        ("86,52%", CellReading(Decimal("86.52"), None, "prosent", Measure.SHARE)),
        ("1 265,7 mill. kroner", CellReading(Decimal("1265.7"), 10**6, "kroner", None)),
        ("17 dager", CellReading(Decimal(17), None, "dager", Measure.DURATION)),
        ("+0,3 prosentpoeng", CellReading(Decimal("0.3"), None, "prosentpoeng", Measure.CHANGE)),
        ("kr 500", CellReading(Decimal(500), None, "kroner", None)),
        ("12 saker", CellReading(Decimal(12), None, "saker", None)),
        ("10 282**", CellReading(Decimal(10282), None, None, None)),
        ("-20 037", CellReading(Decimal(-20037), None, None, None)),
    ],
)
def test_a_cell_with_a_number(text: str, reading: CellReading) -> None:
    """A cell says its value and the scale, unit and measure printed in it."""
    assert read_cell(text) == reading


@pytest.mark.parametrize("text", ["-", "", "Ja", "se note 5", "12 av 14 saker er ferdige nå"])
def test_a_cell_without_one(text: str) -> None:
    """A cell of words is no number."""
    assert read_cell(text) is None
