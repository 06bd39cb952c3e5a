"""Tables from content data: `label | cell | cell @unit=dager` rows, group headings as `# name` rows."""

from collections.abc import Mapping
from typing import Any

from documents.maker.markup import parse_text
from documents.maker.model import Cell, Column, Row, Table
from documents.maker.numbers import value_of
from documents.maker.periods import interval

_MISSING = {"-", "–", ""}
_MEANING = ("unit", "scale", "period", "measure")


def _column(data: Mapping[str, Any]) -> Column:
    period = data.get("period")
    return Column(
        tuple(data["path"]),
        data.get("unit"),
        data.get("scale"),
        interval(period) if period else None,
        data.get("measure"),
    )


def _cell(source: str, column: Column, row: Mapping[str, str], table: Mapping[str, Any]) -> Cell:
    printed, _, mark = (part.strip() for part in source.partition("^"))
    value = value_of(printed)
    kind = "missing" if printed in _MISSING else "text" if value is None else "number"
    if kind != "number":
        return Cell(printed, mark, kind, None, 1, None, None, "level")
    percent = "prosent" if printed.endswith("%") else None
    unit = percent or row.get("unit") or column.unit or table.get("unit")
    scale = 1 if percent else int(row.get("scale") or column.scale or table.get("scale") or 1)
    code = row.get("period") or (None if column.period else table.get("period"))
    period = interval(code) if code else column.period
    measure = row.get("measure") or column.measure or str(table.get("measure") or "level")
    return Cell(printed, mark, kind, value, scale, unit, period, measure)


def _options(source: str) -> tuple[str, dict[str, str]]:
    body, _, tail = source.partition(" @")
    pairs = (part.split("=", 1) for part in tail.replace(" @", ";").split(";") if "=" in part)
    return body.strip(), {key.strip(): value.strip() for key, value in pairs}


def _data_row(
    body: str, options: dict[str, str], groups: list[str], columns: list[Column], data: Mapping[str, Any]
) -> Row:
    fields = [field.strip() for field in body.split("|")]
    stubs = len(data.get("stub", [""]))
    labels, values = fields[:stubs], fields[stubs:]
    left = int(data.get("left", len(columns)))
    right = values.pop(left) if len(values) > len(columns) else ""
    if len(values) != len(columns) and (right or len(values) != left):
        raise ValueError(f"table {data['id']}: «{body}» has {len(values)} cells, the table {len(columns)} columns")
    second = {name[1:]: value for name, value in options.items() if name in {"r" + key for key in _MEANING}}
    meanings = [options if index < left else second for index in range(len(values))]
    cells = [_cell(v, c, m, data) for v, c, m in zip(values, columns, meanings, strict=False)]
    path = [*groups, *(label.partition("^")[0].strip() for label in labels if label)]
    return Row(False, tuple(labels), tuple(path), tuple(cells), right, options)


def _rows(data: Mapping[str, Any], columns: list[Column]) -> tuple[Row, ...]:
    rows: list[Row] = []
    groups: list[str] = []
    for line in data["rows"].strip().splitlines():
        body, options = _options(line)
        if not body.startswith("#"):
            rows.append(_data_row(body, options, groups, columns, data))
            continue
        name = body.lstrip("#").strip()
        level = len(body) - len(body.lstrip("#"))
        groups = [*groups[: level - 1], name] if name else groups[: level - 1]
        if name:
            rows.append(Row(True, (name,), tuple(groups), (), "", options))
    return tuple(rows)


def parse_table(data: Mapping[str, Any]) -> Table:
    """A table from one [[table]] entry of a content file."""
    columns = [_column(column) for column in data["columns"]]
    return Table(
        data["id"],
        parse_text(data.get("caption", "")),
        data.get("shape", "plain"),
        tuple(data.get("stub", [""])),
        tuple(columns),
        _rows(data, columns),
        tuple(data.get("notes", [])),
        {key: value for key, value in data.items() if key not in {"rows", "columns"}},
    )
