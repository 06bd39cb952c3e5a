"""What a sample document is made of, before it is laid out: texts with marked quantities, blocks, tables, charts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Marked:
    """A quantity in a text: `plain[start:end]` is what is printed for it.

    An `optional` one counts a handful of things in passing («tre tiltak»): a reader may give it or leave it.
    """

    start: int
    end: int
    value: Decimal
    scale: int
    unit: str | None
    measure: str
    approximate: bool
    period: Interval | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, the quantities in it, and its footnote marks as (offset after which it stands, mark)."""

    plain: str
    quantities: tuple[Marked, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or list item, or the place of a table, a chart or a page break.

    `kind` is heading, paragraph, item, table, chart or page. `level` is the depth of a heading or a list item;
    `marker` is a heading's number or an item's bullet; `name` is the id of the table or chart.
    """

    kind: str
    text: Text = Text("")
    level: int = 0
    marker: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text printed, without its footnote mark, and what it means."""

    text: str
    mark: str
    kind: str
    value: Decimal | None
    scale: int
    unit: str | None
    period: Interval | None
    measure: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header path and what it gives the cells under it."""

    path: tuple[str, ...]
    unit: str | None
    scale: int | None
    period: Interval | None
    measure: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `labels` are its stub cells as printed; a group row is a heading for the rows below it.

    `right` is the label of a second panel beside the first. `options` are layout hints.
    """

    group: bool
    labels: tuple[str, ...]
    path: tuple[str, ...]
    cells: tuple[Cell, ...]
    right: str = ""
    options: Mapping[str, str] | None = None

    def option(self, name: str) -> str:
        """The layout hint of that name, empty where it is not given."""
        return (self.options or {}).get(name, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as data. `look` holds its layout hints for PDF and text as they stand in the content file."""

    id: str
    caption: Text
    shape: str
    stub: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    look: Mapping[str, object]

    def hint(self, name: str, default: str = "") -> str:
        """A layout hint that is a string."""
        return str(self.look.get(name, default))

    def number(self, name: str, default: float) -> float:
        """A layout hint that is a number."""
        return float(str(self.look.get(name, default)))

    def strings(self, name: str) -> list[str]:
        """A layout hint that is a list of strings."""
        value = self.look.get(name, [])
        return [str(item) for item in value] if isinstance(value, list) else []


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart: a caption, and one bar for each label."""

    id: str
    caption: Text
    labels: tuple[str, ...]
    values: tuple[float, ...]
    ticks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole document: blocks in reading order, what they name, and how it is to look (`style`)."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    tables: Mapping[str, Table]
    charts: Mapping[str, Chart]
    footnotes: Mapping[str, Text]
    cover: Mapping[str, object]
    style: Mapping[str, object]
