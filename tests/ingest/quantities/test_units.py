"""Scales and units printed beside a number."""

import pytest

from ingest.quantities.units import Kind, read_unit, unit_before


@pytest.mark.parametrize(
    ("text", "scale", "unit", "kind"),
    [
        (" millioner kroner", 10**6, "kroner", Kind.MONEY),
        (" mill. kr", 10**6, "kroner", Kind.MONEY),
        (" mrd. kroner", 10**9, "kroner", Kind.MONEY),
        (" milliardar kroner", 10**9, "kroner", Kind.MONEY),
        (" billion kroner", 10**9, "kroner", Kind.MONEY),
        (" tusen kroner", 10**3, "kroner", Kind.MONEY),
        (" MNOK", 10**6, "kroner", Kind.MONEY),
        (" prosent", 1, "prosent", Kind.PERCENT),
        ("%", 1, "prosent", Kind.PERCENT),
        (" pst. av", 1, "prosent", Kind.PERCENT),
        (" prosentpoeng", 1, "prosentpoeng", Kind.POINTS),
        (" percentage points", 1, "prosentpoeng", Kind.POINTS),
        (" ukers sykmelding", 1, "uker", Kind.TIME),
        (" vekers", 1, "uker", Kind.TIME),
        (" md.", 1, "måneder", Kind.TIME),
        (" G", 1, "G", Kind.INDEX),
        (" årsverk", 1, "årsverk", Kind.COUNT),
        (" m² per ansatt", 1, "kvadratmeter", Kind.MEASURE),
        (" personer", 1, None, None),
        (" gode", 1, None, None),
        (" dagpenger", 1, None, None),
    ],
)
def test_what_stands_behind_a_number(text: str, scale: int, unit: str | None, kind: Kind | None) -> None:
    """Scale and unit are read from whole words, «dagpenger» is no unit and «g» is no G."""
    reading = read_unit(text, 0)
    assert (reading.scale, reading.unit, reading.kind) == (scale, unit, kind)


@pytest.mark.parametrize(
    ("text", "unit"), [("kr ", "kroner"), ("på kr. ", "kroner"), ("NOK ", "kroner"), ("tiltak ", None)]
)
def test_what_stands_before_a_number(text: str, unit: str | None) -> None:
    """A currency may stand before the number."""
    assert unit_before(text, len(text)) == unit
