"""Periods named in a text, and the days they cover."""

from datetime import date

import pytest

from ingest.quantities import Context, Period, read_periods

DOCUMENT = Context(2024, None)
CASES = [
    ("2024", "2024", "2024-01-01", "2024-12-31"),
    ("i 2023", "2023", "2023-01-01", "2023-12-31"),
    ("desember 2024", "desember 2024", "2024-12-01", "2024-12-31"),
    ("i desember", "desember 2024", "2024-12-01", "2024-12-31"),
    ("i desember i fjor", "desember 2023", "2023-12-01", "2023-12-31"),
    ("31. desember 2024", "31. desember 2024", "2024-12-31", "2024-12-31"),
    ("31.12.2024", "31. desember 2024", "2024-12-31", "2024-12-31"),
    ("31.12.24", "31. desember 2024", "2024-12-31", "2024-12-31"),
    ("2024-12-31", "31. desember 2024", "2024-12-31", "2024-12-31"),
    ("per 31.12.", "31. desember 2024", "2024-12-31", "2024-12-31"),
    ("1.mai 2025", "1. mai 2025", "2025-05-01", "2025-05-01"),
    ("ved utgangen av 2024", "utgangen av 2024", "2024-12-31", "2024-12-31"),
    ("ved utgangen av desember", "utgangen av desember 2024", "2024-12-31", "2024-12-31"),
    ("i slutten av 2023", "utgangen av 2023", "2023-12-31", "2023-12-31"),
    ("ved inngangen til 2024", "inngangen til 2024", "2024-01-01", "2024-01-01"),
    ("ved utgangen av fjoråret", "utgangen av 2023", "2023-12-31", "2023-12-31"),
    ("ved utgangen av året", "utgangen av 2024", "2024-12-31", "2024-12-31"),
    ("3. tertial 2024", "3. tertial 2024", "2024-09-01", "2024-12-31"),
    ("T1 2024", "1. tertial 2024", "2024-01-01", "2024-04-30"),
    ("Q3 2024", "3. kvartal 2024", "2024-07-01", "2024-09-30"),
    ("tredje kvartal", "3. kvartal 2024", "2024-07-01", "2024-09-30"),
    ("tredje tertial i 2023", "3. tertial 2023", "2023-09-01", "2023-12-31"),
    ("siste kvartal", "4. kvartal 2024", "2024-10-01", "2024-12-31"),
    ("1. halvår 2025", "1. halvår 2025", "2025-01-01", "2025-06-30"),
    ("siste halvdel av 2024", "2. halvår 2024", "2024-07-01", "2024-12-31"),
    ("skoleåret 2024/2025", "skoleåret 2024/2025", "2024-08-01", "2025-07-31"),
    ("2023–2024", "2023–2024", "2023-01-01", "2024-12-31"),
    ("2020–21", "2020–2021", "2020-01-01", "2021-12-31"),
    ("mellom 2019 og 2024", "2019–2024", "2019-01-01", "2024-12-31"),
    ("fra 2022 til 2024", "2022–2024", "2022-01-01", "2024-12-31"),
    ("fra september til og med desember 2024", "september–desember 2024", "2024-09-01", "2024-12-31"),
    ("1. januar til 31. mars 2025", "1. januar–31. mars 2025", "2025-01-01", "2025-03-31"),
    ("1.–15. mai 2025", "1.–15. mai 2025", "2025-05-01", "2025-05-15"),
    ("fra og med mai 2025", "fra og med mai 2025", "2025-05-01", None),
    ("fra 1. mai 2025", "fra 1. mai 2025", "2025-05-01", None),
    ("siden 2019", "siden 2019", "2019-01-01", None),
    ("til og med 2026", "til og med 2026", None, "2026-12-31"),
    ("ut juni 2025", "til og med juni 2025", None, "2025-06-30"),
    ("hittil i år", "hittil i 2024", None, "2024-12-31"),
    ("i fjor", "2023", "2023-01-01", "2023-12-31"),
    ("neste år", "2025", "2025-01-01", "2025-12-31"),
    ("de siste to årene", "2023–2024", "2023-01-01", "2024-12-31"),
    ("det siste året", "2024", "2024-01-01", "2024-12-31"),
    ("årets 9 første måneder", "januar–september 2024", "2024-01-01", "2024-09-30"),
    ("de tre første kvartalene av 2024", "januar–september 2024", "2024-01-01", "2024-09-30"),
    ("Inntektsår 2022", "inntektsår 2022", "2022-01-01", "2022-12-31"),
    ("høsten 2024", "høsten 2024", "2024-08-01", "2024-12-31"),
    ("for ti år siden", "2014", "2014-01-01", "2014-12-31"),
    ("at the end of 2024", "utgangen av 2024", "2024-12-31", "2024-12-31"),
    ("December 2024", "desember 2024", "2024-12-01", "2024-12-31"),
    ("in 2023", "2023", "2023-01-01", "2023-12-31"),
    ("hausten 2023", "hausten 2023", "2023-08-01", "2023-12-31"),
    ("sidan 2019", "siden 2019", "2019-01-01", None),
]


def iso(day: date | None) -> str | None:
    """A day as text."""
    return day.isoformat() if day else None


@pytest.mark.parametrize(("text", "shown", "start", "end"), CASES)
def test_one_period(text: str, shown: str, start: str | None, end: str | None) -> None:
    """The period of a phrase has these days and is shown in these words."""
    (mention,) = read_periods(text, DOCUMENT)
    period = mention.period
    assert (period.text, iso(period.start), iso(period.end)) == (shown, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Prop. 1 S (2024–2025)",
        "NOU 2023:11",
        "Meld. St. 33 (2023–2024)",
        "2000 kroner",
        "punkt 3.2.13",
        "de siste årene",
        "kl. 20.15",
    ],
)
def test_no_period(text: str) -> None:
    """Years in names, amounts, sections and stretches without a length are no periods."""
    assert read_periods(text, DOCUMENT) == ()


def test_relative_years_follow_what_was_spoken_of() -> None:
    """«året før» counts from the year before it in the text, a point in time stays one."""
    first, second = read_periods("Ved utgangen av 2020 var det flere enn året før.", DOCUMENT)
    assert first.period.text == "utgangen av 2020"
    assert second.period == Period(date(2019, 12, 31), date(2019, 12, 31), "utgangen av 2019")
    assert (first.baseline, second.baseline) == (False, True)


def test_the_same_time_of_another_year() -> None:
    """«samme tidspunkt i 2021» is the same part of that year."""
    _, second = read_periods("I 2. kvartal 2022 gikk det bedre enn på samme tidspunkt i 2021.", DOCUMENT)
    assert second.period.text == "2. kvartal 2021"


def test_without_a_year_only_the_words_are_known() -> None:
    """Where nothing dates a mention, its period has no days but keeps its place and words."""
    (mention,) = read_periods("i desember", Context(None, None))
    assert (mention.period.start, mention.period.end, mention.period.text) == (None, None, "desember")


def test_spans_hold_the_bounding_words_and_the_core_does_not() -> None:
    """The span begins at «ved utgangen av», the core at the year."""
    text = "Tallet ved utgangen av\n2024 var høyt."
    (mention,) = read_periods(text, DOCUMENT)
    assert text[mention.start : mention.end] == "ved utgangen av\n2024"
    assert text[mention.core[0] : mention.core[1]] == "2024"


def test_the_ends_of_a_stretch_are_kept() -> None:
    """A stretch named by both ends keeps them."""
    (mention,) = read_periods("fra 2022 til 2024", DOCUMENT)
    assert mention.ends is not None
    assert [end.text for end in mention.ends] == ["2022", "2024"]


def test_a_verbs_ut_bounds_no_period() -> None:
    """«betalt ut i 2024» is the whole year; «ut 2024» is until its end."""
    context = Context(year=2025, period=None)
    paid = read_periods("Støtten som ble betalt ut i 2024", context)[0]
    until = read_periods("Ordningen varer ut 2024", context)[0]
    assert (str(paid.period.start), str(until.period.start)) == ("2024-01-01", "None")
