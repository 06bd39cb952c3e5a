"""The sample documents as they are read, beside the data that they were made from: every cell, field by field."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.document import Cell, CellKind, Document, Table
from ingest.read import read_document

DOCUMENTS = Path(__file__).parents[2] / "documents"
NAMES = sorted(path.stem for path in (DOCUMENTS / "truth").glob("*.json"))
FORMS = ("pdf", "text")
_ENDINGS = {"pdf": "pdf", "text": "txt"}
_MARK = re.compile(r"(?:\s*\*+|\s+[a-d]|\s*\d\)|(?<=[a-zæøå])\d|[¹²³⁴⁵⁶⁷⁸⁹])$")
_AFTER_NUMBER = re.compile(r"(?<=[\d)])[^\d)]*$")


@cache
def document(name: str, form: str) -> Document:
    """A sample document as it is read from its PDF or from its text."""
    path = DOCUMENTS / form / f"{name}.{_ENDINGS[form]}"
    return read_document(path.read_bytes(), path.name)


@cache
def truth(name: str) -> dict[str, Any]:
    """What is known of a sample document."""
    return json.loads((DOCUMENTS / "truth" / f"{name}.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def known_tables(name: str) -> list[dict[str, Any]]:
    """The tables of a sample document, as they are known."""
    return list(truth(name)["tables"])


def bare(label: str) -> str:
    """A label without its footnote mark."""
    return _MARK.sub("", label).strip()


@dataclass(frozen=True, slots=True)
class Fact:
    """A cell in all its fields. `lines` are None where the truth has none (the lines of a PDF)."""

    row: tuple[str, ...]
    column: tuple[str, ...]
    kind: str
    text: str
    value: str | None
    scale: int
    unit: str | None
    measure: str
    period: tuple[str, str] | None
    lines: tuple[int, ...] | None
    page: int | None


FIELDS = tuple(Fact.__dataclass_fields__)


def differences(known: Fact, found: Fact) -> list[str]:
    """The fields that differ."""
    return [field for field in FIELDS if getattr(known, field) != getattr(found, field)]


def known_facts(table: dict[str, Any], form: str) -> list[Fact]:
    """The cells of a known table that are printed."""
    return [_known_fact(table, cell, form) for cell in table["cells"] if cell["text"]]


def found_facts(read: Document, table: Table, form: str) -> list[Fact]:
    """The cells of a table that was read."""
    return [_found_fact(read, table, cell, form) for cell in table.cells]


def _known_fact(table: dict[str, Any], cell: dict[str, Any], form: str) -> Fact:
    row = table["rows"][cell["row"]]
    period = cell["period"]
    number = cell["kind"] == "number"
    return Fact(
        tuple(bare(part) for part in row["path"]),
        tuple(bare(part) for part in table["columns"][cell["column"]]["path"]),
        cell["kind"],
        _AFTER_NUMBER.sub("", cell["text"]) if number else cell["text"],
        cell["value"],
        cell["scale"],
        cell["unit"],
        cell["measure"],
        (period["start"], period["end"]) if period else None,
        tuple(cell["text_lines"]) if form == "text" else None,
        row["pdf_page"] if form == "pdf" else None,
    )


def _found_fact(read: Document, table: Table, cell: Cell, form: str) -> Fact:
    period = cell.period
    lines = sorted({span.line for span in cell.spans})
    return Fact(
        tuple(bare(part) for part in table.rows[cell.row].path),
        tuple(bare(part) for part in table.columns[cell.column].path),
        cell.kind.value,
        cell.text,
        str(cell.value) if cell.kind is CellKind.NUMBER else None,
        cell.scale,
        cell.unit,
        cell.measure.value,
        (str(period.start), str(period.end)) if period else None,
        tuple(lines) if form == "text" else None,
        read.sheet.line(lines[0]).page if form == "pdf" else None,
    )


def table_of(read: Document, known: dict[str, Any], form: str) -> Table | None:
    """The table that was read where a known one stands: the one that shares most of its printed cells."""
    facts = known_facts(known, form)
    scored = [(_shared(facts, found_facts(read, table, form)), table) for table in read.tables]
    best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def _shared(known: Sequence[Fact], found: Sequence[Fact]) -> int:
    places = {(fact.text, fact.page, fact.lines) for fact in found}
    return sum((fact.text, fact.page, fact.lines) in places for fact in known)


def pairs(known: Sequence[Fact], found: Sequence[Fact]) -> Iterator[tuple[Fact, Fact | None]]:
    """Each known cell with the read cell that is most like it, no read cell twice."""
    left = list(found)
    for fact in known:
        place = (fact.text, fact.lines, fact.page)
        near = [other for other in left if (other.text, other.lines, other.page) == place]
        near = near or [other for other in left if (other.row, other.column) == (fact.row, fact.column)]
        best = min(near, key=lambda other: len(differences(fact, other)), default=None)
        if best is not None:
            left.remove(best)
        yield fact, best
