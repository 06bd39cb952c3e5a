"""The columns of an overview from one table: their heads, and which column of the table each takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.quantities.model import Period
from retrieval.compare.columns import is_total
from retrieval.overview.columns import named_columns, of_periods, plain_columns
from retrieval.overview.draft import Head, Slot
from retrieval.overview.grid import Grid, GridColumn
from retrieval.overview.reading import Words


@dataclass(frozen=True, slots=True)
class Chosen:
    """A column of an overview: its head, and the table's column, None where the table has none of its period."""

    head: Head
    column: GridColumn | None

    def slot(self, grid: Grid, row: int) -> Slot:
        """The cell of a row of the table."""
        if self.column is None:
            return "not_found"
        at = (row, self.column.number)
        return grid.figures.get(at) or ("not_there" if at in grid.missing else "not_found")


def choose_columns(grid: Grid, words: Words, periods: Sequence[Period], *, totals: bool) -> list[Chosen]:
    """The columns a question asks for. `totals`: whether columns of totals are taken where no period is asked for."""
    named = named_columns(grid, words.items)
    pool = named or plain_columns(grid)
    if not periods or all(column.period is None for column in pool):
        kept = [column for column in pool if totals or not any(map(is_total, column.path))]
        return [Chosen(Head(column.label, column.period), column) for column in kept or pool]
    groups = list(dict.fromkeys(column.group for column in pool))
    chosen: list[tuple[tuple[int, int, int], Chosen]] = []
    dated = of_periods(pool, periods, words.whole, named=bool(named))
    for at, (period, columns) in enumerate(zip(periods, dated, strict=True)):
        for column in columns:
            rank = 0 if not column.stems or len(column.path) == 1 else groups.index(column.group)
            chosen.append(((rank, at, column.number), Chosen(Head(column.label, column.period), column)))
        if not columns:
            chosen.append(((0, at, 0), Chosen(Head(period.text, period), None)))
    return _once([each for _, each in sorted(chosen, key=lambda pair: pair[0])])


def _once(chosen: Sequence[Chosen]) -> list[Chosen]:
    """A column that is of several periods asked for is taken once."""
    seen: set[int] = set()
    kept = []
    for each in chosen:
        if each.column is None or each.column.number not in seen:
            kept.append(each)
        if each.column is not None:
            seen.add(each.column.number)
    return kept
