"""An index → lines of JSON, one file a kind: everything it holds but what is computed from that to be searched by."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.errors import IndexUnusableError
from retrieval.index.places import STORE
from retrieval.index.trouble import writable
from retrieval.index.write import connect_for_reading

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A file of the export: the rows it is made from, which of their columns hold JSON, and what a line is made of."""

    query: str
    stored_as_json: Sequence[str]
    line: Callable[[Line], Line]


def export(generation: Path, folder: Path) -> dict[str, int]:
    """Write a generation into a new folder; returns how many lines each file got, by its name without the ending.

    Raises IndexUnusableError: "exists" when something is there already, "disk_full" or "not_writable".
    """
    if folder.exists() and any(folder.iterdir()):
        raise IndexUnusableError("exists", f"Mappen «{folder}» er ikke tom. Velg en ny mappe å skrive til.")
    counts: dict[str, int] = {}
    with writable(folder.parent), closing(connect_for_reading(generation / STORE)) as connection:
        folder.mkdir(parents=True, exist_ok=True)
        for name, kind in _KINDS.items():
            cursor = connection.execute(kind.query)
            columns = [column[0] for column in cursor.description]
            rows = (dict(zip(columns, row, strict=True)) for row in cursor)
            counts[name] = _write(folder / f"{name}.jsonl", _lines(kind, rows))
    return counts


def _lines(kind: _Kind, rows: Iterator[Line]) -> Iterator[Line]:
    for row in rows:
        read = {name: json.loads(row[name]) for name in kind.stored_as_json}
        yield kind.line({**row, **read})


def _write(path: Path, lines: Iterator[Mapping[str, Any]]) -> int:
    """Put lines into a file, which has its name when it is whole; returns how many there were."""
    aside = path.with_suffix(".part")
    count = 0
    with aside.open("w", encoding="utf8") as file:
        for count, line in enumerate(lines, 1):  # noqa: B007 — the last one is the count
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    return count


def _document(row: Line) -> Line:
    keys = ("path", "level", "page", "first", "last")
    return {**row, "sections": [dict(zip(keys, section, strict=True)) for section in row["sections"]]}


def _table(row: Line) -> Line:
    content: Line = row["content"]
    return {"document": row["document"], **content}


def _figure(row: Line) -> Line:
    period = {name: row.pop(f"period_{name}") for name in ("start", "end", "text")}
    spans = [dict(zip(("line", "start", "end"), span, strict=True)) for span in row["spans"]]
    return {
        **row,
        "period": None if period["text"] is None else period,
        "approximate": bool(row["approximate"]),
        "spans": spans,
    }


def _as_it_is(row: Line) -> Line:
    return row


_KINDS = {
    "documents": _Kind(
        "SELECT id, source, (SELECT json_group_array(source) FROM (SELECT source FROM names WHERE document = d.number"
        " ORDER BY place)) AS names, digest, media_type, title, kind, year, language, publisher,"
        " publisher_line, published, published_line, sections, line_count AS lines,"
        " page_count AS pages FROM documents d ORDER BY d.number",
        ("names", "sections"),
        _document,
    ),
    "pages": _Kind(
        "SELECT d.id AS document, p.number, p.label, p.first, p.last, p.state, p.text"
        " FROM pages p JOIN documents d ON d.number = p.document ORDER BY d.number, p.number",
        (),
        _as_it_is,
    ),
    "passages": _Kind(
        "SELECT d.id AS document, p.id, p.kind, p.page, p.section, p.lines, p.text, p.reading, p.context,"
        ' p.table_id AS "table", p.row_number AS row'
        " FROM passages p JOIN documents d ON d.number = p.document ORDER BY d.number, p.number",
        ("section", "lines"),
        _as_it_is,
    ),
    "tables": _Kind(
        "SELECT d.id AS document, t.content"
        " FROM tables t JOIN documents d ON d.number = t.document ORDER BY d.number, length(t.id), t.id",
        ("content",),
        _table,
    ),
    "figures": _Kind(
        "SELECT d.id AS document, f.id, p.id AS passage, f.text, f.value, f.scale, f.unit, f.period_start,"
        " f.period_end, f.period_text, f.measure, f.approximate, f.label, f.spans, f.row_path, f.column_path,"
        ' f.table_id AS "table", f.row_number AS row, f.column_number AS "column", f.confidence'
        " FROM figures f JOIN passages p ON p.number = f.passage JOIN documents d ON d.number = p.document"
        " ORDER BY d.number, f.number",
        ("spans", "row_path", "column_path"),
        _figure,
    ),
}
