"""The whole document as JSON."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from ingest.document import CellKind, Document, Figure, Span, Table
from ingest.quantities.model import Measure, Period
from service.show.as_json import as_json


def test_figures_come_back_exactly(sample: Document) -> None:
    """Every figure read from the JSON is the figure that was written."""
    read = json.loads(as_json(sample))
    assert tuple(_figure(entry) for entry in read["figures"]) == sample.figures


def test_cells_come_back_exactly(sample: Document) -> None:
    """Every cell keeps its place, kind, value, unit, scale and period."""
    read = json.loads(as_json(sample))
    assert [_cells_read(entry) for entry in read["tables"]] == [_cells(table) for table in sample.tables]


def test_the_whole_model_is_there_in_its_order(document: Document) -> None:
    """Fields stand in the order of the model, decimals as strings, dates as ISO, letters as they are."""
    text = as_json(document)
    read = json.loads(text)
    assert list(read) == list(Document.__dataclass_fields__)
    assert read["figures"][0]["value"] == "7.4"
    assert read["figures"][0]["period"] == {"start": "2024-01-01", "end": "2024-12-31", "text": "2024"}
    assert "årsrapport" in text


def test_the_same_document_gives_the_same_text(document: Document) -> None:
    """Nothing in it depends on the run."""
    assert as_json(document) == as_json(document)


def _figure(entry: dict[str, Any]) -> Figure:
    changed = {
        "value": Decimal(entry["value"]),
        "measure": Measure(entry["measure"]),
        "period": _period(entry["period"]),
        "section": tuple(entry["section"]),
        "spans": tuple(Span(**span) for span in entry["spans"]),
    }
    return Figure(**{**entry, **changed})


def _period(entry: dict[str, str] | None) -> Period | None:
    if entry is None:
        return None
    start, end = (date.fromisoformat(day) if day else None for day in (entry["start"], entry["end"]))
    return Period(start, end, entry["text"])


def _cells(table: Table) -> list[tuple[object, ...]]:
    return [(c.row, c.column, c.kind, c.text, c.value, c.scale, c.unit, c.period, c.confidence) for c in table.cells]


def _cells_read(entry: dict[str, Any]) -> list[tuple[object, ...]]:
    return [
        (
            *(cell["row"], cell["column"], CellKind(cell["kind"]), cell["text"]),
            None if cell["value"] is None else Decimal(cell["value"]),
            *(cell["scale"], cell["unit"], _period(cell["period"]), cell["confidence"]),
        )
        for cell in entry["cells"]
    ]
