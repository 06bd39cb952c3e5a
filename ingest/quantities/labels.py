"""What a caption, a column header or a row label says of unit, scale, measure and period."""

import re

from ingest.data import alternatives, beside
from ingest.quantities.changes import is_change_noun
from ingest.quantities.clean import clean, mask
from ingest.quantities.exclusions import excluded_spans
from ingest.quantities.model import Context, LabelReading, Measure, Period
from ingest.quantities.nouns import counted_noun
from ingest.quantities.periods import find_periods
from ingest.quantities.units import FORMS, KINDS, SCALE_NUMERALS, SCALE_UNITS, SCALES, Kind, read_unit

_DATA = beside(__file__, "labels.toml")
_COUNTED = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('counted').words('words'))})(?= )")
_SHARES = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('shares').words('words'))})(?!\w)")
_SHARE_ENDINGS = _DATA.table("shares").words("endings")
_CHANGES = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('changes').words('words'))})(?!\w)")
_PLAIN = _DATA.table("plain").words("words")
_MONEY = r"(?i:kroner|kr\.?|nok)"
_NUMERAL = rf"(?P<numeral>{alternatives(SCALE_NUMERALS)})[ -]?{_MONEY}"
_NUMERAL_BEHIND = rf"{_MONEY} (?P<behind>{alternatives(SCALE_NUMERALS)})(?![ .,]?\d)"
_SCALE = rf"(?P<scale>(?i:{alternatives(SCALES)}))(?!\w)"
_SCALED = re.compile(rf"(?<![\w.,])(?<!\d )(?:{_NUMERAL}|{_NUMERAL_BEHIND}|{_SCALE})")
_WORD = re.compile(r"[^\W\d_]+\.?|%|‰")
_IN = re.compile(r"(?:(?<=\()|(?<![^\W\d_])(?:i|in|målt i|oppgitt i|antall|beløp i|tall i) )$", re.IGNORECASE)
_REACH = 12
_MEASURES = {Kind.PERCENT: Measure.SHARE, Kind.POINTS: Measure.CHANGE, Kind.TIME: Measure.DURATION}


def read_label(text: str, context: Context | None = None) -> LabelReading:
    """What the label says; every field that it leaves open is None."""
    even = clean(text).text.strip()
    visible = mask(even, excluded_spans(even, names=True))
    mentions = find_periods(visible, context or Context())
    period = _period([mention.period for mention in mentions])
    scale, unit = _scale(even)
    unit = unit or _bare_unit(even) or _counted(even)
    measure = _measure(even, unit)
    if unit is None and measure is Measure.SHARE:
        unit = "prosent"
    return LabelReading(unit, scale, measure, period)


def _period(periods: list[Period]) -> Period | None:
    """The one period that a label names; none where it names several that a table has columns for."""
    dated = [period for period in periods if period.year is not None]
    return dated[0] if len(dated) == 1 else None


def _scale(text: str) -> tuple[int | None, str | None]:
    match = _SCALED.search(text)
    if match is None:
        return None, None
    numeral = match["numeral"] or match["behind"]
    if numeral:
        return SCALE_NUMERALS[numeral], "kroner"
    word = match["scale"].lower()
    reading = read_unit(text, match.end())
    return SCALES[word], reading.unit or SCALE_UNITS.get(word)


def _bare_unit(text: str) -> str | None:
    """A unit that the label names as such: in parentheses, behind «i», last, or all it says."""
    for match in _WORD.finditer(text):
        unit = FORMS.get(match[0].lower()) or FORMS.get(match[0])
        if unit is not None and _is_named(text, match, unit):
            return unit
    return None


def _is_named(text: str, match: re.Match[str], unit: str) -> bool:
    if KINDS[unit] is Kind.PERCENT or unit in _PLAIN:
        return True
    if _IN.search(text, max(0, match.start() - _REACH), match.start()) is not None:
        return True
    last = match.end() == len(text)
    return last and (match.start() == 0 or KINDS[unit] is not Kind.TIME)


def _counted(text: str) -> str | None:
    match = _COUNTED.search(text)
    if match:
        return counted_noun(text, match.end())[0]
    word = text.lower()
    return word if word in _PLAIN else None


def _measure(text: str, unit: str | None) -> Measure | None:
    if _CHANGES.search(text) or any(is_change_noun(word) for word in _first_words(text)):
        return Measure.CHANGE
    kind = KINDS.get(unit) if unit else None
    if kind in _MEASURES:
        return _MEASURES[kind]
    words = _first_words(text)
    if unit is None and (_SHARES.search(text) or (words and words[0].lower().endswith(_SHARE_ENDINGS))):
        return Measure.SHARE
    return Measure.LEVEL if unit else None


def _first_words(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(text)][:2]
