"""Which columns of a table an overview takes: those the question's measures name, of the periods it asks for."""

from collections.abc import Sequence

from ingest.quantities.model import Period
from retrieval.compare.columns import is_total
from retrieval.overview.grid import Grid, GridColumn
from retrieval.overview.periods import exactly, within
from retrieval.overview.wording import Wording

LEAST_HELD = 0.3
"""A column that holds less of a measure than this does not name it."""


def named_columns(grid: Grid, items: Sequence[Wording]) -> list[GridColumn]:
    """The columns that one of the measures names, in the table's order; none when they name none.

    Of several that hold as much of a measure, those whose headers say least beside it.
    """
    chosen: set[int] = set()
    for item in items:
        held = {column.number: item.coverage(column.stems) for column in grid.columns}
        most = max(held.values(), default=0.0)
        if most < LEAST_HELD or not item.total:
            continue
        best = [column for column in grid.columns if held[column.number] == most]
        fewest = min(item.unasked(column.group) for column in best)
        chosen |= {column.number for column in best if item.unasked(column.group) == fewest}
    return [column for column in grid.columns if column.number in chosen]


def of_periods(
    columns: Sequence[GridColumn], periods: Sequence[Period], asked: Wording, *, named: bool
) -> list[list[GridColumn]]:
    """For each period asked for its columns, none where the table has none of it.

    Parts of a period are taken only where they are asked for or there is no column of the whole. Unless the measures
    name the columns, those of nothing but their period come before others («2024» before «Alle ytelser 2024»).
    """
    found = []
    for period in periods:
        whole, parts = exactly(columns, period), within(columns, period)
        others = [column for column in parts if column not in whole]
        if any(asked.held(column.stems) > 0 for column in others):
            undated = [column for column in columns if column.period is None and len(periods) == 1]
            found.append([column for column in columns if column in parts or column in undated])
        else:
            found.append((whole or parts) if named else _plainest(whole or parts))
    return found


def plain_columns(grid: Grid) -> list[GridColumn]:
    """All columns but those of notes and other text."""
    most = max(sum(1 for _, at in grid.figures if at == column.number) for column in grid.columns)
    return [column for column in grid.columns if sum(1 for _, at in grid.figures if at == column.number) > most / 4]


def _plainest(columns: Sequence[GridColumn]) -> list[GridColumn]:
    bare = [column for column in columns if not column.stems]
    single = [column for column in columns if not any(map(is_total, column.path))]
    return (bare if all(len(column.path) == 1 for column in columns) else []) or single or list(columns)
