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


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the text is read.

    `year` is the document's year, which «i fjor», «hittil i år» and «i desember» are told from. `period` is
    inherited from the section or the sentence before, for quantities whose own sentence names none.
    """

    year: int | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period named in a text: `text[start:end]` is what is printed for it, with the words that bound it.

    `core` is the span of the date, month or year alone, without «ved utgangen av» or «fra og med».
    `relative` tells a period that only its surroundings date («året før», «i fjor»). `baseline` tells one that
    something is compared with («enn i 2023», «en økning fra 2023») rather than spoken of. `since` tells one that
    «fra» or «siden» stands before. `ends` are the first and the last of a stretch named by both («fra 2023 til
    2024»).
    """

    start: int
    end: int
    period: Period
    core: tuple[int, int]
    relative: bool = False
    baseline: bool = False
    since: bool = False
    ends: tuple[Period, Period] | None = None


@dataclass(frozen=True, slots=True)
class CellReading:
    """What one table cell says by itself: its value, and the scale, unit and measure printed in it, if any."""

    value: Decimal
    scale: int | None
    unit: str | None
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class LabelReading:
    """What a caption, a column header or a row label says of the numbers under it. None: it says nothing."""

    unit: str | None = None
    scale: int | None = None
    measure: Measure | None = None
    period: Period | None = None
