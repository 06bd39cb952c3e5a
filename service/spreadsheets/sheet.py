"""An overview laid out for a spreadsheet: headings, units, periods, values, and where each value stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from service.page_names import page_name
from service.schemas import AskReply, ComputedSchema, FigureSchema, OverviewCellSchema, OverviewSchema

NOT_FOUND, NOT_THERE = "ikke funnet", "–"
"""What stands in a cell that nothing was found for, and in one that the document prints as missing."""
SCALES = {1: "", 1000: "tusen ", 1_000_000: "millioner ", 1_000_000_000: "milliarder "}


@dataclass(frozen=True, slots=True)
class Value:
    """A cell: a number as printed, or why there is none; and its figure, None where it is computed or empty."""

    shown: Decimal | str
    figure: FigureSchema | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, what its numbers are in and of where that is the same for all, and if it is computed."""

    heading: str
    unit: str
    period: str
    computed: bool


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its label, what its numbers are in, whether it sums others, and a value for every column."""

    label: str
    unit: str
    total: bool
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An overview with everything a reader of the file needs. `mixed` tells that units differ from row to row."""

    title: str
    question: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]

    @property
    def mixed(self) -> bool:
        """Whether some column has numbers of several units, so that each row must say its own."""
        columns = zip(*(row.values for row in self.rows), strict=True)
        return any(len({unit_of(value.figure) for value in values if value.figure}) > 1 for values in columns)


def sheet_of(reply: AskReply, overview: OverviewSchema) -> Sheet:
    """The overview of a reply as a sheet."""
    rows = tuple(_row(reply, overview, at) for at in range(len(overview.rows)))
    columns = [_column(label, [row.values[at] for row in rows]) for at, label in enumerate(overview.columns)]
    for column in overview.computed:
        unit = _same(cell.unit or "" for cell in column.cells if cell is not None)
        columns.append(SheetColumn(column.label, unit, "", computed=True))
    return Sheet(overview.title, reply.resolved_question, tuple(columns), rows)


def source_of(figure: FigureSchema) -> str:
    """«Årsrapport 2024, side 45, linje 2709»."""
    place = figure.citation
    first, last = place.lines
    lines = f"linje {first}" if first == last else f"linje {first}–{last}"
    return f"{place.title}, {page_name(place)}, {lines}"


def unit_of(figure: FigureSchema) -> str:
    """«millioner kroner», «dager»; «1000» alone where a scale has no unit."""
    return f"{SCALES.get(figure.scale, f'× {figure.scale} ')}{figure.unit or ''}".strip()


def _row(reply: AskReply, overview: OverviewSchema, at: int) -> SheetRow:
    row = overview.rows[at]
    printed = [_printed(cell, reply.figures) for cell in row.cells]
    values = (*printed, *(_computed(column.cells[at]) for column in overview.computed))
    unit = _same(unit_of(value.figure) for value in printed if value.figure is not None)
    return SheetRow(row.label, unit, row.total, values)


def _column(label: str, values: Sequence[Value]) -> SheetColumn:
    figures = [value.figure for value in values if value.figure is not None]
    return SheetColumn(
        label, _same(map(unit_of, figures)), _same(each.period or "" for each in figures), computed=False
    )


def _printed(cell: OverviewCellSchema, figures: Sequence[FigureSchema]) -> Value:
    if cell.figure is None:
        return Value(NOT_THERE if cell.state == "not_there" else NOT_FOUND, None)
    return Value(Decimal(str(figures[cell.figure].value)).normalize(), figures[cell.figure])


def _computed(cell: ComputedSchema | None) -> Value:
    return Value("" if cell is None else Decimal(str(cell.value)).normalize(), None)


def _same(found: Iterable[str]) -> str:
    """What all of them are; nothing where they differ."""
    different = set(found)
    return different.pop() if len(different) == 1 else ""
