"""Some pages of a document."""

import re
from dataclasses import replace

from ingest.document import Document, Page
from service.show.errors import ShowError

_PAGES = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")


def page_range(text: str) -> range:
    """The pages a person asks for: «12», or «12-15» with both ends.

    Raises:
        ShowError: it is not written so.

    """
    match = _PAGES.fullmatch(text.strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if last < first:
        raise ShowError(f"«{text}» er ikke et sidetall. Skriv for eksempel 12 eller 12-15.")
    return range(first, last + 1)


def part_of(document: Document, pages: range) -> Document:
    """The document with only what stands on these pages; what goes on over a page break is kept whole.

    Lines keep their numbers, so they are looked up by number, never by place. Raises ShowError where the document
    has none of the pages.
    """
    kept = tuple(page for page in document.sheet.pages if page.number in pages)
    if not kept:
        raise ShowError(f"Dokumentet har ikke {_asked(pages)}. {_there_are(document.sheet.pages)}")
    first, last = min(page.first for page in kept), max(page.last for page in kept)

    def stands_here(lines: tuple[int, ...]) -> bool:
        return any(first <= line <= last for line in lines)

    layout, sheet = document.layout, document.sheet
    return replace(
        document,
        sheet=replace(sheet, lines=tuple(line for line in sheet.lines if line.page in pages), pages=kept),
        layout=replace(
            layout,
            blocks=tuple(block for block in layout.blocks if stands_here(block.lines)),
            sections=tuple(part for part in layout.sections if part.first <= last and part.last >= first),
            marks=tuple(mark for mark in layout.marks if stands_here((mark.line,))),
        ),
        tables=tuple(table for table in document.tables if stands_here(table.lines + table.caption_lines)),
        figures=tuple(figure for figure in document.figures if stands_here(tuple(s.line for s in figure.spans))),
        passages=tuple(passage for passage in document.passages if stands_here(passage.lines)),
    )


def _asked(pages: range) -> str:
    return f"side {pages[0]}" if len(pages) == 1 else f"sidene {pages[0]}–{pages[-1]}"


def _there_are(pages: tuple[Page, ...]) -> str:
    if not pages:
        return "Det har ingen sider."
    return f"Sidene er {pages[0].number}–{pages[-1].number}."
