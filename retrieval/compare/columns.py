"""What stands beside a figure: the other rows of its column, or the same row of the sibling tables.

A document that gives each county a table of its own, all with the same rows, has its counties in the tables' sections.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from retrieval.analysis.words import words
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.index.records import FigureRecord, PassageRecord

LEAST_SIBLINGS = 3
"""So many tables have the same row before they are taken for siblings."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the things a measure is given for: its name, and the figures of it that are asked for."""

    name: str
    figures: tuple[RankedFigure, ...]


@lru_cache(maxsize=1)
def _totals() -> frozenset[str]:
    data = tomllib.loads(files("retrieval").joinpath("compare", "columns.toml").read_text("utf8"))
    return frozenset(data["totals"])


def beside(index: Index, seed: RankedFigure) -> list[Entry]:
    """The rows of the seed's table with their figures of its unit in columns of its kind, totals left out."""
    numbers = index.store.row_passages(seed.candidate.passage.document, seed.figure.table or "")
    column = [
        figure
        for figure in index.store.figures_of(numbers)
        if column_kind(figure) == column_kind(seed.figure) and figure.unit == seed.figure.unit and figure.row_path
    ]
    single = [figure for figure in column if not is_total(figure.row_path[-1])]
    rows: dict[tuple[str, ...], list[RankedFigure]] = {}
    for item in _cited(index, seed, single):
        rows.setdefault(item.figure.row_path, []).append(item)
    names = [path[-1] for path in rows]
    return [
        Entry(path[-1] if names.count(path[-1]) == 1 else " – ".join(path), tuple(items))
        for path, items in rows.items()
    ]


def siblings(index: Index, seed: RankedFigure) -> list[Entry]:
    """The same row of the tables like the seed's, each named by what tells its table from the others."""
    if not seed.figure.row_path:
        return []
    same = [
        figure
        for figure in index.store.figures_of_rows(seed.candidate.passage.document, seed.figure.row_path[-1])
        if column_kind(figure) == column_kind(seed.figure) and figure.unit == seed.figure.unit
    ]
    cited = _cited(index, seed, same)
    tables: dict[tuple[str, ...], dict[str, list[RankedFigure]]] = {}
    for item in cited:
        by_table = tables.setdefault(item.candidate.passage.section, {})
        by_table.setdefault(item.figure.table or "", []).append(item)
    if len(tables) < LEAST_SIBLINGS:
        return []
    return [Entry(section[-1] if section else "", _most_like(by_table, seed)) for section, by_table in tables.items()]


def across(index: Index, seed: RankedFigure, whom: frozenset[str]) -> list[Entry]:
    """The cells of the seed's row in columns that are named as what is asked for; none where a row may be meant."""
    if seed.figure.table is None or not whom or whom & seed.figure.row_terms:
        return []
    row = [
        figure
        for figure in index.store.figures_of([seed.figure.passage])
        if figure.row == seed.figure.row and figure.unit == seed.figure.unit and whom <= figure.column_terms
    ]
    return [Entry(item.figure.column_path[-1], (item,)) for item in _cited(index, seed, row)]


def column_kind(figure: FigureRecord) -> frozenset[str]:
    """A column's stems without numbers: the same for «Antall 2023» and «Antall 2024»."""
    return frozenset(term for term in figure.column_terms if not term[:1].isdigit())


def _most_like(by_table: dict[str, list[RankedFigure]], seed: RankedFigure) -> tuple[RankedFigure, ...]:
    """Of a section's tables the one whose context and row group are most like the seed's; its first such row."""
    wanted = seed.candidate.passage.context_terms | seed.figure.row_terms

    def likeness(item: RankedFigure) -> float:
        own = item.candidate.passage.context_terms | item.figure.row_terms
        return len(own & wanted) / (len(own | wanted) or 1)

    best = max((item for items in by_table.values() for item in items), key=likeness)
    return tuple(item for item in by_table[best.figure.table or ""] if item.figure.row == best.figure.row)


def _cited(index: Index, seed: RankedFigure, figures: Sequence[FigureRecord]) -> list[RankedFigure]:
    """Figures as ranked ones, each with its own passage to cite."""
    passages: dict[int, PassageRecord] = index.store.passages_by_number(sorted({figure.passage for figure in figures}))
    return [
        replace(seed, figure=figure, candidate=replace(seed.candidate, passage=passages[figure.passage]))
        for figure in figures
    ]


def is_total(label: str) -> bool:
    """Whether a label is of a total and not of one thing."""
    return any(word in _totals() for word in _first(words(label)))


def _first(found: Iterable[str]) -> list[str]:
    return list(found)[:2]
