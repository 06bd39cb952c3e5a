"""Fonts, sizes and measures of a page, and how wide a text is."""

from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89


@dataclass(frozen=True, slots=True)
class Face:
    """A font at a size, its line height, its colour, and the space before and after a block set in it."""

    font: str
    size: float
    leading: float
    color: str = "#1c2326"
    before: float = 0
    after: float = 0

    def width(self, text: str) -> float:
        """The width of a text in points."""
        return float(stringWidth(text, self.font, self.size))


@dataclass(frozen=True, slots=True)
class Look:
    """The faces and margins of one document."""

    body: Face
    headings: tuple[Face, ...]
    caption: Face
    cell: Face
    head: Face
    note: Face
    accent: str
    tint: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """The width of the text area."""
        return PAGE_WIDTH - self.left - self.right


REPORT = Look(
    body=Face("Helvetica", 10, 14, after=7),
    headings=(
        Face("Helvetica-Bold", 20, 25, "#0d4a5b", after=14),
        Face("Helvetica-Bold", 14, 18, "#0d4a5b", before=12, after=6),
        Face("Helvetica-Bold", 11.5, 15, "#0d4a5b", before=9, after=4),
        Face("Helvetica-Bold", 10, 14, "#37565e", before=5, after=2),
    ),
    caption=Face("Helvetica-Bold", 9, 12, "#0d4a5b", before=8, after=4),
    cell=Face("Helvetica", 8.5, 11),
    head=Face("Helvetica-Bold", 8.5, 11),
    note=Face("Helvetica", 7.5, 9.5, "#3f4a4e"),
    accent="#0d4a5b",
    tint="#e3eef0",
    left=71,
    right=71,
    top=84,
    bottom=80,
)

LETTER = Look(
    body=Face("Times-Roman", 11.5, 15.5, after=8),
    headings=(
        Face("Times-Bold", 14, 18, before=14, after=8),
        Face("Times-Bold", 12.5, 16, before=12, after=6),
        Face("Times-BoldItalic", 11.5, 15.5, before=8, after=4),
        Face("Times-Italic", 11.5, 15.5, before=6, after=3),
    ),
    caption=Face("Times-Bold", 11, 14, before=8, after=4),
    cell=Face("Times-Roman", 10.5, 13),
    head=Face("Times-Bold", 10.5, 13),
    note=Face("Times-Roman", 9, 11),
    accent="#333333",
    tint="#eeeeee",
    left=76,
    right=76,
    top=80,
    bottom=84,
)

LOOKS = {"report": REPORT, "letter": LETTER}
