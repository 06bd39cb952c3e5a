"""Figures as they are printed in the terminal: one a line, with every field; its label below it where room is short."""

from collections.abc import Iterator
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from ingest.document import Document, Figure
from service.show.drawing import GAP, printable, write
from service.show.words import MEASURES, lines_text, period_ends, sure_text, unit_text, value_text

_WIDE = 130
_CAPS = (9, 22, 16, 16, 20, 8, 12)
_HEADS = ("linje", "som trykt", "verdi", "enhet", "periode", "mål", "celle")
_RIGHT = (True, True, True, False, False, False, False)
_LABEL = "teller"


def print_figures(console: Console, document: Document) -> None:
    """Every figure of a document; where the output goes to a file or a pipe, each is one whole line."""
    if not document.figures:
        write(console, ["Ingen tall."])
        return
    one_line = console.width >= _WIDE or not console.is_terminal
    rows = [_fields(figure) for figure in document.figures]
    widths = [
        max(len(head), min(cap, max(len(row[at]) for row in rows)))
        for at, (head, cap) in enumerate(zip(_HEADS, _CAPS, strict=True))
    ]
    write(console, _lines(document.figures, rows, widths, one_line=one_line))


def details(figure: Figure) -> list[tuple[str, str]]:
    """Every field of a figure by its name, those that say nothing left out."""
    period = f"{figure.period.text} ({period_ends(figure.period)})" if figure.period else ""
    named = [
        ("som trykt", figure.text),
        ("verdi", value_text(figure.value, figure.measure)),
        ("enhet", unit_text(figure.unit, figure.scale)),
        ("periode", period),
        ("mål", MEASURES[figure.measure]),
        ("omtrent", "ja" if figure.approximate else ""),
        ("teller", figure.label),
        ("celle", cell_name(figure)),
        ("sikkerhet", sure_text(figure.confidence) if figure.confidence < 1 else ""),
        ("id", figure.id),
    ]
    return [(name, text) for name, text in named if text]


def cell_name(figure: Figure) -> str:
    """The cell a figure stands in, rows and columns counted from 1: «t3 r2 k1», else «»."""
    if figure.table is None or figure.row is None or figure.column is None:
        return ""
    return f"{figure.table} r{figure.row + 1} k{figure.column + 1}"


def _fields(figure: Figure) -> tuple[str, ...]:
    """The fields in the order of the heads, each without anything a terminal would obey."""
    line = lines_text(sorted({span.line for span in figure.spans}))
    about = "≈ " if figure.approximate else ""
    doubt = f" ?{sure_text(figure.confidence)}" if figure.confidence < 1 else ""
    fields = (
        line,
        figure.text,
        f"{about}{value_text(figure.value, figure.measure)}{doubt}",
        unit_text(figure.unit, figure.scale),
        figure.period.text if figure.period else "",
        MEASURES[figure.measure],
        cell_name(figure),
    )
    return tuple(printable(field) for field in fields)


def _lines(
    figures: tuple[Figure, ...], rows: list[tuple[str, ...]], widths: list[int], *, one_line: bool
) -> Iterator[Text]:
    yield Text(_row(_HEADS, widths) + (GAP + _LABEL if one_line else ""), style="dim")
    pages = [None, *(figure.page for figure in figures)]
    for (before, page), figure, row in zip(pairwise(pages), figures, rows, strict=True):
        if page != before:
            yield Text(f"side {page}", style="cyan")
        style = "yellow" if figure.confidence < 1 else ""
        label = Text(printable(figure.label), style="" if one_line else "dim")
        line = Text(_row(row, widths), style=style)
        if one_line:
            yield line + Text(GAP) + label
        else:
            line.rstrip()
            yield line
            yield Text(" " * (widths[0] + len(GAP))) + label


def _row(fields: tuple[str, ...], widths: list[int]) -> str:
    padded = (
        field.rjust(width) if right else field.ljust(width)
        for field, width, right in zip(fields, widths, _RIGHT, strict=True)
    )
    return GAP.join(padded)
