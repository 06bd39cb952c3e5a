"""An exported conversation as DOCX, by python-docx: with real headings, quotes, lists and tables."""

import io
from collections.abc import Iterable
from typing import Any

from docx import Document

from service.export.content import Grid, Paragraph, Part

_STYLES = {"title": "Title", "heading": "Heading 1", "quote": "Quote", "item": "List Bullet"}
_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))
"""Control characters, which XML cannot hold."""


def as_docx(parts: Iterable[Part], language: str) -> bytes:
    """The parts as the bytes of a DOCX file whose texts are marked as of a language (nb, nn or en)."""
    document = Document()
    document.core_properties.language = language
    document.core_properties.author = "Kildesvar"
    for part in parts:
        if isinstance(part, Grid):
            _add_grid(document, part)
        else:
            _add_paragraph(document, part)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_paragraph(document: Any, part: Paragraph) -> None:  # noqa: ANN401 — python-docx is not typed
    made = document.add_paragraph(style=_STYLES.get(part.kind))
    before, title, after = part.words.partition(part.title) if part.title else (part.words, "", "")
    made.add_run(_printable(before)).bold = part.kind == "answer" or None
    if title:
        made.add_run(_printable(title)).italic = True
        made.add_run(_printable(after))
    if part.kind == "title":
        document.core_properties.title = _printable(part.words)


def _add_grid(document: Any, grid: Grid) -> None:  # noqa: ANN401 — python-docx is not typed
    table = document.add_table(rows=0, cols=len(grid.rows[0]), style="Light Grid Accent 1")
    for row in grid.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _printable(words)


def _printable(words: str) -> str:
    return words.translate(_UNPRINTABLE)
