"""Sheets and layouts written by hand, so that what is built on them is tested alone."""

from ingest.document import Block, BlockKind, Cell, CellKind, Column, Layout, Line, Note, Page, Row, Sheet, Span, Table


def sheet(*lines: str) -> Sheet:
    """A one-page sheet of these lines."""
    numbered = tuple(Line(number, 1, text) for number, text in enumerate(lines, 1))
    return Sheet("prøve.txt", "text/plain", numbered, (Page(1, None, 1, len(lines)),))


def block(kind: BlockKind, *lines: int, section: tuple[str, ...] = ("2 Drift",), level: int = 0) -> Block:
    """A block of these lines."""
    return Block(kind, lines, section, level)


def layout(*blocks: Block, marks: tuple[Span, ...] = ()) -> Layout:
    """A layout of these blocks, without sections of its own."""
    return Layout("Prøve", blocks, (), marks)


def number(row: int, column: int, text: str, line: int, start: int) -> Cell:
    """A cell that holds a whole number."""
    from decimal import Decimal

    span = Span(line, start, start + len(text))
    return Cell(row, column, CellKind.NUMBER, text, (span,), Decimal(text.replace(" ", "")))


LOCKS = (
    "Tabell 1. Sluser. Tall i 1000 kroner",
    "            2023    2024",
    "Nord",
    "Lensing    1 250   1 300",
    "Tørking      310       -",
    "* Foreløpige tall, se vedlegg.",
)
"""A table as it is printed."""


def lock_table() -> Table:
    """The same table as it is read."""
    return Table(
        id="t1",
        caption="Tabell 1. Sluser. Tall i 1000 kroner",
        caption_lines=(1,),
        section=("2 Drift",),
        page=1,
        lines=(2, 3, 4, 5, 6),
        columns=(Column(("Forbruk", "2023"), (2,)), Column(("Forbruk", "2024"), (2,))),
        rows=(Row(("Nord", "Lensing"), (4,)), Row(("Nord", "Tørking"), (5,), ("tørrlegging",))),
        cells=(
            number(0, 0, "1 250", 4, 11),
            number(0, 1, "1 300", 4, 19),
            number(1, 0, "310", 5, 13),
            Cell(1, 1, CellKind.MISSING, "-", (Span(5, 23, 24),)),
        ),
        notes=(Note("*", "Foreløpige tall, se vedlegg.", (6,)),),
    )
