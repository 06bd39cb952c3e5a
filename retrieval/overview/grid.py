"""A stored table with its figures: rows, columns, and which cells are printed as missing."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from ingest.quantities.model import Period
from retrieval.analysis.words import words
from retrieval.index.open import Index
from retrieval.index.records import FigureRecord

_ASIDE = re.compile(r"\([^)]*\)")
REMEMBERED = 500
HEADER_LINES = 12
"""So many of a table's first lines may hold the names of its rows' and columns' kinds."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its number, its labels, and the stems of them; `core` are those of the last outside parentheses.

    `codes` are the codes in its labels without leading noughts: («634», «76») for «Kap. 634 …», «Post 76 …». `key` is
    what it is known by in every table: its codes, or its labels folded.
    """

    number: int
    path: tuple[str, ...]
    names: tuple[str, ...]
    codes: tuple[str, ...]
    key: tuple[str, ...]
    stems: frozenset[str]
    core: frozenset[str]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its number, its headers, their stems without those of its period, and the period of its figures."""

    number: int
    path: tuple[str, ...]
    stems: frozenset[str]
    group: frozenset[str]
    period: Period | None

    @property
    def label(self) -> str:
        """Its headers in one line."""
        return " ".join(self.path)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `title` are the stems of its caption, `under` those of its sections, `head` those of its first lines."""

    document: int
    id: str
    caption: str | None
    section: tuple[str, ...]
    title: frozenset[str]
    under: frozenset[str]
    head: frozenset[str]
    rows: tuple[GridRow, ...]
    columns: tuple[GridColumn, ...]
    figures: Mapping[tuple[int, int], FigureRecord]
    missing: frozenset[tuple[int, int]]

    def row_figures(self, row: int) -> list[FigureRecord]:
        """The figures of a row."""
        return [figure for (at, _), figure in self.figures.items() if at == row]


class Grids:
    """The tables of an index as grids, each made once while it is among those lately used."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.load = lru_cache(maxsize=REMEMBERED)(partial(_grid, index))


def _grid(index: Index, document: int, table: str) -> Grid | None:
    """A table as a Grid; None when it has no figures."""
    content = index.store.table(document, table)
    numbers = index.store.row_passages(document, table)
    figures = {
        (figure.row, figure.column): figure
        for figure in index.store.figures_of(numbers)
        if figure.row is not None and figure.column is not None
    }
    if content is None or not figures:
        return None
    columns = tuple(
        _column(index, number, tuple(column["path"]), [f for (_, at), f in figures.items() if at == number])
        for number, column in enumerate(content["columns"])
        if any(at == number for _, at in figures)
    )
    return Grid(
        document=document,
        id=table,
        caption=content["caption"],
        section=tuple(content["section"]),
        title=_stems(index, content["caption"] or ""),
        under=_stems(index, " ".join(content["section"])),
        head=_head(index, document, content),
        rows=tuple(_row(index, number, row) for number, row in enumerate(content["rows"])),
        columns=columns,
        figures=figures,
        missing=frozenset((cell["row"], cell["column"]) for cell in content["cells"] if cell["kind"] == "missing"),
    )


def _row(index: Index, number: int, row: dict[str, Any]) -> GridRow:
    path, names = tuple(row["path"]), tuple(row["names"])
    own = _ASIDE.sub(" ", path[-1]) if path else ""
    codes = tuple(found for part in path for found in _code(part))
    key = codes if len(codes) > 1 else tuple(" ".join(words(part)) for part in path)
    return GridRow(number, path, names, codes, key, _stems(index, " ".join([*path, *names])), _stems(index, own))


def _code(label: str) -> list[str]:
    numbers = [word for word in words(label)[:2] if word.isdigit()]
    return [number.lstrip("0") or "0" for number in numbers[:1]]


def _column(index: Index, number: int, path: tuple[str, ...], figures: list[FigureRecord]) -> GridColumn:
    periods = Counter(figure.period for figure in figures if figure.period is not None)
    period = max(periods, key=lambda each: (periods[each], each.text)) if periods else None
    group = path[:-1] or path
    return GridColumn(number, path, _words(index, " ".join(path)), _words(index, " ".join(group)), period)


def _head(index: Index, document: int, content: dict[str, Any]) -> frozenset[str]:
    """The stems of the lines before the first row: a table may name there what its rows are."""
    first_row = min((line for row in content["rows"] for line in row["lines"]), default=content["lines"][0])
    first = content["lines"][0]
    last = min(max(first_row - 1, first), first + 3 * HEADER_LINES)
    lines = index.store.lines(document, first, last)
    return _stems(index, " ".join(text for number, _, text in lines if number < first_row))


def _stems(index: Index, text: str) -> frozenset[str]:
    return frozenset(index.analyzer.terms(text))


def _words(index: Index, text: str) -> frozenset[str]:
    return frozenset(stem for stem in index.analyzer.terms(text) if not stem[:1].isdigit())
