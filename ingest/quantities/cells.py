"""One table cell read by itself: «70 %», «1 265,7 mill. kroner», «17 dager»."""

import re

from ingest.quantities.clean import clean
from ingest.quantities.model import CellReading, Measure
from ingest.quantities.nouns import counted_noun
from ingest.quantities.numbers import parse_number
from ingest.quantities.units import BEFORE, Kind, read_unit

_NUMBER = re.compile(r"[-+−–(]? ?[0-9][0-9 .,]*[0-9]|[-+−–(]? ?[0-9]")
_MARKS = re.compile(r"\*+$")
_MEASURES = {Kind.PERCENT: Measure.SHARE, Kind.POINTS: Measure.CHANGE, Kind.TIME: Measure.DURATION}


def read_cell(text: str) -> CellReading | None:
    """What the cell says, or None where it is no number with at most a unit. Footnote stars are left out of account."""
    even = _MARKS.sub("", clean(text).text.strip()).strip()
    lead = even.split(" ", 1)
    unit = BEFORE.get(lead[0].lower()) if len(lead) > 1 else None
    if unit:
        even = lead[1].strip()
    value = parse_number(even.rstrip("%"))
    if value is not None:
        percent = even.endswith("%")
        return CellReading(value, None, "prosent" if percent else unit, Measure.SHARE if percent else None)
    return _with_unit(even, unit)


def _with_unit(even: str, unit: str | None) -> CellReading | None:
    match = _NUMBER.match(even)
    value = parse_number(match[0]) if match else None
    if match is None or value is None:
        return None
    reading = read_unit(even, match.end())
    scale = reading.scale if reading.scale > 1 else None
    if reading.end == len(even):
        kind = _MEASURES.get(reading.kind) if reading.kind else None
        return CellReading(value, scale, reading.unit or unit, kind)
    noun, end = counted_noun(even, reading.end)
    return CellReading(value, scale, noun, None) if noun and end == len(even) else None
