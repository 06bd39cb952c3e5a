"""What stands before the first chapter: the cover and the contents."""

from dataclasses import dataclass
from math import ceil

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from documents.maker.drawing import draw_lighthouse
from documents.maker.model import Book
from documents.maker.pages import Page
from documents.maker.style import PAGE_HEIGHT, PAGE_WIDTH, Look

_PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Front:
    """The contents as pages of (level, title, printed page label)."""

    contents: tuple[tuple[tuple[int, str, str], ...], ...]


def make_front(pages: list[Page]) -> Front:
    """The contents of the pages, headings of three levels."""
    lines = [(level, title, page.label) for page in pages for level, title in page.headings if level < 4]
    count = ceil(len(lines) / _PER_PAGE)
    return Front(tuple(tuple(lines[n * _PER_PAGE : (n + 1) * _PER_PAGE]) for n in range(count)))


def draw_cover(canvas: Canvas, book: Book, look: Look) -> None:
    """The cover: a picture with title for a report, a letterhead for a letter."""
    if book.style["look"] == "report":
        canvas.setFillColor(look.accent)
        canvas.rect(0, 0, PAGE_WIDTH, PAGE_HEIGHT, stroke=0, fill=1)
        draw_lighthouse(canvas, 150, 160, 170)
        canvas.setFillColor("#ffffff")
    else:
        canvas.setFillColor("#1c2326")
    for size, x, y, text in _rows(book):
        canvas.setFont(look.head.font if size > 12 else look.cell.font, size)
        canvas.drawString(x, y, text)


def _rows(book: Book) -> list[tuple[float, float, float, str]]:
    rows = book.cover["rows"]
    if not isinstance(rows, list):
        raise TypeError("cover: rows must be a list of [size, x, y, text]")
    return [(float(size), float(x), float(y), str(text)) for size, x, y, text in rows]


def draw_contents(
    canvas: Canvas, lines: tuple[tuple[int, str, str], ...], look: Look, label: str, *, first: bool
) -> None:
    """One page of contents with dotted leaders."""
    y = PAGE_HEIGHT - look.top
    canvas.setFillColor(look.accent)
    if first:
        canvas.setFont(look.headings[0].font, 18)
        canvas.drawString(look.left, y, "Innhold")
    y -= 30
    for level, title, page in lines:
        font = look.head.font if level == 1 else look.cell.font
        x, right = look.left + (level - 1) * 14, PAGE_WIDTH - look.right
        canvas.setFont(font, 9.5)
        canvas.setFillColor("#1c2326")
        canvas.drawString(x, y, title)
        width = canvas.stringWidth(title, font, 9.5)
        room = right - canvas.stringWidth(page, font, 9.5) - x - width - 8
        canvas.drawString(x + width + 4, y, "." * int(room / canvas.stringWidth(".", font, 9.5)))
        canvas.drawRightString(right, y, page)
        y -= 16
    canvas.setFont(look.note.font, 8)
    canvas.drawCentredString(PAGE_WIDTH / 2, 36, label)
