"""The types of the grammar: a quantity, its measure and the period it holds for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Measure(StrEnum):
    """What a quantity says about its subject."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    DATE = "date"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both ends included, with the words it is shown as.

    A point in time («per 31.12.2024») is a period whose ends are equal. `start` is None for «hittil», `end`
    is None for «fra og med mai 2025» and «siden 2019».
    """

    start: date | None
    end: date | None
    text: str

    @property
    def year(self) -> int | None:
        """The one calendar year the period ends in, or starts in where it has no end."""
        day = self.end or self.start
        return day.year if day else None


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity in a text: `text[start:end]` is exactly what is printed for it.

    `start:end` covers the number alone («158 539», «6,3», «-20 037»), never its unit. `amount` is
    `value * scale`. `unit` is a canonical Norwegian word («kroner», «prosent», «prosentpoeng», «dager») or the
    counted noun as printed in lower case («personer», «stillinger»), None where nothing tells.
    """

    start: int
    end: int
    text: str
    value: Decimal
    scale: int
    unit: str | None
    measure: Measure
    approximate: bool
    period: Period | None

    @property
    def amount(self) -> Decimal:
        """The value in whole units."""
        return self.value * self.scale
