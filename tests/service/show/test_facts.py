"""Where units and periods are told."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Cell, Table
from ingest.quantities.model import Measure
from service.show.facts import NOTHING, Told, periods, units
from tests.service.show import made


def with_cells(cells: Iterable[Cell]) -> Table:
    """The table with other cells."""
    return replace(made.table(), cells=tuple(cells))


def test_what_holds_for_all_is_told_once() -> None:
    """One unit everywhere is the table's."""
    same = with_cells(replace(cell, unit="kroner", scale=1000) for cell in made.table().cells)
    assert units(same) == Told(table="tusen kroner")


def test_what_differs_by_column_is_told_by_column() -> None:
    """Each column has its unit, with its scale."""
    assert units(made.table()) == Told(columns={0: "dyr", 1: "dyr", 2: "mill. kroner", 3: "mill. kroner"})
    assert periods(made.table()).columns == {0: "2023", 1: "2024", 2: "2023", 3: "2024"}


def test_what_differs_by_row_is_told_by_row() -> None:
    """Each row has its unit; one that has none says so; what is no level is named."""
    named = {0: ("dager", Measure.DURATION), 1: ("prosent", Measure.SHARE), 2: (None, Measure.LEVEL)}
    rows = with_cells(
        replace(cell, unit=named[cell.row][0], measure=named[cell.row][1], scale=1) for cell in made.table().cells
    )
    assert units(rows) == Told(rows={0: "dager, varighet", 1: "prosent, andel", 2: NOTHING})


def test_an_exception_is_told_in_its_cell() -> None:
    """One odd cell speaks for itself, with its column's neighbours where the column no longer agrees."""
    cells = [replace(cell, unit="stykk") if (cell.row, cell.column) == (0, 0) else cell for cell in made.table().cells]
    told = units(with_cells(cells))
    assert told.columns == {1: "dyr", 2: "mill. kroner", 3: "mill. kroner"}
    assert told.cells == {(0, 0): "stykk", (1, 0): "dyr", (2, 0): "dyr"}


def test_nothing_to_tell_is_not_told() -> None:
    """A table whose numbers have no period tells none."""
    assert periods(with_cells(replace(cell, period=None) for cell in made.table().cells)) == Told()


@given(st.lists(st.sampled_from(["kroner", "dyr", None]), min_size=12, max_size=12))
def test_every_number_is_told_exactly_once(names: list[str | None]) -> None:
    """Whatever the units are, each number's is told at one place, and rightly."""
    cells = [replace(cell, unit=name, scale=1) for cell, name in zip(made.table().cells, names, strict=True)]
    told = units(with_cells(cells))
    for cell in (cell for cell in cells if cell.value is not None):
        places = (told.columns.get(cell.column), told.rows.get(cell.row), told.cells.get((cell.row, cell.column)))
        said = [fact for fact in (told.table, *places) if fact is not None]
        assert said == [cell.unit or NOTHING] or (said == [] and told == Told())
