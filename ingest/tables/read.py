"""Lines → regions → grids → tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import BlockKind, Layout, Line, Sheet, Table
from ingest.quantities import Period, read_label
from ingest.tables import positioned
from ingest.tables.grid import Grid
from ingest.tables.meaning.build import Surroundings, build
from ingest.tables.meaning.captions import Caption, tie
from ingest.tables.meaning.codes import name_codes
from ingest.tables.meaning.crosscheck import check_scales
from ingest.tables.meaning.inherit import Reader
from ingest.tables.meaning.joining import join
from ingest.tables.meaning.labels import labeller
from ingest.tables.meaning.note_units import count_in
from ingest.tables.meaning.totals import units_from_totals
from ingest.tables.plain.cut import cut_plain
from ingest.tables.plain.regions import plain_regions
from ingest.tables.plain.repeated import gather_repeated
from ingest.tables.plain.seen import see
from ingest.tables.plain.text_grids import cut_text
from ingest.tables.region import Region
from ingest.tables.words import states_scale

ABOVE = 3
NEAR = 12


@dataclass(frozen=True, slots=True)
class _Statement:
    line: int
    chapter: tuple[str, ...]
    text: str


def find_regions(sheet: Sheet) -> tuple[Region, ...]:
    """The regions of a sheet that hold grids, top to bottom."""
    return positioned.find_regions(sheet) if positioned.has_positions(sheet) else plain_regions(see(sheet))


def read_tables(sheet: Sheet, layout: Layout, regions: tuple[Region, ...]) -> tuple[Table, ...]:
    """The tables of the regions, tied to captions and sections, continued ones joined."""
    captions = [number for block in layout.blocks if block.kind == BlockKind.CAPTION for number in block.lines]
    grids = join(sheet, _grids(sheet, regions), sorted(captions))
    labels = labeller(sheet, layout.marks)
    tied = tie(sheet, layout, [grid.lines for grid in grids], labels)
    year = read_label(layout.title).period
    stated = _statements(sheet, layout)
    reader = Reader(year.year if year else None)
    tables = [
        build(sheet, grid, f"t{index}", _around(sheet, layout, grid, caption, stated, year), labels, reader)
        for index, (grid, caption) in enumerate(zip(grids, tied, strict=True), start=1)
    ]
    return name_codes(check_scales([units_from_totals(table) for table in tables]))


def _grids(sheet: Sheet, regions: Sequence[Region]) -> list[Grid]:
    if positioned.has_positions(sheet):
        return [grid for region in regions for grid in positioned.cut(sheet, region) if grid.body]
    lines = {seen.number: seen for seen in see(sheet)}
    stretches = gather_repeated([[lines[n] for n in region.lines if n in lines] for region in regions])
    found = [cut_text(stretch.lines) or cut_plain(stretch) for stretch in stretches]
    return [grid for grid in found if grid and grid.body]


def _around(
    sheet: Sheet, layout: Layout, grid: Grid, caption: Caption | None, stated: Sequence[_Statement], year: Period | None
) -> Surroundings:
    section = caption.section if caption else _section(layout, grid.lines[0])
    named = tuple(part for part in reversed(section) if states_scale(part))
    return Surroundings(caption, section, (*named, *_above(sheet, grid, section, stated)), year)


def _section(layout: Layout, line: int) -> tuple[str, ...]:
    """The path of the innermost section that a line stands in."""
    around = [section for section in layout.sections if section.first <= line <= section.last]
    return max(around, key=lambda section: section.level).path if around else ()


def _statements(sheet: Sheet, layout: Layout) -> list[_Statement]:
    """The lines of running text that state the scale of the tables after them in their chapter, last ones first."""
    left_out = (BlockKind.CAPTION, BlockKind.GRID)
    return [
        _Statement(number, block.section[:1], sheet.line(number).text)
        for block in reversed(layout.blocks)
        if block.kind not in left_out
        for number in block.lines
        if states_scale(sheet.line(number).text)
    ]


def _above(sheet: Sheet, grid: Grid, section: tuple[str, ...], stated: Sequence[_Statement]) -> tuple[str, ...]:
    """Lines that state the scale of a grid: just above it, or earlier in its chapter."""
    first = grid.lines[0]
    near = [line for line in sheet.lines[max(0, first - NEAR) : first - 1] if line.text.strip()]
    found = [line.text.strip() for line in reversed(near[-ABOVE:]) if states_scale(line.text)]
    found.extend(statement.text for statement in stated if statement.line < first and statement.chapter == section[:1])
    return tuple(dict.fromkeys([*found, *_announced(near)]))


def _announced(near: Sequence[Line]) -> tuple[str, ...]:
    """What is counted, where the line right above a grid announces it with a colon."""
    last = near[-1].text.strip() if near else ""
    counted = count_in(last) if last.endswith(":") else None
    return (counted,) if counted else ()
