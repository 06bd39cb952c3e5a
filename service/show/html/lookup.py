"""What stands in which line of a document, and the anchors that lead there."""

from collections import defaultdict
from dataclasses import dataclass

from ingest.document import Block, Document, Figure, Line, Page, Passage, PassageKind, Span, Table


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines with text of one block on one page. `first` tells that the block begins here."""

    block: Block
    lines: tuple[Line, ...]
    first: bool

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of its lines."""
        return frozenset(line.number for line in self.lines)


@dataclass(frozen=True, slots=True)
class Lookup:
    """A document's parts by the line they stand in; a table by every line, a figure by its spans and by its cell."""

    document: Document
    lines: frozenset[int]
    blocks: dict[int, Block]
    spans: dict[int, list[tuple[Span, Figure]]]
    marks: dict[int, list[Span]]
    tables: dict[int, list[Table]]
    captioned: dict[int, list[Table]]
    passages: dict[int, list[Passage]]
    cited: dict[int, Passage]
    cells: dict[tuple[str, int, int], Figure]

    def runs(self, page: Page) -> list[Run]:
        """The runs of a page in the order of its lines, lines without text left out."""
        runs: list[list[Line]] = []
        for line in self.document.sheet.lines:
            if line.page != page.number or line.number not in self.blocks:
                continue
            if runs and self.blocks[runs[-1][-1].number] is self.blocks[line.number]:
                runs[-1].append(line)
            else:
                runs.append([line])
        return [self._run(tuple(lines)) for lines in runs]

    def _run(self, lines: tuple[Line, ...]) -> Run:
        block = self.blocks[lines[0].number]
        return Run(block, lines, first=lines[0].number == min(block.lines))


def look_up(document: Document) -> Lookup:
    """Everything by its lines."""
    spans: defaultdict[int, list[tuple[Span, Figure]]] = defaultdict(list)
    for figure in document.figures:
        for span in figure.spans:
            spans[span.line].append((span, figure))
    marks: defaultdict[int, list[Span]] = defaultdict(list)
    for mark in document.layout.marks:
        marks[mark.line].append(mark)
    tables: defaultdict[int, list[Table]] = defaultdict(list)
    captioned: defaultdict[int, list[Table]] = defaultdict(list)
    for table in document.tables:
        for number in table.lines:
            tables[number].append(table)
        for number in table.caption_lines:
            captioned[number].append(table)
    passages: defaultdict[int, list[Passage]] = defaultdict(list)
    texts = [passage for passage in document.passages if passage.kind is not PassageKind.TABLE_ROW]
    for passage in texts:
        passages[passage.lines[0]].append(passage)
    return Lookup(
        document=document,
        lines=frozenset(line.number for line in document.sheet.lines),
        blocks={number: block for block in document.layout.blocks for number in block.lines},
        spans=dict(spans),
        marks=dict(marks),
        tables=dict(tables),
        captioned=dict(captioned),
        passages=dict(passages),
        cited={number: passage for passage in texts for number in passage.lines},
        cells={
            (figure.table, figure.row, figure.column): figure
            for figure in document.figures
            if figure.table is not None and figure.row is not None and figure.column is not None
        },
    )


def line_anchor(number: int) -> str:
    """The anchor of a source line."""
    return f"L{number}"


def page_anchor(number: int) -> str:
    """The anchor of a page."""
    return f"side-{number}"


def mark_anchor(figure: Figure) -> str:
    """The anchor of a figure where it is printed."""
    return f"m-{figure.id}"


def entry_anchor(figure: Figure) -> str:
    """The anchor of a figure in the list beside its lines."""
    return f"f-{figure.id}"


def cell_anchor(table: str, row: int, column: int) -> str:
    """The anchor of a cell, rows and columns counted from 1."""
    return f"{table}-r{row + 1}-k{column + 1}"
