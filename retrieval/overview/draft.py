"""An overview being put together: columns, and lines of cells that are figures or say why there is none."""

from dataclasses import dataclass
from typing import Literal

from ingest.quantities.model import Period
from retrieval.index.records import FigureRecord

Slot = FigureRecord | Literal["not_found", "not_there"]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's label, and the period it is of."""

    label: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its labels, what it is known by in other tables (`key`), whether it sums others, and its cells."""

    label: str
    path: tuple[str, ...]
    key: tuple[str, ...]
    stems: frozenset[str]
    total: bool
    slots: tuple[Slot, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no cell of it is found."""
        return all(isinstance(slot, str) for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Draft:
    """The columns and lines of an overview to be."""

    title: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    others: tuple[str, ...] = ()
