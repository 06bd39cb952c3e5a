"""The lines of a sheet with positions, cut into their visually separate pieces: what columns are found from."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ingest.document import Line, Sheet, Span
from ingest.tables.positioned.furniture import furniture
from ingest.tables.shape import read_shape
from ingest.tables.tokens import TokenKind
from ingest.tables.words import WORDS

_BULLET = re.compile(r"^[•▪●◦‣·➢✓▪→o–—-]$")
_ITEM = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)])$")
_BULLETED = re.compile(r"^(?:[•▪●◦‣·➢✓→o–—-]|\d{1,2}[.)]|[a-z][.)])\s+\S")
_CAPTION = re.compile(r"^(?P<word>[^\W\d]+)\s+(?:\d+(?:[.-]\d+)*|[A-ZÆØÅ])\b\s*(?:[.:|–-]|\s[^\W\d_a-zæøå]|$)")
_HEADING = re.compile(r"^\d+(?:\.\d+)+\.?\s+[^\W\d]")
_LEADER = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")


class PieceKind(StrEnum):
    """What a piece may be in a grid."""

    AMOUNT = "amount"
    PERIOD = "period"
    MISSING = "missing"
    TEXT = "text"


@dataclass(frozen=True)
class Piece:
    """A visually separate part of a line: its text, its characters in the line, and from where to where it reaches."""

    line: int
    start: int
    end: int
    x0: float
    x1: float
    text: str

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.line, self.start, self.end)

    @property
    def centre(self) -> float:
        """The middle of it."""
        return (self.x0 + self.x1) / 2

    @cached_property
    def kind(self) -> PieceKind:
        """What it may be, by its text alone."""
        shape = read_shape(self.text)
        if shape.only_periods:
            return PieceKind.PERIOD
        if len(shape.tokens) == 1 and shape.tokens[0].kind == TokenKind.DASH:
            return PieceKind.MISSING
        return PieceKind.AMOUNT if shape.only_numbers else PieceKind.TEXT


@dataclass(frozen=True)
class Strip:
    """A line with text and positions, in pieces."""

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def number(self) -> int:
        """The line number."""
        return self.line.number

    @property
    def text(self) -> str:
        """What it says."""
        return self.line.text

    @property
    def y(self) -> float:
        """The baseline."""
        return self.line.y

    @property
    def size(self) -> float:
        """The font size."""
        return self.line.size

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return self.line.bold

    @cached_property
    def is_caption(self) -> bool:
        """Whether it is shaped like the caption of a table, a note or a figure («Tabell 3. …»)."""
        match = _CAPTION.match(self.text)
        return match is not None and match["word"].lower() in WORDS.captions

    @cached_property
    def is_heading(self) -> bool:
        """Whether it begins with a section number («3.2.1 …»)."""
        return bool(_HEADING.match(self.text))

    @property
    def is_multi(self) -> bool:
        """Whether it has pieces beside each other."""
        return len(self.pieces) > 1

    @cached_property
    def amounts(self) -> int:
        """How many of its pieces after the first are amounts or dashes for missing ones."""
        return sum(piece.kind in (PieceKind.AMOUNT, PieceKind.MISSING) for piece in self.pieces[1:])

    @cached_property
    def is_item(self) -> bool:
        """Whether it is an item of a list: a bullet or a number before its text."""
        return not self.is_multi and bool(_BULLETED.match(self.pieces[0].text))


@dataclass(frozen=True, slots=True)
class PageStrips:
    """The strips of one page in reading order, its margins, and the size of running text in the whole sheet."""

    page: int
    strips: tuple[Strip, ...]
    left: float
    right: float
    body_size: float


def page_strips(sheet: Sheet) -> list[PageStrips]:
    """The strips of each page that has lines with positions; running heads and feet are left out."""
    by_page: dict[int, list[Strip]] = {}
    outside = furniture(sheet)
    for line in sheet.lines:
        if line.segments and line.number not in outside:
            by_page.setdefault(line.page, []).append(strip_of(line))
    body_size = _body_size(sheet)
    return [_page(page, strips, body_size) for page, strips in by_page.items()]


def strip_of(line: Line) -> Strip:
    """The pieces of a line: its segments, a bullet joined to what it marks."""
    pieces: list[Piece] = []
    for part in line.segments:
        before = pieces[-1] if pieces else None
        if before is not None and _is_marker(before, pieces, len(line.segments)):
            text = line.text[before.start : part.end]
            pieces[-1] = Piece(line.number, before.start, part.end, before.x0, part.x1, text)
        else:
            pieces.append(Piece(line.number, part.start, part.end, part.x0, part.x1, line.text[part.start : part.end]))
    if _LEADER.search(line.text):
        pieces = [Piece(line.number, 0, len(line.text), pieces[0].x0, pieces[-1].x1, line.text)]
    return Strip(line, tuple(pieces))


def _is_marker(mark: Piece, pieces: list[Piece], count: int) -> bool:
    """Whether the last piece is a bullet, or the number of a list's item, before its text.

    A dash after another piece is an empty cell; a number with more than one text after it is the number of a row.
    """
    if _ITEM.match(mark.text):
        return count == 2
    return bool(_BULLET.match(mark.text)) and not (len(pieces) > 1 and mark.text in "–—-o")


def _page(page: int, strips: list[Strip], body_size: float) -> PageStrips:
    left = min(strip.pieces[0].x0 for strip in strips)
    right = max(strip.pieces[-1].x1 for strip in strips)
    return PageStrips(page, tuple(strips), left, right, body_size)


def _body_size(sheet: Sheet) -> float:
    """The font size that most characters of lines in one piece have."""
    sizes: Counter[float] = Counter()
    for line in sheet.lines:
        if len(line.segments) == 1:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
