"""What a comparison is: its plan, and what came of it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.quantities.model import Period
from retrieval.figures import RankedFigure
from retrieval.question import Operation


@dataclass(frozen=True, slots=True)
class Side:
    """One side as a question of its own, with the period its figure must be of, and its name where it has one."""

    text: str
    period: Period | None = None
    name: str | None = None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Change(StrEnum):
    """By what a change is the largest."""

    AMOUNT = "amount"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be computed from which sides. `operation` is None where two questions are asked in one.

    `same` tells that the sides are one thing in several periods. `unsigned` that only the size of the difference is
    asked for, `step` that the second side is what the first was just before its period. `whom` is what the
    largest or smallest is asked of: «region»; `place` which of them in order of size («nest størst»), `first` how many
    of the first, and `change` that the largest change is asked for: by its amount, or in percent.
    """

    operation: Operation | None
    sides: tuple[Side, ...]
    same: bool = False
    unsigned: bool = False
    step: bool = False
    whom: str | None = None
    place: int = 1
    first: int = 1
    change: Change | None = None

    @property
    def dated(self) -> bool:
        """Whether a side names a time."""
        return any(side.period or _YEAR.search(side.text) for side in self.sides)

    @property
    def one_time(self) -> bool:
        """Whether the sides name the same years, or none: what is compared is then of one time."""
        return not (self.same or self.step) and len({frozenset(_YEAR.findall(side.text)) for side in self.sides}) == 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was computed, from which figures, and how it is said. Nothing is computed where `operation` is None.

    `value` is the result as `unit` counts it. `stated` is where the documents themselves say it. `refused` says why
    nothing could be computed from the operands. `considered` is of how many the largest or smallest is, where that is
    more than the operands shown.
    """

    operation: Operation | None
    operands: tuple[RankedFigure, ...]
    value: Decimal | None = None
    unit: str | None = None
    in_words: str | None = None
    stated: RankedFigure | None = None
    refused: str | None = None
    considered: int | None = None
