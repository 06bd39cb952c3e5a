"""Every quantity in text and tables → Figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ingest.clauses import standing
from ingest.document import BlockKind, Cell, CellKind, Figure, Layout, Passage, PassageKind, Sheet, Table
from ingest.flow import Flow
from ingest.quantities import Context, read_dates, read_periods, read_quantities
from ingest.quantities.model import Period
from ingest.sentences import sentences

MOST_LABEL = 90
"""A label longer than this is cut at a word."""

_BULLET = "•"


@dataclass(frozen=True)
class Source:
    """Where the text of passages comes from: the sheet, its layout, and its words as `vocabulary` counts them."""

    sheet: Sheet
    layout: Layout
    words: Mapping[str, int]

    @cached_property
    def list_marks(self) -> Mapping[int, str]:
        """The mark of every list item, by its first line."""
        items = (block for block in self.layout.blocks if block.kind == BlockKind.LIST_ITEM)
        return {block.lines[0]: block.marker for block in items if block.marker}


def figures(
    source: Source, tables: Sequence[Table], passages: Sequence[Passage], year: int | None
) -> tuple[Figure, ...]:
    """The figures of all passages, in their order.

    `year` is the document's year, against which «i fjor» is resolved. Ids («f0», «f1», …) are unique in the document.
    """
    by_id = {table.id: table for table in tables}
    cells = {table.id: _cells_by_row(table) for table in tables}
    found: list[Figure] = []
    for passage in passages:
        if passage.kind == PassageKind.TABLE_ROW and passage.table is not None and passage.row is not None:
            new = _row_figures(passage, by_id[passage.table], cells[passage.table].get(passage.row, []))
        else:
            new = _text_figures(passage, source, year)
        found.extend(_numbered(new, len(found)))
    return tuple(found)


def _numbered(new: Iterator[Figure], first: int) -> Iterator[Figure]:
    return (replace(figure, id=f"f{number}") for number, figure in enumerate(new, first))


def _cells_by_row(table: Table) -> Mapping[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _row_figures(passage: Passage, table: Table, cells: Sequence[Cell]) -> Iterator[Figure]:
    row = table.rows[passage.row or 0]
    for cell in cells:
        if cell.kind != CellKind.NUMBER or cell.value is None:
            continue
        yield Figure(
            id="",
            text=cell.text,
            value=cell.value,
            scale=cell.scale,
            unit=cell.unit,
            period=cell.period,
            measure=cell.measure,
            approximate=False,
            label=" – ".join(dict.fromkeys([*row.path, *table.columns[cell.column].path])),
            section=table.section,
            page=passage.page,
            spans=cell.spans,
            passage=passage.id,
            offset=max(passage.reading.find(cell.text), 0),
            table=table.id,
            row=cell.row,
            column=cell.column,
            confidence=cell.confidence,
        )


def _text_figures(passage: Passage, source: Source, year: int | None) -> Iterator[Figure]:
    lines = [source.sheet.line(number) for number in passage.lines]
    flow = Flow.join(lines, source.layout.marks, source.words)
    if not any(character.isalpha() for character in flow.text):
        return
    context = Context(year=year, period=_section_period(passage.section, year))
    read = _without_marks(flow, source.list_marks)
    quantities = [*read_quantities(read, context), *read_dates(read, context)]
    ends = sentences(read)
    for quantity in sorted(quantities, key=lambda found: found.start):
        first, last = next(((a, b) for a, b in ends if a <= quantity.start < b), (0, len(flow.text)))
        spans = flow.spans(quantity.start, quantity.end)
        yield Figure(
            id="",
            text=quantity.text,
            value=quantity.value,
            scale=quantity.scale,
            unit=quantity.unit,
            period=quantity.period,
            measure=quantity.measure,
            approximate=quantity.approximate,
            label=_label(flow.text[first:last], quantity.start - first, quantity.end - first),
            section=passage.section,
            page=source.sheet.line(spans[0].line).page,
            spans=spans,
            passage=passage.id,
            offset=quantity.start,
        )


def _without_marks(flow: Flow, marks: Mapping[int, str]) -> str:
    """The text with a bullet for the mark of every list item, so that «2.» is no number and parts the items."""
    text = flow.text
    for line in flow.lines:
        mark, start = marks.get(line.number), flow.start_of(line.number)
        if mark and start is not None and text.startswith(mark, start):
            text = text[:start] + _BULLET.ljust(len(mark)) + text[start + len(mark) :]
    return text


@lru_cache(maxsize=4096)
def _section_period(section: tuple[str, ...], year: int | None) -> Period | None:
    context = Context(year=year, period=None)
    for heading in reversed(section):
        mentions = read_periods(heading, context)
        if mentions:
            return mentions[-1].period
    return None


def _label(sentence: str, start: int, end: int) -> str:
    """The words the number counts, the number itself left out, cut at a word where they are long."""
    own = standing(sentence, start, end)
    if own.at != start:
        return sentence[own.first : own.last].strip(" ,(")
    before, after = sentence[own.first : start].strip(" ,("), sentence[end : own.last].strip(" ,.)")
    label = f"{before} … {after}".strip(" …") if before else after
    return label if len(label) <= MOST_LABEL else label[:MOST_LABEL].rsplit(" ", 1)[0] + " …"
