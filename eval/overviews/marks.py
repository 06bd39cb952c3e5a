"""A reply's overview held against the golden one, cell by cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from eval.overviews.golden import GoldenCell, GoldenOverview, GoldenRow, Heading, Place
from retrieval.question import unit_class
from service.schemas import AskReply, CitationSchema, FigureSchema, OverviewRowSchema, OverviewSchema

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class OverviewScore:
    """How many of an overview's cells are right, and what is wrong. Cells that should not be there count as wrong."""

    id: str
    kept: bool
    cells: int
    right: int
    faults: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether the table is right in every cell, with the right rows and columns in the right order."""
        return self.cells == self.right and not self.faults


def score(golden: GoldenOverview, reply: AskReply, sources: Mapping[str, str]) -> OverviewScore:
    """Score a reply. `sources` maps what golden overviews call the documents to file names."""
    wanted = len(golden.rows) * len(golden.columns) or 1
    if golden.refused:
        refused = reply.status == "not_found" and reply.overview is None
        return OverviewScore(golden.id, golden.kept, 1, int(refused), () if refused else ("svarte",))
    if reply.overview is None:
        return OverviewScore(golden.id, golden.kept, wanted, 0, ("ingen oversikt",))
    judge = _Judge(golden, reply.overview, reply.figures, sources)
    faults = [*judge.shape_faults()]
    right = 0
    for row in golden.rows:
        for column, cell in zip(golden.columns, row.cells, strict=True):
            fault = judge.cell_fault(row, column, cell)
            right += fault is None
            faults += [fault] if fault else []
    return OverviewScore(golden.id, golden.kept, wanted + judge.extra, right, tuple(faults))


class _Judge:
    """One overview with its golden one: rows and columns matched, cells compared."""

    def __init__(
        self,
        golden: GoldenOverview,
        overview: OverviewSchema,
        figures: Sequence[FigureSchema],
        sources: Mapping[str, str],
    ) -> None:
        self._golden = golden
        self._overview = overview
        self._figures = figures
        self._sources = sources
        names = [*overview.columns, *(column.label for column in overview.computed)]
        self._columns = _matched(golden.columns, names)
        self._rows = _matched([row.heading for row in golden.rows], [row.label for row in overview.rows])
        self._width = len(names)

    @property
    def extra(self) -> int:
        """How many cells are shown that should not be."""
        rows, columns = len(self._overview.rows), self._width
        used = len(self._rows) * len(self._columns)
        return max(rows * columns - used, 0)

    def shape_faults(self) -> Iterator[str]:
        """Rows and columns that are too many, or in another order, and totals that are not marked as such."""
        for name, matched, shown in (
            ("rader", self._rows, len(self._overview.rows)),
            ("kolonner", self._columns, self._width),
        ):
            if shown > len(matched):
                yield f"{shown - len(matched)} {name} for mye"
            places = list(matched.values())
            if places != sorted(places):
                yield f"{name} i en annen rekkefølge"
        for row in self._golden.rows:
            at = self._rows.get(row.heading)
            if at is not None and self._overview.rows[at].total != row.heading.total:
                yield f"{row.heading.labels[0]}: sum eller ikke"

    def cell_fault(self, row: GoldenRow, column: Heading, cell: GoldenCell) -> str | None:
        """What is wrong with a cell; None when it is right."""
        name = f"{row.heading.labels[0]} / {column.labels[0]}"
        at, across = self._rows.get(row.heading), self._columns.get(column)
        if at is None or across is None:
            return f"{name}: mangler"
        shown = self._overview.rows[at]
        if cell.state == "computed":
            return None if self._computed(across, at) == cell.value else f"{name}: {self._computed(across, at)}"
        if across >= len(shown.cells):
            return f"{name}: er regnet ut"
        return self._fault(name, shown, across, row, column, cell)

    def _fault(
        self, name: str, shown: OverviewRowSchema, across: int, row: GoldenRow, column: Heading, cell: GoldenCell
    ) -> str | None:
        got = shown.cells[across]
        if got.state != cell.state:
            return f"{name}: {got.state}, ikke {cell.state}"
        if cell.value is None or got.figure is None:
            return None
        figure = self._figures[got.figure]
        unit = row.heading.unit or column.unit or self._golden.unit
        scale = row.heading.scale or column.scale or self._golden.scale
        if Decimal(str(figure.amount)) != cell.value * scale:
            return f"{name}: {figure.amount}, ikke {cell.value * scale}"
        if unit is not None and unit_class(figure.unit) != unit_class(unit):
            return f"{name}: i {figure.unit}, ikke {unit}"
        return None if self._cites(figure.citation, cell.place) else f"{name}: feil sted {figure.citation.lines}"

    def _computed(self, across: int, at: int) -> Decimal | None:
        first = self._width - len(self._overview.computed)
        if across < first:
            return None
        got = self._overview.computed[across - first].cells[at]
        return None if got is None else Decimal(str(got.value))

    def _cites(self, citation: CitationSchema, place: Place | None) -> bool:
        if place is None:
            return True
        if citation.source != self._sources.get(place.document, place.document):
            return False
        if place.page is not None:
            return citation.page == place.page
        return place.line is not None and citation.lines[0] <= place.line <= citation.lines[1]


def _matched(wanted: Sequence[Heading], shown: Sequence[str]) -> dict[Heading, int]:
    """Which of the shown labels each wanted heading is: a free one that holds its words in order.

    Of several one that begins with them, then the one with fewest words beside them.
    """
    free = dict(enumerate(shown))
    found: dict[Heading, int] = {}
    for heading in wanted:
        fitting = [(_far(heading, label), at) for at, label in free.items() if _is(heading, label)]
        if fitting:
            at = found[heading] = min(fitting)[1]
            del free[at]
    return found


def _far(heading: Heading, label: str) -> tuple[bool, int]:
    """How far a label is from a heading that it holds."""
    shown = _words(label)
    return not any(shown[: len(_words(wanted))] == _words(wanted) for wanted in heading.labels), len(shown)


def _is(heading: Heading, label: str) -> bool:
    return any(_holds(_words(label), _words(wanted)) for wanted in heading.labels)


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words stand among others in their order."""
    rest = iter(words)
    return all(any(word == other for other in rest) for word in wanted)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
