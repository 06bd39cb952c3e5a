"""What a cell takes from around it: unit, scale, measure and period, from the nearest label that tells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.quantities import Context, LabelReading, Measure, Period, read_cell, read_label
from ingest.quantities.model import CellReading
from ingest.quantities.nouns import is_modifier
from ingest.tables.words import WORDS

LEAST_ROOT = 3
MOST_TAIL = 2
_MONEY = "kroner"
_CODED = re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(WORDS.codes, reverse=True)))})\s+\d+\b,?", re.IGNORECASE)
"""«Kap. 605», whose number is no year."""
_GROUPED = re.compile(r"^(?:[^\W\d]+ [\dA-Z]+\s?[.:|]?\s+)?(?P<noun>[^\W\d]+(?:er|ar)) etter ")
"""«Tabell 4. Timer etter region»: what is counted, and by what."""
_HYPHENED = re.compile(r"(?<=\d)-(?=[a-zæøå])")
"""«1000-kroner»"""
_SCALE_IN_DIGITS = re.compile(r"\((?:i )?1[ .]?000\b")
"""«Nedlastinger (1000)», as «(i tusen)»"""


@dataclass(frozen=True, slots=True)
class Inherited:
    """Unit, scale, measure and period of one cell."""

    unit: str | None
    scale: int
    measure: Measure
    period: Period | None


@dataclass(frozen=True, slots=True)
class Years:
    """What a table as a whole is about: the year that its dated columns share, and the document's year."""

    columns: Period | None
    document: Period | None


class Reader:
    """Reads labels, each text once. `year` is the document's, which «1. kvartal» is told from."""

    def __init__(self, year: int | None = None) -> None:
        self._context = Context(year=year)
        self._labels: dict[str, LabelReading] = {}

    def label(self, text: str) -> LabelReading:
        """What a label says."""
        if text not in self._labels:
            even = _CODED.sub("", _HYPHENED.sub(" ", _SCALE_IN_DIGITS.sub("(i tusen", text)))
            reading = _without_claim(even, _without_aside(even, read_label(even)))
            unit = WORDS.counted.get(reading.unit or "", reading.unit) or _implied_unit(even)
            reading = replace(reading, unit=unit)
            if reading.period is None:
                reading = replace(reading, period=read_label(even, self._context).period)
            self._labels[text] = flow_period(text, reading, WORDS.flows)
        return self._labels[text]

    def caption(self, text: str) -> LabelReading:
        """What a caption says; a unit may stand after its last comma («Utslipp 2024, tonn CO2»)."""
        reading = self.label(text)
        tail = text.rpartition(", ")[2].split()
        if reading.unit or len(tail) > MOST_TAIL or not tail or not tail[0].islower():
            return reading
        last = self.label(f"({tail[0]})")
        return replace(reading, unit=last.unit, measure=reading.measure or last.measure)

    def labels(self, texts: Iterable[str]) -> list[LabelReading]:
        """What each of the labels says."""
        return [self.label(text) for text in texts if text]


def _implied_unit(text: str) -> str | None:
    """What a label counts without saying so («Restanse»), or a caption of the form «Fyr etter region»."""
    words = text.lower().split()
    grouped = _GROUPED.match(text)
    if grouped:
        return grouped["noun"].lower()
    return WORDS.counted.get(words[0].strip("(,:")) if words else None


def head_noun(label: str) -> str | None:
    """The noun that a label is about, in lower case: the first word that is no adjective («Bemannede fyr» → fyr)."""
    for word in re.findall(r"[^\W\d]+", label):
        low = word.lower()
        if low in WORDS.connectives:
            return None
        if not low.endswith("e") and not is_modifier(low):
            return str(WORDS.counted.get(low, low))
    return None


def _without_aside(text: str, reading: LabelReading) -> LabelReading:
    """A label without a unit that it only names.

    It does so where it names a period («Hittil i år»), a size («over 6 måneder», «24 meter») or a rate («per måned»).
    """
    if reading.unit is None or reading.unit == _MONEY:
        return reading
    timed = reading.measure is Measure.DURATION
    root = re.escape(reading.unit[:LEAST_ROOT].lower())
    named = re.findall(rf"(\S+)\s+{root}", text.lower())
    bound = bool(named) and all(word[-1].isdigit() or (timed and word in WORDS.rates) for word in named)
    return replace(reading, unit=None, measure=None) if bound or (timed and reading.period) else reading


def _without_claim(text: str, reading: LabelReading) -> LabelReading:
    """A label without a change that it denies («uten endring») or that is part of a name in capitals."""
    if reading.measure is not Measure.CHANGE:
        return reading
    denied = any(word in WORDS.denials for word in text.lower().split())
    return replace(reading, measure=None) if denied or text.isupper() else reading


def cell_reading(text: str) -> CellReading | None:
    """What a cell's own text says; None where it is no number."""
    return read_cell(text)


def inherited(
    own: CellReading,
    row: Sequence[LabelReading],
    column: Sequence[LabelReading],
    around: Sequence[LabelReading],
    years: Years,
) -> Inherited:
    """The cell's unit, scale, measure and period.

    `row` and `column` are told innermost first, `around` is what stands over the table, nearest first; `years` is what
    the table as a whole is about.
    """
    unit, scale = _unit_and_scale(own, row, column, around)
    return Inherited(unit, scale, _measure(own, row, column, around, unit), _period(row, column, around, years))


def _unit_and_scale(
    own: CellReading, row: Sequence[LabelReading], column: Sequence[LabelReading], around: Sequence[LabelReading]
) -> tuple[str | None, int]:
    changes = [reading for reading in column if reading.unit and reading.measure is Measure.CHANGE]
    sources: list[LabelReading | CellReading] = [own, *changes, *row, *column, *around]
    told = next((source for source in sources if source.unit), None)
    if told is None:
        return None, own.scale or next((source.scale for source in sources if source.scale), 1)
    if own.scale:
        return told.unit, own.scale
    if told.scale or told.unit != _MONEY:
        return told.unit, told.scale or 1
    if told in row and told not in column:
        return told.unit, 1
    later = sources[sources.index(told) :]
    return told.unit, next((source.scale for source in later if source.scale and source.unit in (None, _MONEY)), 1)


def _measure(
    own: CellReading,
    row: Sequence[LabelReading],
    column: Sequence[LabelReading],
    around: Sequence[LabelReading],
    unit: str | None,
) -> Measure:
    near: list[LabelReading | CellReading] = [own, *row[:1], *column]
    if any(source.measure is Measure.CHANGE for source in near):
        return Measure.CHANGE
    for source in [*near, *row[1:], *around]:
        if source.measure and source.measure is not Measure.CHANGE and (source.unit == unit or source is own):
            return source.measure
    return Measure.LEVEL


def _period(
    row: Sequence[LabelReading], column: Sequence[LabelReading], around: Sequence[LabelReading], years: Years
) -> Period | None:
    """The period that column or row name; else the one all columns share, the caption's, the document's year."""
    near = next((source.period for source in column if source.period), None)
    if near is None:
        named = next((source.period for source in row if source.period), None)
        near = named if named and _within_year(named) else None
    stated = next((source.period for source in around if source.period), None)
    told = years.columns or (stated if stated and _not_after(stated, years.document) else None) or years.document
    return _bounded(near, told) if near else told


def _not_after(period: Period, document: Period | None) -> bool:
    """Whether a period is not of a year to come, seen from the document («overføres til 2025»)."""
    if document is None or document.year is None or period.year is None:
        return True
    return period.year <= document.year


def _within_year(period: Period) -> bool:
    return period.start is None or period.end is None or period.start.year == period.end.year


def _bounded(period: Period, year: Period | None) -> Period:
    """An open period («fra 1. mai») closed with the end of the year that the table is about."""
    if period.end is None and period.start and year and year.end and year.end.year == period.start.year:
        return replace(period, end=date(year.end.year, 12, 31))
    return period


def flow_period(text: str, reading: LabelReading, flows: Iterable[str]) -> LabelReading:
    """A header that dates what has flowed so far in a year («Regnskap per 31.12.2024»): the year up to that day."""
    period = reading.period
    low = text.lower()
    if period is None or period.end is None or not any(word in low for word in flows):
        return reading
    if period.start != period.end and not low.startswith(tuple(WORDS.so_far)):
        return reading
    return replace(reading, period=replace(period, start=date(period.end.year, 1, 1)))
