"""Stretches of time as dates: years, parts of years, months, days, seasons, and moving them by whole years."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from ingest.quantities.model import Period

FIRST_YEAR, LAST_YEAR = 1800, 2199
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def day(year: int, month: int, number: int) -> date | None:
    """That day, or None where the month has no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def months(year: int, first: int, last: int, text: str) -> Period | None:
    """From the first day of month `first` to the last day of month `last`, which may lie in the next year."""
    last_year, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    if not FIRST_YEAR <= year <= last_year <= LAST_YEAR:
        return None
    return Period(date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1]), text)


def whole_year(year: int, text: str | None = None) -> Period | None:
    """The calendar year."""
    return months(year, 1, 12, text or str(year))


def moved(moment: date, years: int) -> date:
    """The same day of another year; 29 February becomes 28; past the ends of time it stays."""
    year = min(max(moment.year + years, FIRST_YEAR), LAST_YEAR)
    return moment.replace(year=year, day=min(moment.day, monthrange(year, moment.month)[1]))


def shifted(period: Period, years: int) -> Period:
    """The same stretch so many years later, and the years in its text with it."""
    text = _YEAR.sub(lambda match: str(int(match[0]) + years), period.text)
    start = moved(period.start, years) if period.start else None
    return replace(period, start=start, end=moved(period.end, years) if period.end else None, text=text)


def joined(first: Period, last: Period, text: str) -> Period:
    """From the start of the first to the end of the last."""
    return Period(first.start or first.end, last.end or last.start, text)
