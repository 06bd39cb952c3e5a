"""An exported conversation as DOCX, by python-docx: with real headings, quotes, lists and tables."""

import io
import re
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement

from service.export.content import Paragraph, Part
from service.export.grids import Grid

_STYLES = {"title": "Title", "heading": "Heading 1", "quote": "Quote", "item": "List Bullet"}
_NUMBER = re.compile(r"[-−–]?[\d\s.,]+(?:\s?%)?")
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
    for words, italic in part.runs:
        run = made.add_run(_printable(words))
        run.bold, run.italic = part.kind == "answer" or None, italic or None
    if part.kind == "title":
        document.core_properties.title = _printable(part.words)


def _add_grid(document: Any, grid: Grid) -> None:  # noqa: ANN401 — python-docx is not typed
    """A table whose first row is repeated on every page, numbers to the right, and the answering cell in bold."""
    table = document.add_table(rows=0, cols=len(grid.rows[0]), style="Light Grid Accent 1")
    for at, row in enumerate(grid.rows):
        made = table.add_row()
        if at == 0:
            made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for column, (cell, words) in enumerate(zip(made.cells, row, strict=True)):
            run = cell.paragraphs[0].add_run(_printable(words))
            run.bold = (at, column) == grid.answer or None
            if column > 0 and (at == 0 or _NUMBER.fullmatch(words)):
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _printable(words: str) -> str:
    return words.translate(_UNPRINTABLE)
