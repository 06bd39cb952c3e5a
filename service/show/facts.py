"""Where a table's units and periods are told: once for the table, by column, by row, or cell by cell.

A fact is told at the widest place where it holds for every number. Where it holds for neither, it is told by
column or by row, whichever leaves fewer cells to speak for themselves.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from ingest.document import Cell, CellKind, Table
from ingest.quantities.model import Measure
from service.show.words import MEASURES, period_text, unit_text

Place = TypeVar("Place", int, tuple[int, int])
NOTHING = "–"
"""What is told where a number has no unit, or no period."""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact of a table's numbers, each number told exactly once.

    `cells` is keyed by (row, column). All are empty where no number has anything to tell.
    """

    table: str | None = None
    columns: dict[int, str] = field(default_factory=dict)
    rows: dict[int, str] = field(default_factory=dict)
    cells: dict[tuple[int, int], str] = field(default_factory=dict)


def units(table: Table) -> Told:
    """Units with their scale, and what is measured unless it is a plain level."""
    return _told(table, _unit)


def periods(table: Table) -> Told:
    """The periods the numbers hold for."""
    return _told(table, lambda cell: period_text(cell.period))


def _unit(cell: Cell) -> str:
    measure = "" if cell.measure is Measure.LEVEL else MEASURES[cell.measure]
    return ", ".join(word for word in (unit_text(cell.unit, cell.scale), measure) if word)


def _told(table: Table, fact: Callable[[Cell], str]) -> Told:
    facts = {(cell.row, cell.column): fact(cell) for cell in table.cells if cell.kind is CellKind.NUMBER}
    if not any(facts.values()):
        return Told()
    if len(set(facts.values())) == 1:
        return Told(table=next(iter(facts.values())))
    columns = _uniform((place[1], said) for place, said in facts.items())
    rows = _uniform((place[0], said) for place, said in facts.items())
    by_column = {place: said for place, said in facts.items() if place[1] not in columns}
    by_row = {place: said for place, said in facts.items() if place[0] not in rows}
    if len(by_row) < len(by_column):
        return Told(rows=_named(rows), cells=_named(by_row))
    return Told(columns=_named(columns), cells=_named(by_column))


def _uniform(said: Iterable[tuple[int, str]]) -> dict[int, str]:
    by_place: defaultdict[int, set[str]] = defaultdict(set)
    for at, fact in said:
        by_place[at].add(fact)
    return {at: next(iter(facts)) for at, facts in by_place.items() if len(facts) == 1}


def _named(facts: dict[Place, str]) -> dict[Place, str]:
    return {at: fact or NOTHING for at, fact in facts.items()}
