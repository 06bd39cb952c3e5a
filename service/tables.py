"""A stored table → CSV."""

import csv
import io
from typing import Any

_PATH = " – "
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would take for a formula when a cell begins with it."""
MARK = "\ufeff"
"""The byte order mark, without which spreadsheets do not take the file for UTF-8 and break æ, ø and å."""


def as_csv(table: dict[str, Any]) -> str:
    """The table with its column paths as the first line and its row paths as the first column."""
    out = io.StringIO(MARK)
    out.seek(len(MARK))
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    heads = [_PATH.join(column["path"]) for column in table["columns"]]
    writer.writerow([safe_text(head) for head in (table["caption"] or "", *heads)])
    cells = {(cell["row"], cell["column"]): cell for cell in table["cells"]}
    for at, row in enumerate(table["rows"]):
        values = (cells.get((at, column)) for column in range(len(table["columns"])))
        writer.writerow([safe_text(_PATH.join(row["path"])), *(_cell(cell) for cell in values)])
    return out.getvalue()


def _cell(cell: dict[str, Any] | None) -> str:
    """A number as a decimal with a comma, anything else as text."""
    if cell is None:
        return ""
    if cell["kind"] == "number":
        return str(cell["value"]).replace(".", ",")
    return safe_text(str(cell["text"]))


def safe_text(text: str) -> str:
    """A text that no spreadsheet computes; a lone dash for what is missing is harmless."""
    return f"'{text}" if text.startswith(_RISKY) and len(text) > 1 else text
