"""A quantity in the making: each step of the reading fills in a field."""

from dataclasses import dataclass

from ingest.quantities.model import Measure, Period
from ingest.quantities.numbers import Token
from ingest.quantities.units import Kind


@dataclass(slots=True)
class Draft:
    """A number with what is known of it so far. `after` is where its unit and noun end."""

    token: Token
    sentence: int
    after: int
    scale: int = 1
    unit: str | None = None
    kind: Kind | None = None
    own_unit: bool = False
    coordinated: bool = False
    measure: Measure = Measure.LEVEL
    approximate: bool = False
    period: Period | None = None
