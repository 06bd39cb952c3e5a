"""How a figure's period agrees with the periods a question asks for."""

from collections.abc import Sequence

from ingest.quantities.model import Measure, Period
from retrieval.index.records import FigureRecord
from retrieval.query import Query

OTHER_PERIOD = -1.0
"""The agreement of two periods that have nothing in common."""


def time_features(query: Query, figure: FigureRecord, year: int | None) -> dict[str, float]:
    """The features of time. `year` is the year of the figure's document."""
    asked = query.question.periods
    return {
        "period": _period(asked, figure.period, of_change=query.question.measure == Measure.CHANGE),
        "undated": float(not asked and figure.period is None),
        "of_the_year": _of_the_year(asked, figure.period, year),
    }


def _period(asked: Sequence[Period], found: Period | None, *, of_change: bool) -> float:
    """1 for the very period asked for, less for one inside or around it, -1 for another, 0 when either is unsaid."""
    if not asked or found is None:
        return 0.0
    return max(_agreement(period, found, of_change=of_change) for period in asked)


def _agreement(asked: Period, found: Period, *, of_change: bool) -> float:
    """A figure at the end of what was asked for may be its level; one from an earlier part of it is another figure.

    A change may be asked for by where it ends or where it begins: «ned fra 2023».
    """
    if (asked.start, asked.end) == (found.start, found.end):
        return 1.0
    if asked.end is not None and asked.end == found.end:
        return 0.8
    if of_change and asked.start == found.start and _ends_later(found, asked):
        return 0.8
    if asked.year is None or found.year is None or asked.year != found.year or _are_apart(asked, found):
        return OTHER_PERIOD
    return 0.1 if _is_inside(found, asked) else 0.4


def _ends_later(one: Period, other: Period) -> bool:
    return one.end is not None and other.end is not None and one.end > other.end


def _are_apart(one: Period, other: Period) -> bool:
    """Whether one period ends before the other begins: two quarters of one year."""
    return bool(
        (one.end and other.start and one.end < other.start) or (other.end and one.start and other.end < one.start)
    )


def _is_inside(part: Period, whole: Period) -> bool:
    """Whether one period lies within another; an open end lies nowhere."""
    if part.start is None or part.end is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= part.start and part.end <= whole.end


def _of_the_year(asked: Sequence[Period], found: Period | None, year: int | None) -> float:
    """Where a period is asked for, a figure that names none is most likely of its document's year."""
    years = {period.year for period in asked if period.year}
    if not years or found is not None or year is None:
        return 0.0
    return 1.0 if year in years else -1.0
