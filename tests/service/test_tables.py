"""Tables over HTTP and as CSV."""

import csv
import io
from typing import Any

import pytest

from service.tables import as_csv
from tests.service.conftest import Service, refused


def table_of(service: Service, source: str) -> str:
    """The id of the table that a document's first table row stands in."""
    body = {"question": "brygger trebrygger merker", "documents": [service.ident(source)]}
    found = service.client.post("/api/search", json=body).json()["passages"]
    return next(str(passage["table"]) for passage in found if passage["kind"] == "table_row")


def rows_of(text: str) -> list[list[str]]:
    """The cells of a CSV file, the byte order mark apart."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def table(row: list[str], *cells: dict[str, Any], caption: str | None = "Tabell 1. Utgifter") -> dict[str, Any]:
    """A stored table of one row."""
    columns = [{"path": ["2024", f"del {number}"]} for number, _ in enumerate(cells)]
    placed = [{"row": 0, "column": number, **cell} for number, cell in enumerate(cells)]
    return {"caption": caption, "columns": columns, "rows": [{"path": row}], "cells": placed}


def test_a_table_has_paths_cells_and_notes(read_only: Service) -> None:
    """Everything a reader needs to see a figure in its table."""
    ident = table_of(read_only, "rapport.txt")
    found = read_only.client.get(f"/api/tables/{ident}").json()
    assert (found["id"], found["document"]) == (ident, read_only.ident("rapport.txt"))
    assert [row["path"] for row in found["rows"]] == [["Drift av fyrlykter"], ["Nye merker"], ["Tilsyn"]]
    assert [column["path"] for column in found["columns"]] == [["2023"], ["2024"]]
    assert {cell["text"] for cell in found["cells"]} == {"118", "131", "42", "57", "16", "15"}
    assert found["notes"] == []


def test_csv_is_what_a_norwegian_spreadsheet_opens(read_only: Service) -> None:
    """Semicolons, decimal commas, and a mark that says UTF-8."""
    response = read_only.client.get(f"/api/tables/{table_of(read_only, 'brygger 2022.txt')}.csv")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert rows_of(response.text) == [
        ["Tabell 1. Andel brygger i god stand", "2021", "2022"],
        ["Betongbrygger", "81,5", "84,0"],
        ["Trebrygger", "62,3", "-1,8"],
    ]


@pytest.mark.parametrize("risky", ["=1+1", "+47 555", "-x", "@sum(a1)", "\t=1", "\r=1", "\n=1"])
def test_no_text_becomes_a_formula(risky: str) -> None:
    """Neither in the caption, nor in a label, nor in a cell."""
    got = rows_of(as_csv(table([risky], {"kind": "text", "text": risky}, caption=risky)))
    for cell in (got[0][0], got[1][0], got[1][1]):
        assert cell.startswith("'")
        assert cell.endswith(risky[1:])


def test_negative_numbers_stay_numbers() -> None:
    """A number is no formula, and a dash for what is missing needs no guard."""
    cells = ({"kind": "number", "value": "-20037.5", "text": "-20 037,5"}, {"kind": "missing", "text": "-"})
    assert rows_of(as_csv(table(["Avvik"], *cells)))[1] == ["Avvik", "-20037,5", "-"]


def test_separators_and_quotes_in_labels_stay_in_their_cell() -> None:
    """A label with a semicolon, a quote and a line break is still one cell; paths are told by dashes."""
    got = rows_of(as_csv(table(["Gruppe", 'a; "b"\nc'], {"kind": "text", "text": "x"}, caption=None)))
    assert got == [["", "2024 – del 0"], ['Gruppe – a; "b"\nc', "x"]]


@pytest.mark.parametrize("end", ["", ".csv"])
def test_an_unknown_table(read_only: Service, end: str) -> None:
    """The document or the table is named."""
    known = read_only.ident("rapport.txt")
    refused(read_only.client.get(f"/api/tables/{known}:t99{end}"), 404, "unknown_table")
    refused(read_only.client.get(f"/api/tables/finnes-ikke:t1{end}"), 404, "unknown_document")
    refused(read_only.client.get(f"/api/tables/{known}{end}"), 404, "unknown_table")
