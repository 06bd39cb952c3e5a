"""A quantity in the making: each step of the reading fills in a field."""

from dataclasses import dataclass

from ingest.quantities.model import Measure, Period
from ingest.quantities.numbers import Token
from ingest.quantities.units import Kind


@dataclass(slots=True)
class Draft:
    """A number with what is known of it so far.

    `lead` is where the words that only colour it begin («om lag»), `about` and `bound` what they say; `after` is
    where its unit and noun end. `coordinated` joins it to the number behind it in one list or range. `changing`
    levels are the ends of a change: «økte fra 92 til 73». `again` says the change before it once more: «økte med
    300 (6,3 prosent)». `elliptic` number words count a noun named before them: «tre flere», «fra fem til tre».
    """

    token: Token
    sentence: int
    after: int
    lead: int
    about: bool = False
    bound: bool = False
    scale: int = 1
    unit: str | None = None
    kind: Kind | None = None
    changing: bool = False
    again: bool = False
    elliptic: bool = False
    own_unit: bool = False
    coordinated: bool = False
    measure: Measure = Measure.LEVEL
    period: Period | None = None
