"""Each field of a figure apart: whether its value, its scale, its unit and its period are the known ones."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from eval.items import FIGURE_KINDS, Expected, Turn
from eval.marks import is_right_amount
from ingest.quantities import Context, read_periods
from retrieval.analysis import Analyzer
from retrieval.question import unit_class
from service.schemas import AskReply, FigureSchema

TENS = 12
"""Up to which power of ten a scale is looked for in."""
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:–(\d{4}-\d{2}-\d{2}))?")

Bounds = tuple[date | None, date | None]


def field_marks(turn: Turn, reply: AskReply) -> dict[str, bool]:
    """What of the first figure is right.

    `value`: the digits, whatever the scale. `scale`: the amount, where the digits are right. `unit` and `period`: where
    the amount is right and the known answer names them. So each tells of one part of reading, not of finding.
    """
    if turn.kind not in FIGURE_KINDS:
        return {}
    if not reply.figures:
        return {"value": False}
    first = reply.figures[0]
    options = [option for option in (turn.answer, *turn.also) if option is not None and option.amount is not None]
    marks = {"value": any(_same_digits(first.amount, option.amount or 0.0) for option in options)}
    if marks["value"]:
        marks["scale"] = is_right_amount(first.amount, turn)
    if marks.get("scale"):
        marks |= _named_fields(first, [option for option in options if _is_amount(first, option)])
    return marks


def _named_fields(figure: FigureSchema, options: list[Expected]) -> Mapping[str, bool]:
    marks: dict[str, bool] = {}
    units = [option.unit for option in options if option.unit]
    if units:
        marks["unit"] = any(same_unit(figure.unit, unit) for unit in units)
    periods = [bounds for option in options if option.period and (bounds := bounds_of(option.period))]
    if periods:
        found = bounds_of(figure.period) if figure.period else None
        marks["period"] = found is not None and any(same_period(found, wanted) for wanted in periods)
    return marks


def _is_amount(figure: FigureSchema, option: Expected) -> bool:
    return abs(figure.amount - (option.amount or 0.0)) <= 1e-6 * max(1.0, abs(figure.amount))


def _same_digits(got: float, want: float) -> bool:
    """Whether two amounts are the same but for powers of ten."""
    return any(abs(got * 10.0**power - want) <= 1e-6 * max(1e-9, abs(want)) for power in range(-TENS, TENS + 1))


def same_unit(got: str | None, want: str) -> bool:
    """Whether two units are the same: any counted noun will do for another, since the label says what is counted."""
    if got is None:
        return False
    if unit_class(got) == unit_class(want) == "count":
        return True
    return _stem(got) == _stem(want)


@lru_cache(maxsize=4096)
def _stem(unit: str) -> str:
    return Analyzer().stem(unit.casefold())


def same_period(got: Bounds, want: Bounds) -> bool:
    """Whether two periods are the same stretch, or end on the same day: «2024» and «ved utgangen av 2024»."""
    return got == want or (got[1] is not None and got[1] == want[1])


@lru_cache(maxsize=4096)
def bounds_of(text: str) -> Bounds | None:
    """The first and the last day of a period in words or as ISO dates; None when it cannot be told."""
    iso = _ISO.fullmatch(text.strip())
    if iso:
        first = date.fromisoformat(iso[1])
        return first, date.fromisoformat(iso[2]) if iso[2] else first
    mentions = read_periods(text, Context())
    return (mentions[0].period.start, mentions[-1].period.end) if mentions else None
