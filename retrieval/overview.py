"""Overviews: one measure for all of something, from a column or from sibling tables, every cell a cited figure."""

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import Literal

from ingest.quantities.model import Measure, Period
from retrieval.compare import Rank
from retrieval.compare.asked import years_asked
from retrieval.compare.columns import Entry, beside, column_kind, is_total, siblings
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.question import Kind, Question

FILE = "overview.toml"
State = Literal["found", "not_found", "not_there"]
LEAST_ROWS = 3
LEAST_COVERED = 0.6
"""What share of the measure's words the row it is taken from must hold."""
NAMED, ABOUT, FULL, MORE, LATE = 3.0, 2.0, 2.0, 0.7, 0.05
"""What it counts that a row or column names the measure, that its table is about what is asked, how many things it has;
and against it every word in its label that was not asked for, and every row before it: the main ones come first."""
TRIED, SEEDS = 30, 6
"""How many of the best table rows are looked at, and from how many of them an overview is made, to keep the fullest."""
MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: which of the overview's figures, or why there is none: not found, or printed as missing."""

    figure: int | None
    state: State


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One of the things the measure is given for."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A table put together from figures that are each cited where they stand."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    figures: tuple[RankedFigure, ...]

    @property
    def in_words(self) -> str:
        """What it is, and how large."""
        return str(_data()["words"]).format(title=self.title, rows=len(self.rows), columns=len(self.columns))


@lru_cache(maxsize=1)
def _data() -> dict[str, str | list[str]]:
    return tomllib.loads(files("retrieval").joinpath(FILE).read_text("utf8"))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], ...], dict[str, re.Pattern[str]]]:
    data = _data()
    asks = tuple(re.compile(pattern, re.IGNORECASE) for pattern in data["asks"])
    return asks, {
        name: re.compile(str(data[name]), re.IGNORECASE) for name in ("together", "for_whom", "asking", "question_word")
    }


def measure_asked(question: str) -> str | None:
    """The measure an overview is asked for, as a question of its own; None when no overview is asked for."""
    asks, patterns = _patterns()
    if patterns["together"].search(question) or not any(pattern.search(question) for pattern in asks):
        return None
    measure = " ".join(patterns["asking"].sub(" ", patterns["for_whom"].sub(" ", question)).split())
    return measure if patterns["question_word"].search(measure) else f"{_data()['what']} {measure}"


def overview(index: Index, question: str, rank: Rank) -> Overview | None:
    """The overview a question asks for; None when it asks for none or the measure stands in no table."""
    measure = measure_asked(question)
    if measure is None:
        return None
    periods = years_asked(question, index.newest_year)
    ranked = _ranked(question, measure, periods, rank)
    tried = [
        (worth + FULL * log(len(made.figures) / len(made.columns)), -at, made)
        for at, (worth, seed) in enumerate(_seeds(index, question, measure, ranked))
        if (made := _from_seed(index, seed, periods)) is not None
    ]
    return max(tried, key=lambda each: each[:2])[2] if tried else None


def _ranked(question: str, measure: str, periods: Sequence[Period], rank: Rank) -> list[RankedFigure]:
    """The figures that hold enough of the measure, ranked by it and by whom it is asked for."""
    amount = _as_amount(periods)
    measured = [item for item in rank(measure, amount) if item.features["covered"] >= LEAST_COVERED]
    whom = _patterns()[1]["for_whom"].search(question)
    if whom is None:
        return measured
    scores = {item.figure.number: item.score for item in rank(f"{measure} {whom.group().split()[-1]}", amount)}
    lowest = min(scores.values(), default=0.0)
    ranked = [replace(item, score=scores.get(item.figure.number, lowest)) for item in measured]
    return sorted(ranked, key=lambda item: -item.score)


def _from_seed(index: Index, seed: RankedFigure, periods: Sequence[Period]) -> Overview | None:
    """The overview of what a figure measures; None when too few things have it."""
    entries = [entry for entry in _entries(index, seed) if entry.figures]
    if len(entries) < LEAST_ROWS:
        return None
    made = _table(index, seed, entries, periods)
    found = sum(any(cell.state == "found" for cell in row.cells) for row in made.rows)
    return made if found >= LEAST_ROWS else None


def _as_amount(periods: Sequence[Period]) -> Callable[[Question], Question]:
    def understood(question: Question) -> Question:
        kind = question.kind if question.wants_figure else Kind.HOW_MUCH
        measure = Measure.LEVEL if question.measure == Measure.DATE else question.measure
        return replace(question, kind=kind, measure=measure, periods=tuple(periods))

    return understood


def _seeds(
    index: Index, question: str, measure: str, ranked: Sequence[RankedFigure]
) -> list[tuple[float, RankedFigure]]:
    """The best figure of each of the best table rows, with what it is worth.

    Beside its rank it counts how much of the measure its own row and column name, and whether what it stands under
    names what the overview is for.
    """
    asked, whole = (set(index.analyzer.terms(text)) for text in (measure, question))
    seen: dict[tuple[int, str | None, int | None], RankedFigure] = {}
    for item in ranked:
        if _may_begin(item):
            seen.setdefault((item.candidate.passage.document, item.figure.table, item.figure.row), item)

    def worth(item: RankedFigure) -> float:
        labels = set(index.analyzer.terms(" ".join([item.figure.row_path[-1], *item.figure.column_path])))
        about = (whole - asked) & item.candidate.passage.context_terms
        against = MORE * len(item.figure.row_terms - whole) + LATE * (item.figure.row or 0)
        return item.score - ranked[0].score + NAMED * len(asked & labels) + ABOUT * len(about) - against

    found = [(worth(item), item) for item in list(seen.values())[:TRIED]]
    return sorted(found, key=lambda each: each[0], reverse=True)[:SEEDS]


def _may_begin(item: RankedFigure) -> bool:
    """Whether a figure stands in a table and in no column of totals."""
    figure = item.figure
    return figure.table is not None and bool(figure.row_path) and not any(map(is_total, figure.column_path))


def _entries(index: Index, seed: RankedFigure) -> list[Entry]:
    """The same row in sibling tables where there are any; else the rows of the seed's own table."""
    found = siblings(index, seed)
    return found or beside(index, seed)


def _table(index: Index, seed: RankedFigure, entries: Sequence[Entry], periods: Sequence[Period]) -> Overview:
    columns = list(periods) or _periods_of(entries)
    figures: list[RankedFigure] = []
    rows = []
    for entry in entries:
        cells = []
        for period in columns:
            item = next((item for item in entry.figures if _is_of(item.figure.period, period)), None)
            if item is None:
                cells.append(Cell(None, _why_empty(index, entry, period)))
            else:
                cells.append(Cell(len(figures), "found"))
                figures.append(item)
        rows.append(OverviewRow(entry.name, tuple(cells)))
    return Overview(_title(index, seed, entries), tuple(period.text for period in columns), tuple(rows), tuple(figures))


def _periods_of(entries: Sequence[Entry]) -> list[Period]:
    found = {item.figure.period for entry in entries for item in entry.figures if item.figure.period is not None}
    return sorted(found, key=lambda period: (str(period.end), period.text))[-MOST_COLUMNS:]


def _is_of(found: Period | None, asked: Period) -> bool:
    """Whether a figure's period is the one asked for; a whole year is also any figure of that year."""
    if found is None:
        return False
    if (found.start, found.end) == (asked.start, asked.end):
        return True
    whole = asked.start is not None and asked.end is not None and (asked.end - asked.start).days > 300
    return whole and found.year == asked.year and found.end == asked.end


def _why_empty(index: Index, entry: Entry, period: Period) -> State:
    """Whether the cell is printed as missing, or no such cell was found."""
    first = entry.figures[0]
    document, table = first.candidate.passage.document, first.figure.table or ""
    column = next(
        (
            figure.column
            for figure in index.store.figures_of(index.store.row_passages(document, table))
            if _is_of(figure.period, period) and column_kind(figure) == column_kind(first.figure)
        ),
        None,
    )
    content = index.store.table(document, table)
    missing = content is not None and any(
        cell["kind"] == "missing" and (cell["row"], cell["column"]) == (first.figure.row, column)
        for cell in content["cells"]
    )
    return "not_there" if missing else "not_found"


def _title(index: Index, seed: RankedFigure, entries: Sequence[Entry]) -> str:
    """What every cell is a figure of: the row that sibling tables share, or the column and its table's caption."""
    labels = {item.figure.row_path[-1] for entry in entries for item in entry.figures}
    if len(labels) == 1:
        return labels.pop()
    table = index.store.table(seed.candidate.passage.document, seed.figure.table or "")
    words = [word for word in seed.figure.column_path if any(letter.isalpha() for letter in word)]
    caption = (table or {}).get("caption") or " – ".join(seed.candidate.passage.section[-1:])
    return " – ".join([*([caption] if caption else []), *words]) or seed.figure.label
