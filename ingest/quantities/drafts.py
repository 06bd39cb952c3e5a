"""A quantity in the making: each step of the reading fills in a field."""

from dataclasses import dataclass

from ingest.quantities.model import Measure, Period
from ingest.quantities.numbers import Token
from ingest.quantities.units import Kind


@dataclass(slots=True)
class Draft:
    """A number with what is known of it so far.

    `after` is where its unit and noun end. `coordinated` joins it to the number behind it in one list or range.
    `changing` levels are the ends of a change: «økte fra 92 til 73». `again` says the
    change before it once more: «økte med 300 (6,3 prosent)».
    """

    token: Token
    sentence: int
    after: int
    scale: int = 1
    unit: str | None = None
    kind: Kind | None = None
    changing: bool = False
    again: bool = False
    own_unit: bool = False
    coordinated: bool = False
    measure: Measure = Measure.LEVEL
    approximate: bool = False
    period: Period | None = None
