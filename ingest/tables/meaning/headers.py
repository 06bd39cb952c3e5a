"""Header rows → the path of headers over each column."""

from collections.abc import Callable, Sequence

from ingest.tables.grid import Grid, GridRow, Slot


def column_paths(grid: Grid, read: Callable[[Slot], str]) -> tuple[tuple[str, ...], ...]:
    """The headers over every slot, outermost first; a group header reaches over the columns to its right.

    `read` gives the text of a slot without footnote marks.
    """
    width = max((len(row.slots) for row in (*grid.header, *grid.body)), default=0)
    rows = [_spread(row, width, read, last=row is grid.header[-1]) for row in grid.header]
    return tuple(tuple(dict.fromkeys(row[column] for row in rows if row[column])) for column in range(width))


def column_lines(grid: Grid, column: int) -> tuple[int, ...]:
    """The lines that the headers over a column stand in."""
    return tuple(
        dict.fromkeys(span.line for row in grid.header if column < len(row.slots) for span in row.slots[column].spans)
    )


def _spread(row: GridRow, width: int, read: Callable[[Slot], str], *, last: bool) -> list[str]:
    """A header row's texts. In a row over another, an empty slot after the stub takes the text to its left."""
    slots: Sequence[Slot] = [*row.slots, *[Slot("", ())] * (width - len(row.slots))]
    texts: list[str] = []
    for index, slot in enumerate(slots):
        carried = texts[-1] if texts and not last and index > 1 and not slot.text else read(slot)
        texts.append(carried)
    return texts
