"""Reading a question as one row of many tables: a document that gives each county a table of its own, all alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import log

from retrieval.analysis.words import words as words_in
from retrieval.overview.asked import Asked
from retrieval.overview.choosing import Chosen, choose_columns
from retrieval.overview.draft import Draft, Line, Slot
from retrieval.overview.framing import names_of_tables
from retrieval.overview.grid import Grid, GridRow
from retrieval.overview.reading import BESIDE, LEAST_COVERED, NAMED, WHOM, Reading, Words, whom_fits
from retrieval.overview.rows import is_called_total

LEAST_SIBLINGS = 3
"""So many tables have the same row before they are taken for siblings."""
MANY = 0.02

Siblings = Callable[[Grid, GridRow], Sequence[Grid]]
"""Gives the tables of the same document that have the row, the table itself among them, in the document's order."""


@dataclass(frozen=True, slots=True)
class _Member:
    """One of the sibling tables with its row, and what it is of."""

    grid: Grid
    row: GridRow
    name: str


def read_siblings(grid: Grid, row: GridRow, asked: Asked, words: Words, siblings: Siblings) -> Reading | None:
    """The question read as this row of every table that has it; None when it asks for something else."""
    if not row.path or words.is_open or words.measure.held(row.core) < LEAST_COVERED * words.measure.total / 2:
        return None
    members = _members(grid, row, siblings(grid, row))
    if len(members) < LEAST_SIBLINGS:
        return None
    title = frozenset.intersection(*(member.grid.title for member in members))
    under = frozenset.intersection(*(member.grid.under for member in members))
    covered = words.measure.coverage(row.stems | title)
    heads = frozenset().union(*(column.stems for column in grid.columns))
    about = frozenset().union(*(member.grid.under | member.grid.title for member in members))
    said = title | under | heads | about
    whom = whom_fits(words, said, frozenset, coded=False)
    named = _share_named(words, members)
    if covered < LEAST_COVERED or whom is None or asked.codes or (asked.names and not named):
        return None
    fit = covered + WHOM * whom + NAMED * named + MANY * log(len(members))
    fit -= BESIDE * words.measure.unasked(row.core)
    draft = partial(_draft, grid, row, members, asked, words)
    return Reading(fit, draft, (grid.document, grid.id), lambda: said | row.stems)


def _members(grid: Grid, row: GridRow, found: Sequence[Grid]) -> list[_Member]:
    grids = [each for each in found if _same_form(each, grid)]
    named = zip(grids, names_of_tables(grids), strict=True)
    return [_Member(each, own, name) for each, name in named if (own := _same_row(each, row)) is not None]


def _same_form(one: Grid, other: Grid) -> bool:
    """Whether two captions begin alike; a table of something else may have a row of the same name."""
    return bool(one.title & other.title) or (one.caption is None) == (other.caption is None) is True


def _same_row(grid: Grid, row: GridRow) -> GridRow | None:
    """The row of that name; of several the one whose outer labels are most like."""
    same = [each for each in grid.rows if each.path[-1:] == row.path[-1:]]
    return max(same, key=lambda each: len(each.stems & row.stems) - len(each.stems ^ row.stems), default=None)


def _draft(grid: Grid, row: GridRow, members: Sequence[_Member], asked: Asked, words: Words) -> Draft:
    heads = tuple(each.head for each in choose_columns(grid, words, asked.periods, totals=False))
    lines: list[Line] = []
    totals: list[Line] = []
    for member in members:
        chosen = choose_columns(member.grid, words, asked.periods, totals=False)
        by_head = {_key(each.head.label): each for each in chosen}
        slots = tuple(_slot(by_head.get(_key(head.label)), member) for head in heads)
        total = is_called_total(member.name)
        stems = member.grid.title | frozenset(member.grid.under)
        (totals if total else lines).append(Line(member.name, (member.name,), (member.name,), stems, total, slots))
    return Draft(row.path[-1], heads, (*lines, *totals), _others(grid, row, words))


def _slot(column: Chosen | None, member: _Member) -> Slot:
    return "not_found" if column is None else column.slot(member.grid, member.row.number)


def _key(label: str) -> tuple[str, ...]:
    return tuple(words_in(label))


def _others(grid: Grid, row: GridRow, words: Words) -> tuple[str, ...]:
    """Other rows of the table that hold as much of the measure: what the question could also have meant."""
    held = words.measure.held(row.core)
    return tuple(
        dict.fromkeys(
            each.path[-1]
            for each in grid.rows
            if each.number != row.number and each.path[-1:] != row.path[-1:] and words.measure.held(each.core) >= held
        )
    )


def _share_named(words: Words, members: Sequence[_Member]) -> float:
    if not words.names:
        return 0.0
    stems = [member.grid.title | member.grid.under for member in members]
    found = [any(name.coverage(each) >= LEAST_COVERED for each in stems) for name in words.names]
    return sum(found) / len(found)
