"""Which columns are of the periods asked for."""

from collections.abc import Sequence

from ingest.quantities.model import Period
from retrieval.overview.grid import GridColumn


def exactly(columns: Sequence[GridColumn], period: Period) -> list[GridColumn]:
    """The columns of just that period, or of the day it ends."""
    return [column for column in columns if column.period is not None and _is(column.period, period)]


def within(columns: Sequence[GridColumn], period: Period) -> list[GridColumn]:
    """The columns of that period or of a part of it."""
    return [column for column in columns if column.period is not None and _is_part(column.period, period)]


def _is(found: Period, asked: Period) -> bool:
    ends = (asked.start, asked.end)
    return (found.start, found.end) == ends or (found.start in (found.end, None) and found.end == asked.end)


def _is_part(part: Period, whole: Period) -> bool:
    first, last = part.start or part.end, part.end or part.start
    if first is None or last is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= first and last <= whole.end
