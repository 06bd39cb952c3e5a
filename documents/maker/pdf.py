"""Pages to a PDF file, the same bytes every time."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from documents.maker.drawing import draw_bars, draw_picture
from documents.maker.front import Front, draw_contents, draw_cover
from documents.maker.model import Book
from documents.maker.pages import Bars, Grid, Line, Page
from documents.maker.style import PAGE_HEIGHT, PAGE_WIDTH, Look
from documents.maker.visual import PAD, Seen

_ROMAN = ("", "i", "ii", "iii", "iv", "v")


def _draw_text(canvas: Canvas, line: Line) -> None:
    face = line.face
    x = line.x
    canvas.setFillColor(face.color)
    if line.marker:
        small = line.key[0] == "footnote"
        canvas.setFont(face.font, face.size * 0.75 if small else face.size)
        canvas.drawString(line.marker_x, line.y + (2 if small else 0), line.marker)
    last = line.piece.start
    for offset, mark in line.piece.marks(line.text):
        x = _run(canvas, line, line.text.plain[last:offset], x)
        canvas.setFont(face.font, face.size * 0.62)
        canvas.drawString(x, line.y + face.size * 0.36, mark)
        x += canvas.stringWidth(mark, face.font, face.size * 0.62)
        last = offset
    _run(canvas, line, line.text.plain[last : line.piece.end] + ("-" if line.piece.hyphen else ""), x)


def _run(canvas: Canvas, line: Line, text: str, x: float) -> float:
    canvas.setFont(line.face.font, line.face.size)
    canvas.drawString(x, line.y, text)
    return x + line.face.width(text)


def _draw_cell(canvas: Canvas, cell: Seen, grid: Grid, top: float, look: Look, space: str) -> None:
    edges, face = grid.seen.edges, cell.face
    canvas.setFillColor(look.accent if face.font.endswith("Bold") else face.color)
    for number, text in enumerate(cell.lines):
        y = top - 2 - face.size - number * face.leading
        mark = cell.mark if number == len(cell.lines) - 1 else ""
        small = 0.65 if mark.isalnum() else 1.0
        shown = text.replace(" ", space) if cell.right else text
        tail = face.width(mark) * small
        x = grid.x + edges[cell.column] + PAD / 2 + cell.inset
        if cell.right:
            x = grid.x + edges[cell.column + cell.span] - PAD / 2 - face.width(shown) - tail
        canvas.setFont(face.font, face.size)
        canvas.drawString(x, y, shown)
        if mark:
            canvas.setFont(face.font, face.size * small)
            canvas.drawString(x + face.width(shown), y + (face.size * 0.35 if small < 1 else 0), mark)


def _draw_grid(canvas: Canvas, grid: Grid, look: Look, space: str) -> None:
    width = grid.seen.edges[-1]
    for row, top in grid.rows:
        if row.source is None or row.group:
            canvas.setFillColor(look.tint)
            canvas.rect(grid.x, top - row.height, width, row.height, stroke=0, fill=1)
        canvas.setStrokeColor("#b9c6c9")
        canvas.setLineWidth(0.4)
        canvas.line(grid.x, top - row.height, grid.x + width, top - row.height)
        for cell in row.cells:
            _draw_cell(canvas, cell, grid, top, look, space)


def _draw_footnotes(canvas: Canvas, page: Page, look: Look) -> None:
    leading = look.note.leading
    y = look.bottom - 14 + leading * len(page.footnotes)
    canvas.setStrokeColor("#888888")
    canvas.setLineWidth(0.5)
    canvas.line(look.left, y + 2, look.left + 140, y + 2)
    for line in page.footnotes:
        y -= leading
        _draw_text(canvas, Line(line.key, line.text, line.piece, line.x, y + 2, line.face, line.marker, line.marker_x))


def _draw_furniture(canvas: Canvas, page: Page, book: Book, look: Look) -> None:
    canvas.setFont(look.note.font, 8)
    canvas.setFillColor("#5b676b")
    head = PAGE_HEIGHT - 44
    canvas.drawString(look.left, head, str(book.style["running_head"]))
    canvas.drawRightString(PAGE_WIDTH - look.right, head, str(book.style["running_right"]))
    canvas.setStrokeColor("#b9c6c9")
    canvas.line(look.left, head - 6, PAGE_WIDTH - look.right, head - 6)
    canvas.drawCentredString(PAGE_WIDTH / 2, 36, str(book.style["folio"]).format(label=page.label))


def _draw_page(canvas: Canvas, page: Page, book: Book, look: Look) -> None:
    space = "\u00a0" if book.style.get("hard_spaces") else " "
    for level, title in page.headings:
        key = f"h{page.number}-{title}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(title, key, min(level, 3) - 1)
    if page.picture:
        draw_picture(canvas, look)
        return
    _draw_furniture(canvas, page, book, look)
    for item in page.items:
        if isinstance(item, Line):
            _draw_text(canvas, item)
        elif isinstance(item, Grid):
            _draw_grid(canvas, item, look, space)
        elif isinstance(item, Bars):
            draw_bars(canvas, item, look)
    if page.footnotes:
        _draw_footnotes(canvas, page, look)


def write_pdf(book: Book, look: Look, front: Front, pages: list[Page], path: Path) -> None:
    """Write the cover, the contents and the pages. Uncompressed, so that no compression library decides the bytes."""
    canvas = Canvas(str(path), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=0, lang="nb-NO")
    canvas.setTitle(str(book.style["pdf_title"]))
    canvas.setAuthor(str(book.style["pdf_author"]))
    draw_cover(canvas, book, look)
    canvas.showPage()
    for number, lines in enumerate(front.contents, start=2):
        draw_contents(canvas, lines, look, _ROMAN[number], first=number == 2)
        canvas.showPage()
    for page in pages:
        _draw_page(canvas, page, book, look)
        canvas.showPage()
    canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
    canvas.addPageLabel(1 + len(front.contents), style="ARABIC", start=int(pages[0].label))
    canvas.save()
