"""What a file becomes: a Document of pages, lines, blocks, tables, figures and passages.

Everything carries its place. Lines are numbered from 1 in the extracted text (a text file's own lines), pages
are physical and numbered from 1, and a `Span` is a run of characters in one line: whatever is shown to a
person can be checked there, character by character.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.quantities.model import Measure, Period


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (end not included) of line `line`."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A visually separate run in a PDF line: characters `start:end` of its text, from `x0` to `x1` points."""

    start: int
    end: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of extracted text, exactly as extracted. `segments` is empty where positions are unknown.

    `y` is the baseline in points from the page's foot, `size` the font size; both 0 where unknown.
    """

    number: int
    page: int
    text: str
    segments: tuple[Segment, ...] = ()
    y: float = 0.0
    size: float = 0.0
    bold: bool = False


class PageState(StrEnum):
    """What could be read of a page. DAMAGED is one that cannot be read, or is far too large to be."""

    TEXT = "text"
    PICTURES = "pictures"
    EMPTY = "empty"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Page:
    """A physical page: its number from 1, the label printed on it, and its first and last line."""

    number: int
    label: str | None
    first: int
    last: int
    state: PageState = PageState.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a reader gives: the lines and pages of one file, before anything is understood.

    `outline` is the file's own bookmarks as (level from 1, title, page); `title`, `author` and the year it was
    `created` are what its metadata say.
    """

    source: str
    media_type: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...]
    title: str | None = None
    outline: tuple[tuple[int, str, int], ...] = ()
    author: str | None = None
    created: int | None = None

    def line(self, number: int) -> Line:
        """The line with that number (from 1)."""
        return self.lines[number - 1]


class BlockKind(StrEnum):
    """What a run of lines is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    GRID = "grid"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines with one role.

    `lines` are the numbers of its lines that hold text, ascending; they need not be neighbours (a paragraph
    goes on after a page break). `level` is the depth of a heading (1 is a chapter) or of a list item (1 is
    outermost), else 0. `marker` is a heading's number («2.3»), a list item's bullet or number, a footnote's
    mark, a caption's name («Tabell 3»). `section` is the path of headings the block stands under, outermost
    first; for a heading it ends with the heading itself.
    """

    kind: BlockKind
    lines: tuple[int, ...]
    section: tuple[str, ...]
    level: int = 0
    marker: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it: lines `first` to `last`, subsections included."""

    path: tuple[str, ...]
    level: int
    number: str | None
    page: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The structure of a sheet: its blocks in reading order, its sections, its title, and the footnote marks.

    `marks` are the spans of footnote marks that are glued to words or numbers; they are quoted but never read.
    """

    title: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    marks: tuple[Span, ...] = ()


class CellKind(StrEnum):
    """What a cell holds."""

    NUMBER = "number"
    TEXT = "text"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, outside its headers.

    `row` and `column` index into the table's rows and columns. `text` is what is printed, footnote marks and
    line breaks apart; `spans` is where. `value` is None unless the kind is NUMBER. `confidence` is below 1
    where the evidence leaves another reading.
    """

    row: int
    column: int
    kind: CellKind
    text: str
    spans: tuple[Span, ...]
    value: Decimal | None = None
    scale: int = 1
    unit: str | None = None
    period: Period | None = None
    measure: Measure = Measure.LEVEL
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its path of labels, outermost group first, and the lines it stands in.

    `names` are names found elsewhere in the document for codes in the path (a chapter, a post).
    """

    path: tuple[str, ...]
    lines: tuple[int, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its path of headers, outermost first, and the lines they stand in."""

    path: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note under a table: its mark («*», «1)», «a») where it has one, its text and its lines."""

    mark: str | None
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with every cell's row path and column path.

    `lines` are the lines of the grid (headers, rows, notes), `caption_lines` those of its caption, which may stand
    pages before. `id` is unique in its document («t3»).
    """

    id: str
    caption: str | None
    caption_lines: tuple[int, ...]
    section: tuple[str, ...]
    page: int
    lines: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity at its place: the unit of trust.

    `text` is the number as printed. `label` says what it counts: row path and column path of its cell, or the head
    words of its clause. `passage` is the id of the passage that cites it and `offset` where the number begins in
    that passage's reading; `table`, `row` and `column` name its cell where it stands in one. A date or year is a
    figure of measure DATE: its `value` is the year.
    """

    id: str
    text: str
    value: Decimal
    scale: int
    unit: str | None
    period: Period | None
    measure: Measure
    approximate: bool
    label: str
    section: tuple[str, ...]
    page: int
    spans: tuple[Span, ...]
    passage: str
    offset: int
    table: str | None = None
    row: int | None = None
    column: int | None = None
    confidence: float = 1.0

    @property
    def amount(self) -> Decimal:
        """The value in whole units."""
        return self.value * self.scale


class PassageKind(StrEnum):
    """What kind of text a passage is."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is retrieved and cited: a paragraph, a list or a table row.

    `lines` are the numbers of the lines it cites (only lines with text). `text` is those lines as they stand, joined by
    line breaks: what is quoted. `reading` is the same with hyphens and ligatures mended, marks taken off: what is
    searched. `context` is what stands around it and tells what it is about: its lead-in, caption, column names.
    """

    id: str
    kind: PassageKind
    lines: tuple[int, ...]
    page: int
    section: tuple[str, ...]
    text: str
    reading: str
    context: str
    table: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document says of itself, and the line it stands in; None where only the file's metadata say it."""

    text: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who published a document, and in which year; None where nothing tells."""

    publisher: Stated | None = None
    year: Stated | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. `id` is derived from its content, so that a renamed file keeps it.

    `year` is the one it is about, which is often not the one it was published in.
    """

    id: str
    source: str
    digest: str
    media_type: str
    title: str
    kind: str
    year: int | None
    language: str
    sheet: Sheet
    layout: Layout
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]
    passages: tuple[Passage, ...]
    imprint: Imprint = Imprint()
