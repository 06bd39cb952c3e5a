"""Periods that one table lacks, from another with the same rows: last year's accounts beside this year's budget."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from retrieval.overview.asked import Asked
from retrieval.overview.choosing import choose_columns
from retrieval.overview.draft import Draft, Line
from retrieval.overview.grid import Grid
from retrieval.overview.language import says
from retrieval.overview.reading import Reading, Words, best
from retrieval.overview.tables import read_table

LEAST_SHARED = 0.5
"""What share of the rows another table must have too."""


def join(chosen: Reading, grids: Sequence[Grid], asked: Asked, words: Words) -> Draft:
    """The overview of the chosen reading, with the periods its table lacks from the tables that have them."""
    draft = chosen.draft()
    for at, head in enumerate(draft.heads):
        if head.period is None or any(not isinstance(line.slots[at], str) for line in draft.lines):
            continue
        alone = replace(asked, periods=(head.period,))
        others = [
            reading
            for grid in grids
            if (grid.document, grid.id) != chosen.source
            and any(each.column for each in choose_columns(grid, words, alone.periods, totals=True))
            and (reading := read_table(grid, alone, words, _no_kin)) is not None
            and len(reading.draft().heads) == 1
            and _shared(draft, reading.draft()) >= LEAST_SHARED
        ]
        found = best(others)
        if found is not None:
            draft = _with(draft, at, found.draft())
    return draft


def _no_kin(_: Grid) -> frozenset[str]:
    """The rows are those of the first table, which tells whose they are."""
    return frozenset()


def _shared(draft: Draft, other: Draft) -> float:
    keys = {line.key for line in other.lines}
    return sum(line.key in keys for line in draft.lines) / (len(draft.lines) or 1)


def _with(draft: Draft, at: int, other: Draft) -> Draft:
    """A column filled from another overview; rows that only the other has come last."""
    theirs: Mapping[tuple[str, ...], Line] = {line.key: line for line in other.lines}
    own = {line.key for line in draft.lines}
    lines = [_filled(line, at, theirs.get(line.key)) for line in draft.lines]
    empty = draft.lines[0].slots if draft.lines else ()
    for line in other.lines:
        if line.key not in own and not line.total:
            blank = replace(line, slots=tuple("not_found" for _ in empty))
            lines.append(_filled(blank, at, line))
    heads = (*draft.heads[:at], other.heads[0], *draft.heads[at + 1 :])
    title = draft.title if draft.title == other.title else says("joined").format(first=draft.title, second=other.title)
    return replace(draft, title=title, heads=heads, lines=tuple(lines))


def _filled(line: Line, at: int, other: Line | None) -> Line:
    if other is None:
        return line
    return replace(line, slots=(*line.slots[:at], other.slots[0], *line.slots[at + 1 :]))
