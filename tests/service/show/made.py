"""A small document made by hand: two pages, a nested table over both, one doubtful cell, one approximate figure."""

from datetime import date
from decimal import Decimal

from ingest.document import (
    Block,
    BlockKind,
    Cell,
    CellKind,
    Column,
    Document,
    Figure,
    Layout,
    Line,
    Note,
    Page,
    PageState,
    Passage,
    PassageKind,
    Row,
    Section,
    Sheet,
    Span,
    Table,
)
from ingest.quantities.model import Measure, Period

YEARS = {year: Period(date(year, 1, 1), date(year, 12, 31), str(year)) for year in (2023, 2024)}
TEXTS = (
    "1 Fangst <script>alert(1)</script>",
    "",
    "Om lag 7,4 milliarder sild ble talt i 2024.",
    "Tabell 1. Fisk & skalldyr",
    "2023 2024 2023 2024",
    "Torsk 1 200 1 300 5 6",
    "Unge 200 300 - 1",
    "Krabbe 70 80 2 ukjent",
    "* Uten rogn.",
)
PAGES = (Page(3, "1", 1, 6), Page(4, "2", 7, 9), Page(5, None, 10, 9, PageState.PICTURES))
SECTION = ("1 Fangst <script>alert(1)</script>",)
HEADS = (("Antall", "2023"), ("Antall", "2024"), ("Verdi", "2023"), ("Verdi", "2024"))


def cell(row: int, column: int, text: str, line: int, confidence: float = 1.0) -> Cell:
    """A cell of the table: counted animals in the first two columns, millions of kroner in the last two."""
    start = TEXTS[line - 1].find(text)
    spans = (Span(line, start, start + len(text)),)
    if not text[0].isdigit():
        return Cell(row, column, CellKind.MISSING if text == "-" else CellKind.TEXT, text, spans)
    money = column > 1
    return Cell(
        row=row,
        column=column,
        kind=CellKind.NUMBER,
        text=text,
        spans=spans,
        value=Decimal(text.replace(" ", "")),
        scale=1_000_000 if money else 1,
        unit="kroner" if money else "dyr",
        period=YEARS[2024 if column % 2 else 2023],
        confidence=confidence,
    )


def table() -> Table:
    """The table: a parent row, its child, and a row of its own group; its last row stands on the second page."""
    rows = (
        Row(("Fisk", "Torsk"), (6,)),
        Row(("Fisk", "Torsk", "Unge"), (7,)),
        Row(("0801", "Krabbe"), (8,), ("Skall",)),
    )
    texts = (("1 200", "1 300", "5", "6"), ("200", "300", "-", "1"), ("70", "80", "2", "ukjent"))
    cells = tuple(
        cell(row, column, text, 6 + row, 0.8 if text == "80" else 1.0)
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    )
    return Table(
        id="t1",
        caption="Tabell 1. Fisk & skalldyr",
        caption_lines=(4,),
        section=SECTION,
        page=3,
        lines=(5, 6, 7, 8, 9),
        columns=tuple(Column(path, (5,)) for path in HEADS),
        rows=rows,
        cells=cells,
        notes=(Note("*", "Uten rogn.", (9,)),),
    )


def figures(of: Table) -> tuple[Figure, ...]:
    """One figure of the text, and one of every number in the table."""
    loose = Figure(
        id="f0",
        text="7,4",
        value=Decimal("7.4"),
        scale=1_000_000_000,
        unit="sild",
        period=YEARS[2024],
        measure=Measure.LEVEL,
        approximate=True,
        label="… sild ble talt",
        section=SECTION,
        page=3,
        spans=(Span(3, 7, 10),),
        passage="p0",
        offset=7,
    )
    return (loose, *(_figure(at, number, of) for at, number in enumerate(_numbers(of), 1)))


def document() -> Document:
    """The document."""
    of = table()
    lines = tuple(Line(at, 3 if at <= 6 else 4, text) for at, text in enumerate(TEXTS, 1))
    blocks = (
        Block(BlockKind.HEADING, (1,), SECTION, 1, "1"),
        Block(BlockKind.PARAGRAPH, (3,), SECTION),
        Block(BlockKind.CAPTION, (4,), SECTION, 0, "Tabell 1"),
        Block(BlockKind.GRID, (5, 6, 7, 8, 9), SECTION),
    )
    text = Passage("p0", PassageKind.PARAGRAPH, (3,), 3, SECTION, TEXTS[2], TEXTS[2], "Fangst")
    title = "Fangst & <b>fisk</b>"
    return Document(
        id="abc",
        source="fangst.txt",
        digest="abc",
        media_type="text/plain",
        title=title,
        kind="årsrapport",
        year=2024,
        language="nn",
        sheet=Sheet("fangst.txt", "text/plain", lines, PAGES),
        layout=Layout(title, blocks, (Section(SECTION, 1, "1", 3, 1, 9),)),
        tables=(of,),
        figures=figures(of),
        passages=(text,),
    )


def _numbers(of: Table) -> list[Cell]:
    return [number for number in of.cells if number.kind is CellKind.NUMBER]


def _figure(at: int, number: Cell, of: Table) -> Figure:
    assert number.value is not None
    return Figure(
        id=f"f{at}",
        text=number.text,
        value=number.value,
        scale=number.scale,
        unit=number.unit,
        period=number.period,
        measure=number.measure,
        approximate=False,
        label=" – ".join(of.rows[number.row].path),
        section=of.section,
        page=3 if number.spans[0].line <= 6 else 4,
        spans=number.spans,
        passage="p1",
        offset=0,
        table=of.id,
        row=number.row,
        column=number.column,
        confidence=number.confidence,
    )
