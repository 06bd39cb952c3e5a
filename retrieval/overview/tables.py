"""Reading a question as one table: its rows, or those under a chapter or a group, by the columns asked for."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from retrieval.overview.asked import Asked
from retrieval.overview.choosing import Chosen, choose_columns
from retrieval.overview.draft import Draft, Line
from retrieval.overview.grid import Grid, GridRow
from retrieval.overview.reading import BESIDE, LACKING, LEAST_COVERED, NAMED, TITLE, WHOM, Reading, Words, whom_fits
from retrieval.overview.rows import SEPARATOR, has_codes, is_sum, labels_of, with_codes
from retrieval.overview.wording import Wording
from retrieval.question import unit_class

PLACES = (0.2, 0.3, 0.5)
"""What it weighs how much of the measure a table's caption and columns hold; these and a group of its rows; and all
that with its chapter's headings: what is named nearest the numbers counts most."""
LEAST_ROWS = 2
"""Of fewer rows there is no overview."""


def read_table(grid: Grid, asked: Asked, words: Words, kin: Callable[[Grid], frozenset[str]]) -> Reading | None:
    """The question read as an overview of this table; None when the table is about something else.

    `kin` gives the stems of what tables with the same rows say that their rows are.
    """
    coded = has_codes(grid)
    chosen = choose_columns(grid, words, asked.periods, totals=True)
    heads = frozenset().union(*(each.column.stems for each in chosen if each.column))
    rows, group = _rows(grid, asked, words, grid.title | grid.under | heads)
    rows = _in_unit(grid, rows, chosen, words.unit)
    about = grid.title | heads | group
    held = [words.measure.coverage(stems) for stems in (grid.title | heads, about, about | grid.under)]
    covered = sum(weight * share for weight, share in zip(PLACES, held, strict=True))
    lacking = [each for each in chosen if each.column is None]
    if len(rows) < LEAST_ROWS or covered < LEAST_COVERED or len(lacking) == len(chosen):
        return None
    if words.is_open and not words.names_itself(grid.title | heads):
        return None
    everything = about | grid.under | grid.head | frozenset().union(*(row.stems for row in grid.rows))
    whom = whom_fits(words, everything, lambda: kin(grid), coded=asked.of_codes and coded)
    if whom is None:
        return None
    named = _share_named(words, rows)
    if asked.names and not named:
        return None
    fit = covered + WHOM * whom + NAMED * named - LACKING * len(lacking) / len(chosen)
    beside = min((words.measure.unasked(each.column.group) for each in chosen if each.column), default=0)
    fit -= TITLE * min(words.measure.unasked(grid.title), 10) + BESIDE * beside
    return Reading(fit, partial(_draft, grid, rows, chosen), (grid.document, grid.id), lambda: everything | kin(grid))


def _draft(grid: Grid, rows: Sequence[GridRow], chosen: Sequence[Chosen]) -> Draft:
    lines: list[Line] = []
    for row, label in zip(rows, labels_of(rows, has_codes(grid)), strict=True):
        slots = tuple(each.slot(grid, row.number) for each in chosen)
        total = is_sum(label, slots, [line.slots for line in lines if not line.total])
        lines.append(Line(label, row.path, row.key, row.stems, total, slots))
    return Draft(title_of(grid, chosen), tuple(each.head for each in chosen), tuple(lines))


def title_of(grid: Grid, chosen: Sequence[Chosen]) -> str:
    """A table's caption, or where it has none its section with what its one column is."""
    if grid.caption:
        return grid.caption
    columns = [each.head.label for each in chosen if each.column]
    under = grid.section[-1:]
    return SEPARATOR.join([*under, *(columns if len(columns) == 1 else [])])


def _rows(grid: Grid, asked: Asked, words: Words, about: frozenset[str]) -> tuple[list[GridRow], frozenset[str]]:
    """The rows asked for, and the stems of the group they are narrowed to; rows without a number are left out."""
    filled = {row for row, _ in grid.figures}
    rows = [row for row in grid.rows if row.number in filled]
    if asked.codes:
        wanted = {row.number for row in with_codes(grid, asked.codes)}
        coded = [row for row in rows if row.number in wanted]
        return coded, frozenset.intersection(*(row.stems for row in coded)) if coded else frozenset()
    rest = Wording(tuple(each for each in words.measure.concepts if not Wording((each,)).held(about)))
    paths = {row.path for row in rows}
    groups = {row.number: row.stems - row.core for row in rows if len(row.path) > 1 and row.path[:-1] not in paths}
    narrowed = [
        row for row in rows if rest.total and rest.coverage(groups.get(row.number, frozenset())) > LEAST_COVERED
    ]
    if len(narrowed) >= LEAST_ROWS and not has_codes(grid):
        return narrowed, frozenset().union(*(groups[row.number] for row in narrowed))
    return rows, frozenset()


def _in_unit(grid: Grid, rows: list[GridRow], chosen: Sequence[Chosen], unit: str | None) -> list[GridRow]:
    """The rows without those of another class of units than is asked for and than their column is usually in.

    A table of counts may end with a row of amounts; one column of counts beside one of amounts is another thing.
    """
    if unit is None:
        return rows
    columns = [each.column.number for each in chosen if each.column]
    others: set[int] = set()
    for column in columns:
        classes = {row.number: _class(grid, row.number, column) for row in rows}
        usual = Counter(found for found in classes.values() if found is not None).most_common(1)
        if usual and usual[0][0] == unit:
            others |= {number for number, found in classes.items() if found not in (None, unit)}
    return [row for row in rows if row.number not in others]


def _class(grid: Grid, row: int, column: int) -> str | None:
    figure = grid.figures.get((row, column))
    return None if figure is None else unit_class(figure.unit)


def _share_named(words: Words, rows: Sequence[GridRow]) -> float:
    """The share of the names that some row has."""
    if not words.names:
        return 0.0
    found = [any(name.coverage(row.core) >= LEAST_COVERED for row in rows) for name in words.names]
    return sum(found) / len(found)
