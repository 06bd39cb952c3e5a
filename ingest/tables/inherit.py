"""What a cell takes from around it: unit, scale, measure and period, from the nearest label that tells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.quantities import LabelReading, Measure, Period, read_cell, read_label
from ingest.quantities.model import CellReading

_MONEY = "kroner"
_HYPHENED = re.compile(r"(?<=\d)-(?=[a-zæøå])")
"""«1000-kroner»"""


@dataclass(frozen=True, slots=True)
class Inherited:
    """Unit, scale, measure and period of one cell."""

    unit: str | None
    scale: int
    measure: Measure
    period: Period | None


class Reader:
    """Reads labels, each text once."""

    def __init__(self) -> None:
        self._labels: dict[str, LabelReading] = {}

    def label(self, text: str) -> LabelReading:
        """What a label says."""
        if text not in self._labels:
            self._labels[text] = _without_clock(read_label(_HYPHENED.sub(" ", text)))
        return self._labels[text]

    def labels(self, texts: Iterable[str]) -> list[LabelReading]:
        """What each of the labels says."""
        return [self.label(text) for text in texts if text]


def _without_clock(reading: LabelReading) -> LabelReading:
    """A label that names a period («Hittil i år») names no unit of time."""
    if reading.period and reading.measure is Measure.DURATION:
        return LabelReading(None, reading.scale, None, reading.period)
    return reading


def cell_reading(text: str) -> CellReading | None:
    """What a cell's own text says; None where it is no number."""
    return read_cell(text)


def inherited(
    own: CellReading,
    row: Sequence[LabelReading],
    column: Sequence[LabelReading],
    around: Sequence[LabelReading],
    year: Period | None,
) -> Inherited:
    """The cell's unit, scale, measure and period.

    `row` and `column` are told innermost first, `around` is what stands over the table, nearest first; `year` is what
    the table as a whole is about.
    """
    unit, scale = _unit_and_scale(own, row, column, around)
    return Inherited(unit, scale, _measure(own, row, column, around, unit), _period(row, column, around, year))


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
        if source.measure and (source.unit == unit or source is own):
            return source.measure
    return Measure.LEVEL


def _period(
    row: Sequence[LabelReading], column: Sequence[LabelReading], around: Sequence[LabelReading], year: Period | None
) -> Period | None:
    for source in [*column, *row]:
        if source.period:
            return source.period
    if year:
        return year
    return next((source.period for source in around if source.period), None)
