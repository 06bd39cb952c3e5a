"""The cells of a table as they are printed: a number with the sign beside it that tells its unit."""

import re
from collections.abc import Mapping
from typing import Any

_SIGN = re.compile(r"\s?[%‰]")


def with_printed(table: Mapping[str, Any], lines: Mapping[int, str]) -> dict[str, Any]:
    """A stored table whose cells have `printed` beside `text`: «9 %» where the text is «9» and «%» follows it.

    `lines` are the document's lines by number, those of the table at least.
    """
    return {**table, "cells": [{**cell, "printed": cell["text"] + _sign(cell, lines)} for cell in table["cells"]]}


def _sign(cell: Mapping[str, Any], lines: Mapping[int, str]) -> str:
    if cell["kind"] != "number" or not cell["spans"] or "%" in cell["text"]:
        return ""
    last = cell["spans"][-1]
    found = _SIGN.match(lines.get(last["line"], ""), last["end"])
    return found.group() if found else ""
