"""Every cell of every table in the sample PDFs, against the data that they were made from."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.readers import read_pdf
from ingest.tables.grid import Grid, GridRow
from ingest.tables.positioned import cut, find_regions

DOCUMENTS = Path(__file__).parents[4] / "documents"
NAMES = sorted(path.stem for path in (DOCUMENTS / "truth").glob("*.json"))
MARKS = "*¹²³⁴⁵⁶⁷⁸⁹0123456789abcd) "


@cache
def grids(name: str) -> tuple[tuple[set[int], Grid], ...]:
    """The grids of a sample PDF, with the pages they stand on."""
    sheet = read_pdf((DOCUMENTS / "pdf" / f"{name}.pdf").read_bytes(), f"{name}.pdf")
    found = [(region, grid) for region in find_regions(sheet) for grid in cut(sheet, region)]
    return tuple(({sheet.line(number).page for number in region.lines}, grid) for region, grid in found)


@cache
def truth(name: str) -> dict[str, Any]:
    """What is known of a sample document."""
    return json.loads((DOCUMENTS / "truth" / f"{name}.json").read_text(encoding="utf-8"))


def tables() -> list[tuple[str, int]]:
    """Each table of each sample document."""
    return [(name, index) for name in NAMES for index in range(len(truth(name)["tables"]))]


def places(table: dict[str, Any], width: int) -> tuple[list[int], list[int]]:
    """Where the labels and the cells of a table stand in a grid of that width, with panels or without."""
    count = len(table["columns"])
    if table["id"].endswith("-left"):
        return [0], list(range(1, count + 1))
    cells = list(range(width - count, width))
    return ([0, cells[0] - 1] if table["id"].endswith("-right") else list(range(cells[0]))), cells


def values(row: GridRow, table: dict[str, Any]) -> list[str]:
    """The texts of a row outside its labels."""
    return [row.slots[index].text for index in places(table, len(row.slots))[1]]


def labels(row: GridRow, table: dict[str, Any]) -> list[str]:
    """The labels of a row, without footnote marks."""
    found = [row.slots[index].text for index in places(table, len(row.slots))[0]]
    return [text.rstrip(MARKS) for text in found if text]


def expected_rows(table: dict[str, Any]) -> list[list[tuple[str, ...]]]:
    """For each row the texts each cell may have: with and without its footnote mark."""
    rows: list[list[tuple[str, ...]]] = [[("",)] * len(table["columns"]) for _ in table["rows"]]
    for cell in table["cells"]:
        text = cell["text"]
        mark = cell["mark"] or ""
        rows[cell["row"]][cell["column"]] = (text, f"{text}{mark}", f"{text} {mark}")
    return rows


def is_row_of(row: GridRow, cells: list[tuple[str, ...]], table: dict[str, Any]) -> bool:
    """Whether a grid row has exactly the cells of a row of the truth."""
    found = values(row, table)
    return all(text in allowed for text, allowed in zip(found, cells, strict=True))


def grid_of(name: str, table: dict[str, Any]) -> Grid:
    """The grid that holds the table: on its pages, with its number of columns and its first row."""
    first = expected_rows(table)[0]
    for pages, grid in grids(name):
        fits = set(table["pdf_pages"]) <= pages and all(len(row.slots) > len(first) for row in grid.body)
        if fits and any(is_row_of(row, first, table) for row in grid.body):
            return grid
    pytest.fail(f"no grid for {table['id']} on pages {table['pdf_pages']}")


@pytest.mark.parametrize(("name", "index"), tables())
def test_every_cell_has_its_row_and_its_column(name: str, index: int) -> None:
    """Rows, cells, labels and headers are those of the data, and nothing else is in the grid."""
    table = truth(name)["tables"][index]
    grid = grid_of(name, table)
    rows = [row for row in grid.body if any(values(row, table))]
    expected = expected_rows(table)
    assert [values(row, table) for row in rows if not any(is_row_of(row, cells, table) for cells in expected)] == []
    assert len(rows) == len(expected)
    for row, cells, known in zip(rows, expected, table["rows"], strict=True):
        assert is_row_of(row, cells, table)
        own = " ".join(labels(row, table))
        assert " ".join(label.rstrip(MARKS) for label in known["path"]).endswith(own)
        assert own.endswith(known["path"][-1].rstrip(MARKS))
    paths = [[level.slots[index].text for level in grid.header] for index in places(table, len(grid.body[0].slots))[1]]
    assert [[text for text in path if text] for path in paths] == [column["path"] for column in table["columns"]]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_taken_for_a_grid(name: str) -> None:
    """There are as many grids as tables: no chart, list, contents page or running text is one."""
    assert len(grids(name)) == sum(not table["id"].endswith("-right") for table in truth(name)["tables"])


@pytest.mark.parametrize(("name", "index"), tables())
def test_group_headings_and_notes_belong_to_their_grid(name: str, index: int) -> None:
    """A label alone is a row of its own; the notes under a table are known by their lines."""
    table = truth(name)["tables"][index]
    grid = grid_of(name, table)
    alone = [row.slots[0].text for row in grid.body if not any(slot.text for slot in row.slots[1:])]
    assert alone == [group["path"][-1] for group in table["groups"]]
    assert bool(grid.notes) == bool(table["notes"])
