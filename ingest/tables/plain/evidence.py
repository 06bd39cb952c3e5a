"""Which cut of a row's numbers is right: decided by the other rows, by sums and differences, and by gaps.

A row of grouped numbers can often be cut in several ways. Rows that can be cut in one way only teach how large the
numbers of each column are and which columns are sums or differences of others; ambiguous rows are then decided by
that, and what stays open is told as a confidence below 1.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.tables.plain.candidates import Candidate, Entry, Values, candidates, usual_gaps
from ingest.tables.plain.lessons import TOLERANCE, Lessons, learn, misfit

RELATION_GAIN = 2.0
TOTAL_GAIN = 4.0
NO_CUT_COST = 12.0
LEAST_RIVALS = 2
FAR = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A decided row: for every column the tokens `first:last` of its cell, None where it is empty.

    `sure` is the confidence of each cell: below 1 where a cut that is nearly as likely has another cell there.
    """

    cells: tuple[tuple[int, int] | None, ...]
    lead: int
    sure: tuple[float, ...]

    @property
    def confidence(self) -> float:
        """How sure the row is as a whole."""
        return min(self.sure, default=1.0)


def decide(entries: Sequence[Entry], columns: int, *, reference: bool = False, codes: int = 0) -> list[Choice]:
    """Cut every row into its cells, given the number of columns.

    `reference` says that the first of them holds references (small whole numbers, often missing), `codes` how many
    of the first hold codes.
    """
    usual = usual_gaps(entries, columns)
    options = [list(candidates(entry, columns, usual, reference=reference)) for entry in entries]
    lessons = learn(options, columns, codes)
    ranked = [_ranked(group, lessons) for group in options]
    ranked = _weigh_totals(ranked)
    return [_choice(group, columns) for group in ranked]


def price(entries: Sequence[Entry], columns: int) -> float:
    """What it costs to cut the rows into that many columns: the lower, the likelier the number of columns is."""
    usual = usual_gaps(entries, columns)
    options = [list(candidates(entry, columns, usual, reference=False)) for entry in entries]
    lessons = learn(options, columns)
    costs = [_ranked(group, lessons)[0].cost if group else NO_CUT_COST for group in options]
    return sum(costs) / max(1, len(costs)) - (RELATION_GAIN if lessons.relations else 0.0)


def _ranked(candidates: Sequence[Candidate], lessons: Lessons) -> list[Candidate]:
    weighed = [Candidate(c.cells, c.lead, c.values, c.cost + misfit(c.values, lessons)) for c in candidates]
    return sorted(weighed, key=lambda candidate: candidate.cost)


def _weigh_totals(ranked: list[list[Candidate]]) -> list[list[Candidate]]:
    """Prefer the cut with which a row takes part in a sum down the columns."""
    chosen: list[Values | None] = [group[0].values if group else None for group in ranked]
    for index, group in enumerate(ranked):
        close = [candidate for candidate in group if candidate.cost - group[0].cost < TOTAL_GAIN]
        if len(close) < LEAST_RIVALS:
            continue
        summed = {id(rival) for rival in close if adds_up([*chosen[:index], rival.values, *chosen[index + 1 :]], index)}
        cheaper = [replace(rival, cost=rival.cost - TOTAL_GAIN) if id(rival) in summed else rival for rival in group]
        ranked[index] = sorted(cheaper, key=lambda candidate: candidate.cost)
        chosen[index] = ranked[index][0].values
    return ranked


def adds_up(rows: Sequence[Values | None], index: int) -> bool:
    """Whether the row at `index` is the sum of rows just above it, or such a sum takes it in."""
    return _is_total(rows, index, index) or any(
        _is_total(rows, total, index) for total in range(index + 1, min(len(rows), index + FAR))
    )


def _is_total(rows: Sequence[Values | None], total: int, member: int) -> bool:
    """Whether row `total` is the sum of the rows from some row up to it, `member` (or `total` itself) among them."""
    goal = rows[total]
    if goal is None or sum(value is not None and abs(value) > TOLERANCE for value in goal) == 0:
        return False
    sums = [0.0] * len(goal)
    for index in range(total - 1, max(-1, total - FAR - 1), -1):
        row = rows[index]
        if row is None or len(row) != len(goal):
            return False
        sums = [one + (value or 0.0) for one, value in zip(sums, row, strict=True)]
        taken = total - index
        if (member == total or index <= member) and taken >= LEAST_RIVALS and _equal(sums, goal, taken):
            return True
    return False


def _equal(sums: Sequence[float], goal: Values, rows: int) -> bool:
    return all(value is None or abs(one - value) <= 0.5 * rows + 0.5 for one, value in zip(sums, goal, strict=True))


def _choice(ranked: Sequence[Candidate], columns: int) -> Choice:
    if not ranked:
        return Choice((None,) * columns, 0, (0.0,) * columns)
    best = ranked[0]
    margins = [
        next((rival.cost - best.cost for rival in ranked[1:] if rival.cells[column] != cell), math.inf)
        for column, cell in enumerate(best.cells)
    ]
    return Choice(best.cells, best.lead, tuple(_confidence(margin) for margin in margins))


def _confidence(margin: float) -> float:
    for least, confidence in ((2.0, 1.0), (1.0, 0.9), (0.4, 0.75)):
        if margin >= least:
            return confidence
    return 0.5
