"""Periods as the content files write them: «2024», «2024T2», «2024-12», «2024-12-31», «2023..2024»."""

import re
from calendar import monthrange
from datetime import date

from documents.maker.model import Interval

_PARTS = {"T": 4, "H": 6, "Q": 3}
_SHAPE = re.compile(r"(\d{4})(?:([THQ])(\d)|-(\d\d)(?:-(\d\d))?)?")


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def interval(code: str) -> Interval:
    """The first and last day of a period code; both the same for a point in time."""
    if ".." in code:
        first, last = code.split("..")
        return interval(first)[0], interval(last)[1]
    match = _SHAPE.fullmatch(code)
    if match is None:
        raise ValueError(f"period «{code}»: write 2024, 2024T2, 2024-12, 2024-12-31 or two of them with .. between")
    year, part, nth, month, day = match.groups()
    if part:
        months = _PARTS[part]
        last_month = int(nth) * months
        return date(int(year), last_month - months + 1, 1), _month_end(int(year), last_month)
    if day:
        point = date(int(year), int(month), int(day))
        return point, point
    if month:
        return date(int(year), int(month), 1), _month_end(int(year), int(month))
    return date(int(year), 1, 1), date(int(year), 12, 31)


def is_period(code: str) -> bool:
    """Whether the code is a period."""
    return all(_SHAPE.fullmatch(part) for part in code.split(".."))
