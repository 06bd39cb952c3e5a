"""A grid → a Table: paths, cells with their fields, notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ingest.document import Cell, CellKind, Column, Note, Row, Sheet, Span, Table
from ingest.quantities import LabelReading, Measure, Period
from ingest.tables.grid import Grid, Slot
from ingest.tables.meaning.captions import Caption
from ingest.tables.meaning.headers import column_lines, column_paths
from ingest.tables.meaning.inherit import Inherited, Reader, Years, cell_reading, head_noun, inherited
from ingest.tables.meaning.labels import Labeller
from ingest.tables.meaning.note_units import units_from_notes
from ingest.tables.meaning.roles import Roles, read_roles
from ingest.tables.meaning.rows import PathRow, path_rows, slot_or_empty
from ingest.tables.note_marks import mark_of, number_of
from ingest.tables.words import WORDS

_DASHES = frozenset("-–—−")
_COUNTING = tuple(f"{word} " for word in WORDS.counting)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands over a table: its caption, the section path, the lines that state its scale, its default year."""

    caption: Caption | None
    section: tuple[str, ...]
    statements: tuple[str, ...] = ()
    year: Period | None = None


def build(sheet: Sheet, grid: Grid, identity: str, around: Surroundings, labels: Labeller, reader: Reader) -> Table:
    """The table of a grid."""
    notes = read_notes(sheet, grid.notes)
    letters = tuple(note.mark for note in notes if note.mark and note.mark.isalpha())
    paths = column_paths(grid, labels.read)
    roles = read_roles(grid, paths)
    texts = [[labels.read(slot_or_empty(row, column), letters) for column in roles.stubs] for row in grid.body]
    placed = path_rows(grid.body, texts, roles, _stub_header(paths))
    columns = _columns(grid, paths, roles)
    builder = _Builder(sheet, roles, paths, around, labels, reader, _stub_header(paths))
    rows, cells = builder.rows_and_cells(placed)
    if len(rows) == len(placed):
        printed = [slot_or_empty(row.row, roles.stubs[-1]).text for row in placed]
        cells = units_from_notes(cells, columns, printed, notes)
    return Table(
        id=identity,
        caption=around.caption.text if around.caption else None,
        caption_lines=around.caption.lines if around.caption else (),
        section=around.section,
        page=sheet.line(grid.lines[0]).page,
        lines=grid.lines,
        columns=columns,
        rows=rows,
        cells=cells,
        notes=notes,
    )


def read_notes(sheet: Sheet, numbers: Sequence[int]) -> tuple[Note, ...]:
    """The notes of a table: one begins at every mark, and where no mark is, with the first line."""
    notes: list[Note] = []
    for number in numbers:
        text = " ".join(sheet.line(number).text.split())
        mark = mark_of(text) or number_of(text)
        if mark is None and notes:
            last = notes[-1]
            notes[-1] = Note(last.mark, f"{last.text} {text}", (*last.lines, number))
        else:
            notes.append(Note(mark, text[len(mark or "") :].strip(), (number,)))
    return tuple(notes)


def _stub_header(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return paths[0] if paths else ()


def _value_columns(roles: Roles) -> list[int]:
    """The columns that a table keeps: the labels of a right panel and the columns it repeats are taken out."""
    dropped = {roles.panel, *(twin for twin, _ in roles.twins)}
    return [column for column in roles.cells if column not in dropped]


def _columns(grid: Grid, paths: Sequence[tuple[str, ...]], roles: Roles) -> tuple[Column, ...]:
    return tuple(Column(paths[column], column_lines(grid, column)) for column in _value_columns(roles))


class _Builder:
    """Makes the rows and cells of one table."""

    def __init__(
        self,
        sheet: Sheet,
        roles: Roles,
        paths: Sequence[tuple[str, ...]],
        around: Surroundings,
        labels: Labeller,
        reader: Reader,
        stub: tuple[str, ...],
    ) -> None:
        self.sheet = sheet
        self.roles = roles
        self.paths = paths
        self.labels = labels
        self.reader = reader
        self.places: Mapping[int, int] = {column: index for index, column in enumerate(_value_columns(roles))}
        self.heads = {column: reader.labels(reversed(paths[column])) for column in roles.cells}
        caption = around.caption.text if around.caption else ""
        self.counts = caption.lower()
        stated = reader.caption(caption)
        self.around = [*reader.labels(stub), stated, *reader.labels(around.statements)]
        self.spoken: LabelReading | None = None
        self.default = stated.unit if any(words in self.counts for words in WORDS.defaults) else None
        self.years = Years(_common_year(list(self.heads.values())), around.year)

    def rows_and_cells(self, placed: Sequence[PathRow]) -> tuple[tuple[Row, ...], tuple[Cell, ...]]:
        """All rows, and the cells of each."""
        rows: list[Row] = []
        cells: list[Cell] = []
        for row in placed:
            twins = dict(self.roles.twins)
            left = [column for column in self.roles.cells if column not in twins and column != self.roles.panel]
            cells.extend(self._cells(row, row.path, len(rows), {column: column for column in left}))
            rows.append(Row(row.path, row.row.lines))
            if any(slot_or_empty(row.row, column).text for column in twins):
                label = self._panel_label(row)
                path = (*row.path, label)
                cells.extend(self._cells(row, (*row.path[:-1], label), len(rows), twins))
                rows.append(Row(path, row.row.lines))
        return tuple(rows), tuple(cells)

    def _panel_label(self, row: PathRow) -> str:
        panel = self.roles.panel or 0
        return self.labels.read(slot_or_empty(row.row, panel)) or " ".join(self.paths[panel])

    def _cells(self, row: PathRow, path: tuple[str, ...], index: int, columns: Mapping[int, int]) -> list[Cell]:
        told = self.reader.labels([row.whole, *(part for part in reversed(path) if part not in row.codes)])
        if told and path[-1].lower().startswith(_COUNTING):
            told[0] = self._completed(told[0])
        cells = []
        for column, place in columns.items():
            slot = slot_or_empty(row.row, column)
            if slot.text:
                cells.append(self._cell(slot, path[-1] if path else "", told, column, index, self.places[place]))
        return cells

    def _completed(self, reading: LabelReading) -> LabelReading:
        """What «Antall …» counts: the noun of the last such row where it names none («Antall behandlet for hånd»)."""
        if reading.unit is None and self.spoken is not None:
            return replace(reading, unit=self.spoken.unit)
        self.spoken = reading
        return reading

    def _named(self, label: str) -> str | None:
        """The noun that a label is about, where the document counts such things elsewhere."""
        noun = head_noun(label)
        return noun if noun in self.labels.counted and noun not in WORDS.counting else None

    def _counted(self, label: str, column: int) -> str | None:
        """What is counted.

        It is what the row is about where the caption says that the rows are counts, or the document counts such things
        elsewhere; what the column is about where the caption names it.
        """
        if any(word in self.counts for word in WORDS.counting) and (own := head_noun(label)):
            return own
        if own := self._named(label):
            return own
        leaf = self.paths[column][-1] if self.paths[column] else ""
        noun = head_noun(leaf)
        return noun if noun and f" {noun} " in f" {self.counts} " else None

    def _cell(self, slot: Slot, label: str, row: Sequence[LabelReading], column: int, index: int, place: int) -> Cell:
        if slot.text in _DASHES:
            return Cell(index, place, CellKind.MISSING, slot.text, slot.spans, confidence=slot.confidence)
        own = None if column in self.roles.references else cell_reading(slot.text)
        if own is None:
            return Cell(index, place, CellKind.TEXT, slot.text, slot.spans, confidence=slot.confidence)
        taken = inherited(own, row, self.heads[column], self.around, self.years)
        if taken.measure is Measure.LEVEL and taken.unit is None:
            taken = replace(taken, unit=self._counted(label, column))
        elif taken.unit == self.default and own.unit is None:
            taken = replace(taken, unit=self._named(label) or taken.unit)
        spans = number_spans(self.sheet, slot)
        text = " ".join(self.sheet.line(span.line).text[span.start : span.end] for span in spans)
        return _number(index, place, text, spans, own.value, taken, slot.confidence)


def _number(
    row: int, column: int, text: str, spans: tuple[Span, ...], value: Decimal, taken: Inherited, confidence: float
) -> Cell:
    return Cell(
        row,
        column,
        CellKind.NUMBER,
        text,
        spans,
        value=value,
        scale=taken.scale,
        unit=taken.unit,
        period=taken.period,
        measure=taken.measure or Measure.LEVEL,
        confidence=confidence,
    )


def number_spans(sheet: Sheet, slot: Slot) -> tuple[Span, ...]:
    """Where the number itself stands in a slot: without its unit or per cent sign."""
    kept: list[Span] = []
    for span in slot.spans:
        text = sheet.line(span.line).text[span.start : span.end]
        end = max((index + 1 for index, char in enumerate(text) if char.isdigit() or char == ")"), default=0)
        if end:
            kept.append(Span(span.line, span.start, span.start + end))
    return tuple(kept) or slot.spans


def _common_year(heads: Sequence[Sequence[LabelReading]]) -> Period | None:
    """The one period that all dated columns share, or the one year that their periods are parts of."""
    periods = [reading.period for column in heads for reading in column if reading.period]
    if not periods or len({period.year for period in periods}) != 1:
        return None
    whole = [period for period in periods if period.start != period.end]
    parts = {(period.start, period.end) for period in whole}
    year = periods[0].year
    if len(parts) > 1 and year and all(start and end and start.year == year for start, end in parts):
        return Period(date(year, 1, 1), date(year, 12, 31), str(year))
    return whole[0] if whole else periods[0]
