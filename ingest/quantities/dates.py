"""Every date and year of a text as a quantity of measure DATE."""

from decimal import Decimal

from ingest.quantities.model import Context, Measure, Period, PeriodMention, Quantity
from ingest.quantities.periods import read_periods

DATE_UNIT = "dato"
YEAR_UNIT = "årstall"


def read_dates(text: str, context: Context) -> tuple[Quantity, ...]:
    """Every dated mention in the text, ascending: its value is the year, its period the stretch it names.

    The unit is «årstall» for a plain year and «dato» for everything finer.
    """
    return tuple(_date(text, mention) for mention in read_periods(text, context) if mention.period.year is not None)


def _date(text: str, mention: PeriodMention) -> Quantity:
    start, end = mention.core
    period = mention.period
    unit = YEAR_UNIT if _is_year(period) else DATE_UNIT
    return Quantity(
        start, end, text[start:end], Decimal(period.year or 0), 1, unit, Measure.DATE, approximate=False, period=period
    )


def _is_year(period: Period) -> bool:
    first, last = period.start, period.end
    starts = first is None or (first.month, first.day) == (1, 1)
    ends = last is None or (last.month, last.day) == (12, 31)
    return starts and ends and first != last
