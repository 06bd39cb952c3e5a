"""An exported conversation as Markdown. What the documents and the questions say is text, never markup."""

import re
from collections.abc import Iterable

from service.export.content import Grid, Paragraph, Part

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LIST_MARK = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")
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
    """Words that no reader of Markdown takes for anything else."""
    return _LIST_MARK.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", " ".join(words.split())))


def _paragraph(part: Paragraph) -> str:
    words = plain(part.words)
    if part.kind == "answer":
        words = f"**{words}**"
    if part.title:
        words = words.replace(plain(part.title), f"*{plain(part.title)}*", 1)
    return _BEFORE.get(part.kind, "") + words


def _table(grid: Grid) -> str:
    first, *rest = [f"| {' | '.join(plain(cell) for cell in row)} |" for row in grid.rows]
    rule = f"|{' --- |' * len(grid.rows[0])}"
    return "\n".join([first, rule, *rest])
