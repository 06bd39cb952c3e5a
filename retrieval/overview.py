"""Overviews: one measure for all of something, from a column or from sibling tables, every cell a cited figure."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from ingest.quantities.model import Period
from retrieval.compare import Rank
from retrieval.compare.asked import years_asked
from retrieval.compare.columns import Entry, column_kind
from retrieval.compare.gathering import Gathered, Wanted, gather, is_of
from retrieval.figures import RankedFigure
from retrieval.index.open import Index

FILE = "overview.toml"
State = Literal["found", "not_found", "not_there"]
LEAST_ROWS = 3
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
    names = ("together", "for_whom", "asking", "question_word")
    return asks, {name: re.compile(str(data[name]), re.IGNORECASE) for name in names}


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
    whom = _patterns()[1]["for_whom"].search(question)
    periods = tuple(years_asked(question, index.newest_year))
    wanted = Wanted(question, measure, whom.group().split()[-1] if whom else None, periods)
    found = gather(index, wanted, rank, LEAST_ROWS)
    return _table(index, found, periods) if found else None


def _table(index: Index, found: Gathered, periods: Sequence[Period]) -> Overview:
    columns = list(periods) or _periods_of(found.entries)
    figures: list[RankedFigure] = []
    rows = []
    for entry in found.entries:
        cells = []
        for period in columns:
            item = next((item for item in entry.figures if is_of(item.figure.period, period)), None)
            if item is None:
                cells.append(Cell(None, _why_empty(index, entry, period)))
            else:
                cells.append(Cell(len(figures), "found"))
                figures.append(item)
        rows.append(OverviewRow(entry.name, tuple(cells)))
    names = tuple(period.text for period in columns)
    return Overview(_title(index, found), names, tuple(rows), tuple(figures))


def _periods_of(entries: Sequence[Entry]) -> list[Period]:
    found = {item.figure.period for entry in entries for item in entry.figures if item.figure.period is not None}
    return sorted(found, key=lambda period: (str(period.end), period.text))[-MOST_COLUMNS:]


def _why_empty(index: Index, entry: Entry, period: Period) -> State:
    """Whether the cell is printed as missing, or no such cell was found."""
    first = entry.figures[0]
    document, table = first.candidate.passage.document, first.figure.table or ""
    column = next(
        (
            figure.column
            for figure in index.store.figures_of(index.store.row_passages(document, table))
            if is_of(figure.period, period) and column_kind(figure) == column_kind(first.figure)
        ),
        None,
    )
    content = index.store.table(document, table)
    missing = content is not None and any(
        cell["kind"] == "missing" and (cell["row"], cell["column"]) == (first.figure.row, column)
        for cell in content["cells"]
    )
    return "not_there" if missing else "not_found"


def _title(index: Index, found: Gathered) -> str:
    """What every cell is a figure of: the row that sibling tables share, or the column and its table's caption."""
    labels = {item.figure.row_path[-1] for entry in found.entries for item in entry.figures}
    if len(labels) == 1:
        return labels.pop()
    seed = found.seed
    table = index.store.table(seed.candidate.passage.document, seed.figure.table or "")
    words = [word for word in seed.figure.column_path if any(letter.isalpha() for letter in word)]
    caption = (table or {}).get("caption") or " – ".join(seed.candidate.passage.section[-1:])
    return " – ".join([*([caption] if caption else []), *words]) or seed.figure.label
