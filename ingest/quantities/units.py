"""The scale and the unit printed behind a number («7,4 milliarder kroner», «86,52%») or before it («kr 500»)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.data import alternatives, beside


class Kind(StrEnum):
    """What sort of unit it is, which tells how its numbers are measured."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    TIME = "time"
    INDEX = "index"
    COUNT = "count"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class UnitReading:
    """What stands behind a number: its scale (1 where none is printed), its unit, and where they end."""

    end: int
    scale: int = 1
    unit: str | None = None
    kind: Kind | None = None


def _tables() -> tuple[dict[str, str], dict[str, Kind], dict[str, str]]:
    forms: dict[str, str] = {}
    kinds: dict[str, Kind] = {}
    before: dict[str, str] = {}
    for name, unit in beside(__file__, "units.toml").each():
        kinds[name] = Kind(unit.word("kind", tuple(Kind)))
        for form in (*unit.optional_words("forms"), *unit.optional_words("exact")):
            if forms.setdefault(form, name) != name:
                raise ValueError(f"units.toml: «{form}» is a form of {forms[form]} and of {name}; keep one")
        before |= dict.fromkeys(unit.optional_words("before"), name)
    return forms, kinds, before


def _scales() -> tuple[dict[str, int], dict[str, str], dict[str, int]]:
    data = beside(__file__, "scales.toml")
    units, numerals = data.table("units").naming(), data.table("numerals").numbering()
    factors: dict[str, int] = {}
    for name, scale in data.each():
        if name not in {"units", "numerals"}:
            factors |= dict.fromkeys(scale.words("forms"), scale.integer("factor"))
    return factors, units, numerals


FORMS, KINDS, BEFORE = _tables()
SCALES, SCALE_UNITS, SCALE_NUMERALS = _scales()
_EXACT = frozenset(form for _, unit in beside(__file__, "units.toml").each() for form in unit.optional_words("exact"))
_END = r"(?![^\W\d_])"
_SCALE = re.compile(rf"[ -]?(?P<scale>(?i:{alternatives(SCALES)})){_END}")
_LOOSE = alternatives(form for form in FORMS if form not in _EXACT)
_UNIT = re.compile(rf"[ -]?(?P<unit>(?i:{_LOOSE})|{alternatives(_EXACT)}){_END}")
_BEFORE = re.compile(rf"(?<!\w)(?P<unit>(?i:{alternatives(BEFORE)})) ?[-+−–]?$")


def read_unit(text: str, position: int) -> UnitReading:
    """The scale and unit that start at that place of even text, behind at most one space or hyphen."""
    scale, unit, end = 1, None, position
    if match := _SCALE.match(text, position):
        word = match["scale"].lower()
        scale, unit, end = SCALES[word], SCALE_UNITS.get(word), match.end()
    if match := _UNIT.match(text, end):
        word = match["unit"]
        unit, end = FORMS[word if word in _EXACT else word.lower()], match.end()
    return UnitReading(end, scale, unit, KINDS[unit] if unit else None)


def unit_follows(text: str, position: int) -> bool:
    """Whether a scale or a unit stands there."""
    return read_unit(text, position).end > position


def unit_before(text: str, position: int) -> str | None:
    """The unit printed straight before that place («kr 500»), or None."""
    match = _BEFORE.search(text, max(0, position - 10), position)
    return BEFORE[match["unit"].lower()] if match else None
