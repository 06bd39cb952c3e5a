"""Sheets made for tests of layout."""

from ingest.document import Block, Layout, Line, Page, Segment, Sheet
from ingest.layout import lay_out


def sheet(*pages: str, sizes: dict[str, float] | None = None) -> Sheet:
    """A sheet with the given pages; an empty line is empty text, as in extracted files.

    With `sizes`, lines have positions as in a PDF: text that is a key has that size, all else 10 points.
    """
    lines: list[Line] = []
    made: list[Page] = []
    for number, page in enumerate(pages, start=1):
        first = len(lines) + 1
        for row, text in enumerate(page.split("\n")):
            lines.append(_line(len(lines) + 1, number, text, row, sizes))
        made.append(Page(number, None, first, len(lines)))
    return Sheet("prøve.txt", "text/plain", tuple(lines), tuple(made))


def _line(number: int, page: int, text: str, row: int, sizes: dict[str, float] | None) -> Line:
    if sizes is None or not text.strip():
        return Line(number, page, text)
    size = sizes.get(text.strip(), 10.0)
    segment = Segment(0, len(text), 70.0, 70.0 + len(text) * size / 2)
    return Line(number, page, text, (segment,), 800.0 - 14.0 * row, size)


def kinds(layout: Layout) -> list[tuple[str, tuple[int, ...]]]:
    """Each block's kind and lines."""
    return [(block.kind.value, block.lines) for block in layout.blocks]


def of_kind(made: Sheet, kind: str, grids: frozenset[int] = frozenset()) -> list[Block]:
    """The blocks of one kind."""
    return [block for block in lay_out(made, grids).blocks if block.kind.value == kind]


def headings(made: Sheet) -> list[tuple[int, str]]:
    """The level and text of each heading."""
    return [(block.level, block.section[-1]) for block in of_kind(made, "heading")]


PROSE = """Havneetaten skal sørge for at fartøy kommer trygt fram i all slags vær, og at de som
venter på los, får vite hvor lenge de må vente. Etaten har seks regioner og et hovedkontor
som ligger i Lyktevik, med ansvar for drift og for regelverk."""
