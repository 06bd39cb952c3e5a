"""Figures as they are printed in the terminal: one a line, with every field; its label below it where room is short."""

from collections.abc import Callable, Iterator
from functools import partial

from rich.console import Console
from rich.text import Text

from ingest.document import Document, Figure
from service.show.drawing import GAP, Block, band, block, printable, write
from service.show.words import MEASURES, lines_text, period_ends, period_text, sure_text, unit_text, value_text

_WIDE = 130
"""The room in which every field has a column of its own."""
_HEADS = ("linje", "som trykt", "verdi", "enhet", "periode", "mål", "celle")
_CAPS = (9, 22, 16, 16, 24, 8, 12)
_NARROW_HEADS = ("linje", "som trykt", "verdi", "periode")
_NARROW_CAPS = (9, 18, 26, 20)
_RIGHT = frozenset(("linje", "som trykt", "verdi"))
_LEAST_LABEL = 20
_LABEL_INDENT = 6

Heads = tuple[str, ...]
Draw = Callable[[Figure, Text], list[Text]]


def print_figures(console: Console, document: Document) -> None:
    """Every figure of a document; where the output goes to a file or a pipe, each is one whole line."""
    width = console.width
    if not document.figures:
        write(console, ["Ingen tall."])
    elif not console.is_terminal:
        write(console, _listed(document.figures, _HEADS, _CAPS, _wide, _unbroken))
    elif width >= _WIDE:
        write(console, _listed(document.figures, _HEADS, _CAPS, _wide, partial(_beside, width)))
    else:
        write(console, _listed(document.figures, _NARROW_HEADS, _NARROW_CAPS, _narrow, partial(_below, width)))


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


def _wide(figure: Figure) -> tuple[str, ...]:
    return (
        lines_text(sorted({span.line for span in figure.spans})),
        figure.text,
        _value(figure),
        unit_text(figure.unit, figure.scale),
        period_text(figure.period),
        MEASURES[figure.measure],
        cell_name(figure),
    )


def _narrow(figure: Figure) -> tuple[str, ...]:
    line, text, value, unit, period, *_ = _wide(figure)
    return line, text, f"{value} {unit}".strip(), period


def _value(figure: Figure) -> str:
    about = "≈ " if figure.approximate else ""
    doubt = f" ?{sure_text(figure.confidence)}" if figure.confidence < 1 else ""
    return f"{about}{value_text(figure.value, figure.measure)}{doubt}"


def _listed(
    figures: tuple[Figure, ...], heads: Heads, caps: tuple[int, ...], fields: Callable[[Figure], Heads], draw: Draw
) -> Iterator[Text]:
    """The figures under their pages, the fields of each padded to the widest below its cap."""
    rows = [tuple(map(printable, fields(figure))) for figure in figures]
    widest = (max(len(head), *(len(row[at]) for row in rows)) for at, head in enumerate(heads))
    widths = [min(cap, width) for cap, width in zip(caps, widest, strict=True)]

    def padded(row: Heads) -> str:
        every = zip(heads, row, widths, strict=True)
        return GAP.join(text.rjust(width) if head in _RIGHT else text.ljust(width) for head, text, width in every)

    yield Text(padded(heads), style="dim")
    page = None
    for figure, row in zip(figures, rows, strict=True):
        if figure.page != page:
            page = figure.page
            yield Text(f"side {page}", style="cyan")
        yield from draw(figure, Text(padded(row), style="yellow" if figure.confidence < 1 else ""))


def _unbroken(figure: Figure, line: Text) -> list[Text]:
    return [line + Text(f"{GAP}{printable(figure.label)}")]


def _beside(width: int, figure: Figure, line: Text) -> list[Text]:
    room = max(width - len(line) - len(GAP), _LEAST_LABEL)
    label = block(figure.label, room, style="dim")
    return band([Block((line.plain,), len(line), style=str(line.style)), label])


def _below(width: int, figure: Figure, line: Text) -> list[Text]:
    rest = " · ".join(part for part in (MEASURES[figure.measure], cell_name(figure), figure.label) if part)
    line.rstrip()
    return [line, *band([block(rest, width, style="dim", indent=_LABEL_INDENT)])]
