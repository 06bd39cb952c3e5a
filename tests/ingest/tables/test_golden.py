"""Tables of the real documents, cell by cell: facts that were checked against the source.

`KILDESVAR_GOLDEN=1` writes the facts anew from what is read now. Do that only after reading every changed cell beside
its line; one test fails as long as the variable is set, so that no run passes by having just written its own truth.

Rows whose labels are whole sentences are left out of the facts; `unnamed` counts the cells of such rows.
"""

import json
import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.document import Cell, CellKind, Table
from ingest.layout import lay_out
from ingest.readers import read
from ingest.tables import find_regions, read_tables

SWITCH = "KILDESVAR_GOLDEN"
GOLDEN = Path(__file__).parents[2] / "golden" / "tables"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
LEAST_TABLES = 30
LEAST_RIGHT = 0.98


@cache
def real_tables(path: Path) -> tuple[Table, ...]:
    """The tables of one real document."""
    sheet = read(path.read_bytes(), path.name)
    regions = find_regions(sheet)
    return read_tables(sheet, lay_out(sheet, frozenset(n for region in regions for n in region.lines)), regions)


def fact(table: Table, cell: Cell) -> list[Any]:
    """One cell as a fact: row, column, value, unit, scale, period, measure, line."""
    period = cell.period
    return [
        list(table.rows[cell.row].path),
        list(table.columns[cell.column].path),
        str(cell.value) if cell.kind == CellKind.NUMBER else cell.kind.value,
        cell.unit,
        cell.scale,
        [str(period.start), str(period.end)] if period else None,
        cell.measure.value,
        cell.spans[0].line,
    ]


def facts(table: Table) -> dict[str, Any]:
    """A table as facts: where it stands, its caption's lines, and every cell."""
    return {
        "lines": [table.lines[0], table.lines[-1]],
        "caption_lines": list(table.caption_lines),
        "cells": [fact(table, cell) for cell in table.cells],
    }


def golden(name: str) -> list[dict[str, Any]]:
    """The facts of one document."""
    return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def written(tables: list[dict[str, Any]]) -> str:
    """The facts as they are kept: a line for each cell."""
    parts = []
    for table in tables:
        cells = ",\n".join("  " + json.dumps(cell, ensure_ascii=False) for cell in table["cells"])
        head = json.dumps({key: table[key] for key in ("lines", "caption_lines")})[:-1]
        parts.append(f'{head}, "cells": [\n{cells}\n]}}')
    return "[" + ",\n".join(parts) + "]\n"


def at_line(tables: tuple[Table, ...], line: int) -> Table | None:
    """The table whose grid begins at that line."""
    return next((table for table in tables if table.lines[0] == line), None)


def test_the_switch_is_off() -> None:
    """No run may pass that has just written its own truth."""
    assert not os.environ.get(SWITCH), f"unset {SWITCH}: the golden tables are being written, not checked"


def test_there_are_enough_tables() -> None:
    """At least thirty tables are checked."""
    assert sum(len(golden(name)) for name in NAMES) >= LEAST_TABLES


@pytest.mark.real
@pytest.mark.parametrize("name", NAMES)
def test_cells_right_in_every_field(name: str, real_documents: Path) -> None:
    """At least 98 % of the cells of the golden tables are right in every field."""
    tables = real_tables(real_documents / f"{name}.txt")
    if os.environ.get(SWITCH):
        kept = [at_line(tables, table["lines"][0]) for table in golden(name)]
        (GOLDEN / f"{name}.json").write_text(written([facts(table) for table in kept if table]), encoding="utf-8")
    expected = [(table["lines"][0], cell) for table in golden(name) for cell in table["cells"]]
    found = {table.lines[0]: [fact(table, cell) for cell in table.cells] for table in tables}
    wrong = [(line, cell) for line, cell in expected if cell not in found.get(line, [])]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(expected), wrong[:5]


@pytest.mark.real
def test_cells_right_over_all_documents(real_documents: Path) -> None:
    """At least 98 % of all golden cells together are right in every field; a cell read once counts once."""
    right = expected = 0
    for name in NAMES:
        tables = real_tables(real_documents / f"{name}.txt")
        for table in golden(name):
            found = at_line(tables, table["lines"][0])
            read_as = Counter(json.dumps(fact(found, cell)) for cell in found.cells) if found else Counter[str]()
            right += (Counter(map(json.dumps, table["cells"])) & read_as).total()
            expected += len(table["cells"])
    assert right >= LEAST_RIGHT * expected, f"{right} of {expected} cells right"


@pytest.mark.real
@pytest.mark.parametrize("name", NAMES)
def test_places_and_captions(name: str, real_documents: Path) -> None:
    """Every golden table begins and ends where it should, has its own caption, and no cell too many."""
    tables = real_tables(real_documents / f"{name}.txt")
    for table in golden(name):
        found = at_line(tables, table["lines"][0])
        assert found is not None, table["lines"]
        assert [found.lines[-1], list(found.caption_lines)] == [table["lines"][1], table["caption_lines"]]
        assert len(found.cells) <= len(table["cells"]) + table.get("unnamed", 0), table["lines"]


@pytest.mark.real
@pytest.mark.parametrize("name", NAMES)
def test_every_cell_stands_in_its_lines(name: str, real_documents: Path) -> None:
    """The text of every number is printed where its spans say, and no row is longer than sixty lines."""
    path = real_documents / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    for table in real_tables(path):
        assert all(row.lines[-1] - row.lines[0] <= 60 for row in table.rows)
        for cell in table.cells:
            printed = " ".join(lines[span.line - 1][span.start : span.end] for span in cell.spans)
            assert cell.kind == CellKind.TEXT or printed == cell.text
