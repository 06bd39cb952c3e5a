"""What the rows of a grid teach about each other.

That is how large the numbers of a column are, how they compare with the column before, and which columns are sums or
differences of others.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from ingest.tables.plain.candidates import Candidate, Values, full

RELATION_COST = 12.0
"""A sum or difference that holds in the other rows does not hold."""
HUGE = 1e13
"""More than any state spends in a year, in whole kroner: two numbers read as one."""
HUGE_COST = 6.0
SIZE_COST = 0.6
RATIO_COST = 4.0
RATIO_SLACK = 0.4
"""A number is much larger or smaller than its column, or than the column before it, would have it."""
TOLERANCE = 1.5
"""How far rounding may put a sum off."""
ANY_RATIO = (0.0, math.inf)
RELATED = 12
"""How many columns a total may stand from what it is made of; all there are, in tables that fit on a page."""
LEAST_PROOF = 3
LEAST_TOLD = 2
PROOF_SHARE = 0.9
BROKEN_SHARE = 0.05

Relation = tuple[int, int, int, int]
"""A total, the columns it is made of, and 1 for their sum or -1 for their difference."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """For every column the middle size and its spread, for every pair of neighbours their ratio, and the relations."""

    sizes: tuple[tuple[float, float] | None, ...]
    ratios: tuple[tuple[float, float], ...]
    relations: tuple[Relation, ...]


def learn(options: Sequence[Sequence[Candidate]], columns: int, codes: int = 0) -> Lessons:
    """Learn from the rows that can be cut in one way only, if there are enough of them.

    How the first `codes` columns compare with the ones after them tells nothing.
    """
    sure = [group[0].values for group in options if len(full(group)) == 1 and group[0].lead == 0]
    rows = sure if len(sure) >= LEAST_PROOF else []
    sizes = tuple(_spread([_size(row[column]) for row in rows if row[column]]) for column in range(columns))
    ratios = tuple(_usual_ratio(sure, column) if column > codes else ANY_RATIO for column in range(1, columns))
    return Lessons(sizes, ratios, _relations(options, columns))


def _spread(sizes: Sequence[float]) -> tuple[float, float] | None:
    """The middle of some sizes, and how far the middle one of them is from it."""
    if not sizes:
        return None
    middle = float(median(sizes))
    return middle, float(median(abs(size - middle) for size in sizes))


def _size(value: float | None) -> float:
    return math.log10(abs(value or 0.0) + 1)


def _usual_ratio(rows: Sequence[Values], column: int) -> tuple[float, float]:
    """How much larger a column's cells are than the ones left of it; about as large where too few rows tell."""
    told = [_ratio(row, column) for row in rows if _has_ratio(row, column)]
    usual = _spread(told) if len(told) >= LEAST_PROOF else None
    return usual or (0.0, RATIO_SLACK)


def _has_ratio(row: Values, column: int) -> bool:
    return bool(row[column]) and bool(row[column - 1])


def _ratio(row: Values, column: int) -> float:
    """How much larger a cell is than the one left of it, in powers of ten."""
    return _size(row[column]) - _size(row[column - 1])


def _relations(options: Sequence[Sequence[Candidate]], columns: int) -> tuple[Relation, ...]:
    """Which columns are the sum (sign 1) or difference (sign -1) of two others, in nearly all rows."""
    filled = [group for group in options if group and all(None not in c.cells for c in group if c.lead == 0)]
    groups = filled if len(filled) >= LEAST_PROOF else options
    rows = [[candidate.values for candidate in full(group)] for group in groups]
    full_rows = [row for row in rows if row]
    return tuple(relation for relation in _possible(columns) if _holds_widely(relation, full_rows))


def _possible(columns: int) -> Iterator[Relation]:
    for total in range(columns):
        near = range(max(0, total - RELATED), min(columns, total + RELATED + 1))
        for one, other in combinations([column for column in near if column != total], 2):
            yield from ((total, one, other, 1), (total, one, other, -1), (total, other, one, -1))


def _holds_widely(relation: Relation, rows: Sequence[Sequence[Values]]) -> bool:
    tried = held = telling = broken = 0
    for group in rows:
        verdicts = [verdict for values in group if (verdict := _holds(relation, values)) is not None]
        if not verdicts:
            continue
        tried += 1
        held += any(verdicts)
        broken += verdicts == [False]
        telling += any(verdicts) and any(_telling(relation, values) for values in group)
        if tried >= LEAST_PROOF * 2 and held * LEAST_TOLD < tried:
            return False
    return telling >= LEAST_PROOF and held >= PROOF_SHARE * tried and broken <= BROKEN_SHARE * tried


def _telling(relation: Relation, values: Values) -> bool:
    told = sum(abs(values[column] or 0.0) > TOLERANCE for column in relation[:3])
    return told >= LEAST_TOLD and bool(_holds(relation, values))


def _holds(relation: Relation, values: Values) -> bool | None:
    total, one, other = (values[column] for column in relation[:3])
    if total is None or one is None or other is None:
        return None
    return abs(one + relation[3] * other - total) <= TOLERANCE


def misfit(values: Values, lessons: Lessons) -> float:
    """What speaks against a row's values, given what the other rows teach."""
    cost = HUGE_COST * sum(value is not None and abs(value) >= HUGE for value in values)
    for value, usual in zip(values, lessons.sizes, strict=True):
        if value and usual:
            cost += SIZE_COST * max(0.0, abs(_size(value) - usual[0]) - 0.5) / (1 + usual[1])
    for column, (middle, spread) in enumerate(lessons.ratios, start=1):
        if _has_ratio(values, column):
            away = max(0.0, abs(_ratio(values, column) - middle) - RATIO_SLACK)
            cost += min(RATIO_COST, away / (RATIO_SLACK + spread))
    broken = any(_holds(relation, values) is False for relation in lessons.relations)
    untold = any(_holds(relation, values) is None for relation in lessons.relations)
    return cost + (RELATION_COST if broken else RELATION_COST / 2 if untold else 0.0)
