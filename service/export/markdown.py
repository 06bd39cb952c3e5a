"""An exported conversation as Markdown. What the documents and the questions say is text, never markup."""

import re
from collections.abc import Iterable

from service.export.content import Paragraph, Part
from service.export.grids import Grid

_SPECIAL = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)|(?<!\S)#")
"""What is markup wherever it stands; «#» begins a heading, and after white space ends one."""
_AT_FIRST = re.compile(r"^(?:[>+-]|\d{1,9}(?=[.)](?:\s|$)))")
"""What is markup at the beginning of a paragraph, a quote or an item: a quote, a list."""
_BEFORE = {"title": "# ", "heading": "## ", "quote": "> ", "item": "- "}


def as_markdown(parts: Iterable[Part]) -> str:
    """The parts, a blank line between them, but for the items of a list."""
    out: list[str] = []
    item_before = False
    for part in parts:
        is_item = isinstance(part, Paragraph) and part.kind == "item"
        out.append("" if is_item and item_before else "\n" if out else "")
        out.append(_table(part) if isinstance(part, Grid) else _paragraph(part))
        item_before = is_item
    return "".join(f"{line}\n" if line and line != "\n" else line for line in out)


def plain(words: str) -> str:
    """Words that no reader of Markdown takes for anything else, wherever in a line they stand."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(words.split()))


def _unlisted(words: str) -> str:
    """What is written already, as the beginning of a line: of «1. mars» the full stop is what could make it a list."""
    return _AT_FIRST.sub(_as_text, words)


def _as_text(found: re.Match[str]) -> str:
    return f"{found.group()}\\" if found.group().isdigit() else f"\\{found.group()}"


def _paragraph(part: Paragraph) -> str:
    if part.kind == "answer":
        return f"**{plain(part.words)}**"
    words = "".join(_run(run, italic=italic) for run, italic in part.runs).strip()
    return _BEFORE.get(part.kind, "") + (words if part.kind in ("title", "heading") else _unlisted(words))


def _run(words: str, *, italic: bool) -> str:
    """Words with what parts them from their neighbours outside the italics."""
    inner = plain(words)
    if italic:
        inner = f"*{inner}*"
    return f"{' ' * words[:1].isspace()}{inner}{' ' * words[-1:].isspace()}"


def _table(grid: Grid) -> str:
    columns = range(len(grid.rows[0]))
    lines = [f"| {' | '.join(_cell(grid, row, at) for at in columns)} |" for row in range(len(grid.rows))]
    rule = f"|{' --- |' * len(columns)}"
    return "\n".join([lines[0], rule, *lines[1:]])


def _cell(grid: Grid, row: int, column: int) -> str:
    words = plain(grid.rows[row][column]).replace("|", "\\|")
    return f"**{words}**" if (row, column) == grid.answer and words else words
