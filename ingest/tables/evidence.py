"""Which cut of a row's numbers is right: decided by the other rows, by sums and differences, and by gaps.

A row of grouped numbers can often be cut in several ways. Rows that can be cut in one way only teach how large the
numbers of each column are and which columns are sums or differences of others; ambiguous rows are then decided by
that, and what stays open is told as a confidence below 1.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from ingest.tables.cutting import cuts, fewest, most
from ingest.tables.tokens import WIDE_GAP, Token, TokenKind

MOST_LEAD = 3
LEAD_COST = 3.0
MISSING_COST = 9.0
GAP_GAIN = 8.0
LEADING_COST = 7.0
OPEN_GAIN = 4.0
LEADING_STEP = 0.3
NARROW_COST = 8.0
UNEVEN_COST = 2.0
COLUMN_GAP = 4
RELATION_COST = 6.0
SIZE_COST = 0.6
RATIO_COST = 4.0
RATIO_SLACK = 0.4
RELATION_GAIN = 2.0
TOTAL_GAIN = 4.0
TOLERANCE = 1.5
LEAST_PROOF = 3
PROOF_SHARE = 0.9
BROKEN_SHARE = 0.05
LEAST_RIVALS = 2
REFERENCE_COST = 1.0
NO_CUT_COST = 12.0
MOST_REFERENCE = 40
MOST_CANDIDATES = 600


@dataclass(frozen=True, slots=True)
class Entry:
    """A row's tokens of numbers. `breaks` are indices where a cell must begin (a new line).

    `lead` says how many tokens may belong to the label instead, `draws` that the label asks for a number
    («note», «under»). The first `skip` columns are empty. `open_end` says that spaces follow the last number.
    """

    tokens: tuple[Token, ...]
    breaks: frozenset[int] = frozenset()
    open_end: bool = False
    lead: int = 0
    draws: bool = False
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A decided row: for every column the tokens `first:last` of its cell, None where it is empty."""

    cells: tuple[tuple[int, int] | None, ...]
    lead: int
    confidence: float


Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    cells: tuple[tuple[int, int] | None, ...]
    lead: int
    values: Values
    cost: float


@dataclass(frozen=True, slots=True)
class _Lessons:
    sizes: tuple[tuple[float, float] | None, ...]
    ratios: tuple[tuple[float, float], ...]
    relations: tuple[tuple[int, int, int, int], ...]


def decide(entries: Sequence[Entry], columns: int, *, reference: bool = False) -> list[Choice]:
    """Cut every row into its cells, given the number of columns.

    `reference` says that the first of them holds references (small whole numbers, often missing).
    """
    usual = _usual_gaps(entries, columns)
    options = [list(_candidates(entry, columns, usual, reference=reference)) for entry in entries]
    lessons = _learn(options, columns)
    ranked = [_ranked(candidates, lessons) for candidates in options]
    ranked = _weigh_totals(ranked)
    return [_choice(candidates, columns) for candidates in ranked]


def price(entries: Sequence[Entry], columns: int) -> float:
    """What it costs to cut the rows into that many columns: the lower, the likelier the number of columns is."""
    usual = _usual_gaps(entries, columns)
    options = [list(_candidates(entry, columns, usual, reference=False)) for entry in entries]
    lessons = _learn(options, columns)
    costs = [_ranked(candidates, lessons)[0].cost if candidates else NO_CUT_COST for candidates in options]
    return sum(costs) / max(1, len(costs)) - (RELATION_GAIN if lessons.relations else 0.0)


def _usual_gaps(entries: Sequence[Entry], columns: int) -> tuple[float, ...]:
    """The usual number of spaces before each column, from rows that fill all columns in one way."""
    seen: list[list[int]] = [[] for _ in range(columns)]
    for entry in entries:
        found = _full_cuts(entry.tokens, entry.breaks, columns)
        if len(found) == 1:
            for column, (first, _) in enumerate(found[0]):
                seen[column].append(entry.tokens[first].gap)
    return tuple(float(median(gaps)) if gaps else 1.0 for gaps in seen)


def _full_cuts(tokens: Sequence[Token], breaks: frozenset[int], cells: int) -> list[tuple[tuple[int, int], ...]]:
    if not fewest(tokens) <= cells <= most(tokens):
        return []
    found = cuts(tokens, cells)
    if breaks:
        found = [cut for cut in found if breaks <= {first for first, _ in cut}]
    return found


def _candidates(entry: Entry, columns: int, usual: Sequence[float], *, reference: bool) -> Iterator[_Candidate]:
    count = 0
    whole = False
    for lead in range(min(entry.lead, MOST_LEAD) + 1):
        if lead and whole and not entry.draws:
            break
        tokens = entry.tokens[lead:]
        breaks = frozenset(index - lead for index in entry.breaks if index > lead)
        if not tokens or (lead and not _may_lead(entry.tokens[:lead])):
            break
        least = 1
        for cells in range(min(columns - entry.skip, len(tokens)), 0, -1):
            if cells < least or (lead and cells < columns - entry.skip - reference):
                break
            for cut in _full_cuts(tokens, breaks, cells):
                least = max(least, cells - 1)
                whole = whole or cells >= columns - entry.skip - reference
                for placed in _placements(cut, columns, entry.skip):
                    yield _candidate(entry, tokens, placed, lead, usual, reference=reference)
                    count += 1
                    if count >= MOST_CANDIDATES:
                        return


def _may_lead(tokens: Sequence[Token]) -> bool:
    return all(token.kind in (TokenKind.HEAD, TokenKind.WHOLE) and token.text[0].isdigit() for token in tokens)


def _placements(
    cut: Sequence[tuple[int, int]], columns: int, skip: int
) -> Iterator[tuple[tuple[int, int] | None, ...]]:
    """The ways to lay the cells into the columns in order, the first `skip` left empty."""
    missing = columns - skip - len(cut)
    for empty in combinations(range(skip, columns), missing):
        filled = iter(cut)
        yield tuple(None if column < skip or column in empty else next(filled) for column in range(columns))


def _candidate(
    entry: Entry,
    tokens: Sequence[Token],
    placed: tuple[tuple[int, int] | None, ...],
    lead: int,
    usual: Sequence[float],
    *,
    reference: bool,
) -> _Candidate:
    free = max(entry.skip, int(reference))
    cost = _lead_cost(entry, lead) + _gap_cost(tokens, placed, usual, free)
    if entry.open_end and placed[-1] is None:
        cost -= OPEN_GAIN
    if reference:
        cost += _reference_cost(tokens, placed[0])
    values = tuple(None if cell is None else value_of(tokens[slice(*cell)]) for cell in placed)
    shifted = tuple(None if cell is None else (cell[0] + lead, cell[1] + lead) for cell in placed)
    return _Candidate(shifted, lead, values, cost)


def _lead_cost(entry: Entry, lead: int) -> float:
    if entry.draws:
        return LEAD_COST / 2 if lead == 0 else 0.3 * (lead - 1)
    return LEAD_COST * (lead > 0) + 0.5 * lead


def _reference_cost(tokens: Sequence[Token], cell: tuple[int, int] | None) -> float:
    """What it costs that the first cell is this one, in a column of references to notes."""
    if cell is None:
        return REFERENCE_COST if tokens[0].text.isdigit() and int(tokens[0].text) <= MOST_REFERENCE else 0.0
    text = tokens[cell[0]].text
    small = cell[1] == cell[0] + 1 and text.isdigit() and 0 < int(text) <= MOST_REFERENCE
    return 0.0 if small else RELATION_COST


def _gap_cost(
    tokens: Sequence[Token], placed: Sequence[tuple[int, int] | None], usual: Sequence[float], free: int
) -> float:
    """What the empty columns cost, the first `free` of them apart; less where a wide gap stands for them."""
    cost, skipped = 0.0, 0
    for column, cell in enumerate(placed):
        if cell is None:
            skipped += column >= free
            continue
        extra = tokens[cell[0]].gap - max(usual[column - skipped : column + 1])
        if skipped and not cell[0]:
            cost += LEADING_COST + LEADING_STEP * skipped
        elif skipped:
            cost += MISSING_COST * skipped - (GAP_GAIN if extra >= WIDE_GAP - 1 else 0.0)
        elif extra >= WIDE_GAP and tokens[cell[0]].gap >= WIDE_GAP + 1 and cell[0] > 0:
            cost += UNEVEN_COST
        if cell[0] and tokens[cell[0]].gap == 1 and usual[column] > WIDE_GAP:
            cost += NARROW_COST if usual[column] >= COLUMN_GAP else UNEVEN_COST
        skipped = 0
    return cost + MISSING_COST * skipped


def value_of(tokens: Sequence[Token]) -> float | None:
    """The number the tokens print; None for a dash."""
    digits = "".join(token.text for token in tokens if token.kind in (TokenKind.HEAD, TokenKind.WHOLE))
    if not digits:
        return None
    bracketed = digits.startswith("(")
    text = digits.strip("()%+").replace("−", "-").replace("–", "-").replace(",", ".").rstrip("%")
    if text.count(".") > 1:
        text = text.replace(".", "")
    try:
        return -float(text) if bracketed else float(text)
    except ValueError:
        return None


def _learn(options: Sequence[Sequence[_Candidate]], columns: int) -> _Lessons:
    sure = [group[0].values for group in options if len(_full(group)) == 1 and group[0].lead == 0]
    near = [min(group, key=lambda candidate: candidate.cost).values for group in options if group]
    rows = sure if len(sure) >= LEAST_PROOF else near
    sizes = tuple(_spread([_size(row[column]) for row in rows if row[column]]) for column in range(columns))
    ratios = tuple(_usual_ratio(sure, column) for column in range(1, columns))
    return _Lessons(sizes, ratios, _relations(options, columns))


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


def _full(group: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates that fill every column and take nothing into the label."""
    return [candidate for candidate in group if candidate.lead == 0 and None not in candidate.cells]


def _relations(options: Sequence[Sequence[_Candidate]], columns: int) -> tuple[tuple[int, int, int, int], ...]:
    """Which columns are the sum (sign 1) or difference (sign -1) of two others, in nearly all rows."""
    found: list[tuple[int, int, int, int]] = []
    filled = [group for group in options if group and all(None not in c.cells for c in group if c.lead == 0)]
    groups = filled if len(filled) >= LEAST_PROOF else options
    full = [[candidate.values for candidate in _full(group)] for group in groups]
    full = [group for group in full if group]
    for total in range(columns):
        for one, other in combinations([column for column in range(columns) if column != total], 2):
            for relation in ((total, one, other, 1), (total, one, other, -1), (total, other, one, -1)):
                if _holds_widely(relation, full):
                    found.append(relation)
    return tuple(found)


def _holds_widely(relation: tuple[int, int, int, int], full: Sequence[Sequence[Values]]) -> bool:
    tried = held = telling = broken = 0
    for group in full:
        verdicts = [verdict for values in group if (verdict := _holds(relation, values)) is not None]
        if not verdicts:
            continue
        tried += 1
        held += any(verdicts)
        broken += verdicts == [False]
        telling += any(verdicts) and any(_telling(relation, values) for values in group)
        if tried >= LEAST_PROOF * 2 and held * LEAST_RIVALS < tried:
            return False
    return telling >= LEAST_PROOF and held >= PROOF_SHARE * tried and broken <= BROKEN_SHARE * tried


def _telling(relation: tuple[int, int, int, int], values: Values) -> bool:
    told = sum(abs(values[column] or 0.0) > TOLERANCE for column in relation[:3])
    return told >= LEAST_RIVALS and bool(_holds(relation, values))


def _holds(relation: tuple[int, int, int, int], values: Values) -> bool | None:
    total, one, other = (values[column] for column in relation[:3])
    if total is None or one is None or other is None:
        return None
    return abs(one + relation[3] * other - total) <= TOLERANCE


def _ranked(candidates: Sequence[_Candidate], lessons: _Lessons) -> list[_Candidate]:
    weighed = [_Candidate(c.cells, c.lead, c.values, c.cost + _misfit(c.values, lessons)) for c in candidates]
    return sorted(weighed, key=lambda candidate: candidate.cost)


def _misfit(values: Values, lessons: _Lessons) -> float:
    cost = 0.0
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


def _weigh_totals(ranked: list[list[_Candidate]]) -> list[list[_Candidate]]:
    """Prefer the cut with which a row takes part in a sum down the columns."""
    chosen: list[Values | None] = [group[0].values if group else None for group in ranked]
    for index, group in enumerate(ranked):
        close = [candidate for candidate in group if candidate.cost - group[0].cost < TOTAL_GAIN]
        if len(close) < LEAST_RIVALS:
            continue
        weighed = []
        for candidate in group:
            chosen[index] = candidate.values
            gain = TOTAL_GAIN if candidate in close and adds_up(chosen, index) else 0.0
            weighed.append(_Candidate(candidate.cells, candidate.lead, candidate.values, candidate.cost - gain))
        ranked[index] = sorted(weighed, key=lambda candidate: candidate.cost)
        chosen[index] = ranked[index][0].values
    return ranked


def adds_up(rows: Sequence[Values | None], index: int) -> bool:
    """Whether the row at `index` is the sum of rows just above it, or such a sum takes it in."""
    return _is_total(rows, index, index) or any(
        _is_total(rows, total, index) for total in range(index + 1, min(len(rows), index + 60))
    )


def _is_total(rows: Sequence[Values | None], total: int, member: int) -> bool:
    """Whether row `total` is the sum of the rows from some row up to it, `member` (or `total` itself) among them."""
    goal = rows[total]
    if goal is None or sum(value is not None and abs(value) > TOLERANCE for value in goal) == 0:
        return False
    sums = [0.0] * len(goal)
    for index in range(total - 1, max(-1, total - 61), -1):
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


def _choice(ranked: Sequence[_Candidate], columns: int) -> Choice:
    if not ranked:
        return Choice((None,) * columns, 0, 0.0)
    best = ranked[0]
    margin = ranked[1].cost - best.cost if len(ranked) > 1 else math.inf
    return Choice(best.cells, best.lead, _confidence(margin))


def _confidence(margin: float) -> float:
    for least, confidence in ((2.0, 1.0), (1.0, 0.9), (0.4, 0.75)):
        if margin >= least:
            return confidence
    return 0.5
