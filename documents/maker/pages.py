"""Pages and what is placed on them."""

from dataclasses import dataclass, field

from documents.maker.lines import Piece
from documents.maker.model import Chart, Text
from documents.maker.style import Face
from documents.maker.visual import SeenRow, SeenTable

Key = tuple[str, str | int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text at its baseline. `key` names what it belongs to; `marker` stands at `marker_x`."""

    key: Key
    text: Text
    piece: Piece
    x: float
    y: float
    face: Face
    marker: str = ""
    marker_x: float = 0.0
    last: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table that stand on one page, each with its top edge."""

    seen: SeenTable
    x: float
    rows: tuple[tuple[SeenRow, float], ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart with its lower left corner."""

    chart: Chart
    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Page:
    """One page. `number` is physical; `label` is what is printed on it, empty where nothing is."""

    number: int
    label: str
    items: list[Line | Grid | Bars] = field(default_factory=list)
    footnotes: list[Line] = field(default_factory=list)
    picture: bool = False
    headings: list[tuple[int, str]] = field(default_factory=list)
