"""Where a grid stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """The numbers of the lines that belong to grids which stand together: headers, rows, group headings, notes."""

    lines: tuple[int, ...]
