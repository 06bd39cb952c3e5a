"""One measure of many things: the table row or column that gives it for most of them, with every figure to be cited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log

from ingest.quantities.model import Measure, Period
from retrieval.compare.columns import Entry, across, beside, is_total, siblings
from retrieval.compare.operands import Rank
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.question import Kind, Question, unit_class

NAMED, ABOUT, FULL, MORE, LATE = 3.0, 2.0, 2.0, 0.7, 0.05
"""What it counts that a row or column names the measure, that its table is about what is asked, how many things it has;
and against it every word in its label that was not asked for, and every row before it: the main ones come first."""
LEAST_COVERED = 0.6
"""What share of the measure's words the row it is taken from must hold."""
LEAST = 2
"""Of fewer things there is nothing to gather."""
TRIED, SEEDS = 30, 6
"""How many of the best table rows are looked at, and from how many of them the others are gathered."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is gathered: the measure as a question of its own, whom it is asked for, and when. `whole` is all of it."""

    whole: str
    measure: str
    whom: str | None
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The things the measure was found for, and the figure it was begun from."""

    seed: RankedFigure
    entries: tuple[Entry, ...]


def gather(index: Index, wanted: Wanted, rank: Rank, least: int = LEAST) -> Gathered | None:
    """The measure for as many things as one row of sibling tables, or one table, gives it for; None for too few."""
    tried = []
    for at, (worth, seed) in enumerate(_seeds(index, wanted, _ranked(wanted, rank))):
        entries = tuple(entry for entry in _entries(index, seed, wanted) if _in_period(entry, wanted.periods))
        if len(entries) >= least:
            tried.append((worth + FULL * log(len(entries)), -at, Gathered(seed, entries)))
    return max(tried, key=lambda each: each[:2])[2] if tried else None


def is_of(found: Period | None, asked: Period) -> bool:
    """Whether a figure's period is the one asked for; for a whole year, also its end."""
    if found is None:
        return False
    if (found.start, found.end) == (asked.start, asked.end):
        return True
    whole = asked.start is not None and asked.end is not None and (asked.end - asked.start).days > 300
    return whole and found.end == asked.end


def is_exactly(found: Period | None, asked: Sequence[Period]) -> bool:
    """Whether a figure's period is one of those asked for from its first to its last day."""
    return found is not None and any((found.start, found.end) == (period.start, period.end) for period in asked)


def of_asked_group(index: Index, found: Gathered, whole: str) -> tuple[Entry, ...]:
    """The things of one group of rows, where the question names the group («post på kapittel 12»); else all."""
    group = found.seed.figure.row_path[:-1]
    asked = set(index.analyzer.terms(whole))
    if not group or not asked & set(index.analyzer.terms(group[-1])):
        return found.entries
    same = tuple(entry for entry in found.entries if entry.figures[0].figure.row_path[:-1] == group)
    return same if len(same) >= LEAST else found.entries


def _in_period(entry: Entry, periods: Sequence[Period]) -> bool:
    """Whether an entry has a figure of a period asked for."""
    if not periods:
        return bool(entry.figures)
    return any(is_of(item.figure.period, period) for item in entry.figures for period in periods)


def _entries(index: Index, seed: RankedFigure, wanted: Wanted) -> list[Entry]:
    """The columns of the seed's row where they are what is asked for («hvilket kvartal»); else rows like it.

    Those are the same row in sibling tables where there are any, or the rows of the seed's own table.
    """
    whom = frozenset(index.analyzer.terms(wanted.whom or ""))
    return across(index, seed, whom) or siblings(index, seed) or beside(index, seed)


def _ranked(wanted: Wanted, rank: Rank) -> list[RankedFigure]:
    """The figures that hold enough of the measure, ranked by it and by whom it is asked for."""
    units: list[str | None] = []
    amount = _as_amount(wanted.periods, units)
    measured = [item for item in rank(wanted.measure, amount) if item.features["covered"] >= LEAST_COVERED]
    if units[0] is not None:
        measured = [item for item in measured if unit_class(item.figure.unit) in (None, units[0])]
    if wanted.whom is None:
        return measured
    scores = {item.figure.number: item.score for item in rank(f"{wanted.measure} {wanted.whom}", amount)}
    lowest = min(scores.values(), default=0.0)
    ranked = [replace(item, score=scores.get(item.figure.number, lowest)) for item in measured]
    return sorted(ranked, key=lambda item: -item.score)


def _as_amount(periods: Sequence[Period], units: list[str | None]) -> Callable[[Question], Question]:
    """Understands a measure as an amount in those periods, and notes in which class of units it is given."""

    def understood(question: Question) -> Question:
        units.append(question.unit)
        kind = question.kind if question.wants_figure else Kind.HOW_MUCH
        measure = Measure.LEVEL if question.measure == Measure.DATE else question.measure
        return replace(question, kind=kind, measure=measure, periods=tuple(periods))

    return understood


def _seeds(index: Index, wanted: Wanted, ranked: Sequence[RankedFigure]) -> list[tuple[float, RankedFigure]]:
    """The best figure of each of the best table rows, with what it is worth.

    Beside its rank it counts how much of the measure its own row and column name, and whether what it stands under
    names what is asked for.
    """
    asked, whole = (set(index.analyzer.terms(text)) for text in (wanted.measure, wanted.whole))
    exact = any(is_exactly(item.figure.period, wanted.periods) and _may_begin(item, wanted.periods) for item in ranked)
    seen: dict[tuple[int, str | None, int | None], RankedFigure] = {}
    for item in ranked:
        if _may_begin(item, wanted.periods) and (not exact or is_exactly(item.figure.period, wanted.periods)):
            seen.setdefault((item.candidate.passage.document, item.figure.table, item.figure.row), item)

    def worth(item: RankedFigure) -> float:
        labels = set(index.analyzer.terms(" ".join([item.figure.row_path[-1], *item.figure.column_path])))
        about = (whole - asked) & item.candidate.passage.context_terms
        against = MORE * len(item.figure.row_terms - whole) + LATE * (item.figure.row or 0)
        return item.score - ranked[0].score + NAMED * len(asked & labels) + ABOUT * len(about) - against

    found = [(worth(item), item) for item in list(seen.values())[:TRIED]]
    return sorted(found, key=lambda each: each[0], reverse=True)[:SEEDS]


def _may_begin(item: RankedFigure, periods: Sequence[Period]) -> bool:
    """Whether a figure stands in a table and in no column of totals, unless that is of the very time asked for."""
    figure = item.figure
    if figure.table is None or not figure.row_path:
        return False
    return is_exactly(figure.period, periods) or not any(map(is_total, figure.column_path))
