"""Captions, column headers and row labels."""

import pytest

from ingest.quantities import LabelReading, Measure, read_label


@pytest.mark.parametrize(
    ("text", "unit", "scale", "measure"),
    [
        ("Beløp i millioner kroner", "kroner", 10**6, Measure.LEVEL),
        ("Samlet ramme (i 1 000 kroner)", "kroner", 1000, Measure.LEVEL),
        ("Driftsutgifter (mill. kroner)", "kroner", 10**6, Measure.LEVEL),
        ("Alle tall i tusen kroner", "kroner", 1000, Measure.LEVEL),
        ("1000 kr", "kroner", 1000, Measure.LEVEL),
        ("Beløp i 1000-kroner", "kroner", 1000, Measure.LEVEL),
        ("Tall i NOK 1000", "kroner", 1000, Measure.LEVEL),
        ("Tal tilsette", "tilsette", None, Measure.LEVEL),
        ("Kroner", "kroner", None, Measure.LEVEL),
        ("Ventetid (dager)", "dager", None, Measure.DURATION),
        ("Ventetid i dager", "dager", None, Measure.DURATION),
        ("Ledige i prosent av arbeidsstyrken", "prosent", None, Measure.SHARE),
        ("Andel nye brukere", "prosent", None, Measure.SHARE),
        ("Lønnsandel av utgiftene", "prosent", None, Measure.SHARE),
        ("Antall søknader", "søknader", None, Measure.LEVEL),
        ("Antall nye søknader fra unge", "søknader", None, Measure.LEVEL),
        ("Årsverk", "årsverk", None, Measure.LEVEL),
        ("Antall utførte årsverk", "årsverk", None, Measure.LEVEL),
        ("Endring 2023–2024", None, None, Measure.CHANGE),
        ("Endring i prosent", "prosent", None, Measure.CHANGE),
        ("Avvik", None, None, Measure.CHANGE),
        ("Mer-/ mindreutgift", None, None, Measure.CHANGE),
        ("Ledige 20–29 år", None, None, None),
        ("Dagpenger", None, None, None),
        ("Sum", None, None, None),
    ],
)
def test_a_label(text: str, unit: str | None, scale: int | None, measure: Measure | None) -> None:
    """A label says unit, scale and measure, or leaves them open."""
    reading = read_label(text)
    assert (reading.unit, reading.scale, reading.measure) == (unit, scale, measure)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2024", "2024"), ("Regnskap per 31.12.2024", "31. desember 2024"), ("Hittil i 2025", "hittil i 2025")],
)
def test_a_label_with_a_period(text: str, shown: str) -> None:
    """The one period that a label names is read."""
    period = read_label(text).period
    assert period is not None
    assert period.text == shown


def test_a_label_with_several_periods_has_none() -> None:
    """A caption of a table over several years leaves the period to its columns."""
    assert read_label("Mottakere 2022, 2023 og 2024") == LabelReading()
