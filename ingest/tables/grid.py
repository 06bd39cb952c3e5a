"""The form that both readers of grids (text without positions, PDF with positions) give: a Grid of slots.

A grid is what is seen before it is understood: header lines and body rows cut into columns. Header paths, row
paths, units, scales and periods are found from it by one path of code for both.
"""

from dataclasses import dataclass

from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one column of one grid row: its text and its place. An empty slot has no spans."""

    text: str
    spans: tuple[Span, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class GridRow:
    """One logical row (a label wrapped over several lines is one row). `slots` has one slot per column.

    Column 0 is the stub (the labels). `lines` are the source lines of the row.
    """

    lines: tuple[int, ...]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Header rows (top to bottom; also those printed below the body) and body rows, all with the same slots.

    `notes` are the line numbers of notes that belong to the grid.
    """

    lines: tuple[int, ...]
    header: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    notes: tuple[int, ...] = ()
