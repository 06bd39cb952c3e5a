"""The grammar of Norwegian numbers, units, scales, periods and dates."""

from ingest.quantities.cells import read_cell
from ingest.quantities.dates import read_dates
from ingest.quantities.labels import read_label
from ingest.quantities.model import CellReading, Context, LabelReading, Measure, Period, PeriodMention, Quantity
from ingest.quantities.numbers import parse_number
from ingest.quantities.periods import read_periods
from ingest.quantities.read import read_quantities

__all__ = [
    "CellReading",
    "Context",
    "LabelReading",
    "Measure",
    "Period",
    "PeriodMention",
    "Quantity",
    "parse_number",
    "read_cell",
    "read_dates",
    "read_label",
    "read_periods",
    "read_quantities",
]
