"""What an overview is: its columns and rows, and why a cell is empty."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from retrieval.figures import RankedFigure
from retrieval.overview.language import says

State = Literal["found", "not_found", "not_there"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: which of the overview's figures, or why there is none: not found, or printed as missing."""

    figure: int | None
    state: State


@dataclass(frozen=True, slots=True)
class OverviewColumn:
    """What a column's cells are: its label, and their unit and scale where they are all of one («kroner», 1000)."""

    label: str
    unit: str | None
    scale: int | None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One of the things the overview is of. `path` are its labels, outermost first; `total` where it sums others."""

    label: str
    path: tuple[str, ...]
    total: bool
    unit: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """A number computed from the figures of one row, exact; `operands` are their indexes among the figures."""

    value: Decimal
    unit: str | None
    operands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComputedColumn:
    """A column that no document prints: a number for each row, None where an operand is missing."""

    label: str
    cells: tuple[Computed | None, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A table put together from figures that are each cited where they stand.

    `others` are rows of the same tables that the question could also have meant. `held` is the share of what was asked
    for that the tables say, by the rarity of the words; `lacking` are the words that they do not say.
    """

    title: str
    columns: tuple[OverviewColumn, ...]
    rows: tuple[OverviewRow, ...]
    computed: tuple[ComputedColumn, ...]
    figures: tuple[RankedFigure, ...]
    others: tuple[str, ...]
    held: float
    lacking: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """What it is, and how large."""
        columns = _counted("column", len(self.columns) + len(self.computed))
        return says("title").format(title=self.title, rows=_counted("row", len(self.rows)), columns=columns)


@dataclass(frozen=True, slots=True)
class NoOverview:
    """An overview that was asked for and cannot be given, with the reason in words."""

    why: str


def _counted(name: str, n: int) -> str:
    return says(name if n == 1 else f"{name}s").format(n=n)
