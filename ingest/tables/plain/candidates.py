"""The ways to cut a row's numbers into its columns, each with what speaks against it in the row itself.

What speaks against a cut is told as a cost: numbers given to the label, empty columns that no gap stands for, gaps that
are wider or narrower than in the other rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from statistics import median

from ingest.tables.cutting import Cut, continues, cuts, fewest, most
from ingest.tables.tokens import WIDE_GAP, Token, TokenKind

MOST_CANDIDATES = 600
MOST_LEAD = 3
MOST_REFERENCE = 40
COLUMN_GAP = 4

LEAD_COST = 3.0
"""The first numbers belong to the label."""
MISSING_COST = 9.0
"""A column is empty …"""
GAP_GAIN = 8.0
"""… less where a wide gap stands for it,"""
LEADING_COST = 7.0
LEADING_STEP = 0.3
"""… or where the row begins with empty columns, as a sum may,"""
OPEN_GAIN = 4.0
"""… or ends with one, and spaces are printed for it."""
SPLIT_COST = 2.0
"""Groups that could be one number are two, though columns stay empty."""
NARROW_COST = 8.0
UNEVEN_COST = 2.0
"""The gap before a cell is much narrower, or wider, than in other rows."""
REFERENCE_COST = 1.0
MISPLACED_COST = 6.0
"""A column of references is empty though a small number begins the row, or holds something else."""


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


Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to cut and place a row: its cells, what they are worth, and the cost so far."""

    cells: tuple[tuple[int, int] | None, ...]
    lead: int
    values: Values
    cost: float


def usual_gaps(entries: Sequence[Entry], columns: int) -> tuple[float, ...]:
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


def candidates(entry: Entry, columns: int, usual: Sequence[float], *, reference: bool) -> Iterator[Candidate]:
    """The ways to cut and place a row's numbers, at most a few hundred."""
    found = (
        _candidate(entry, tokens, placed, lead, usual, reference=reference)
        for lead, tokens, cut in _all_cuts(entry, columns - entry.skip, columns - entry.skip - reference)
        for placed in _placements(cut, columns, entry.skip)
    )
    return islice(found, MOST_CANDIDATES)


def _all_cuts(entry: Entry, most_cells: int, enough: int) -> Iterator[tuple[int, tuple[Token, ...], Cut]]:
    """The cuts of a row without its first tokens, none, one, … of which may belong to the label.

    Where the label does not ask for a number, it is given one only if the row cannot be filled otherwise.
    """
    whole = False
    for lead in range(min(entry.lead, MOST_LEAD) + 1):
        tokens = entry.tokens[lead:]
        if not tokens or (lead and (not _may_lead(entry.tokens[:lead]) or (whole and not entry.draws))):
            return
        breaks = frozenset(index - lead for index in entry.breaks if index > lead)
        full = _full_cuts(tokens, breaks, most_cells)
        lowest = enough if lead else most_cells - 1 if full else fewest(tokens)
        counts = range(lowest, most_cells)
        whole = whole or bool(full) or any(_full_cuts(tokens, breaks, cells) for cells in range(enough, most_cells))
        yield from ((lead, tokens, cut) for cut in full)
        yield from ((lead, tokens, cut) for cells in counts for cut in _full_cuts(tokens, breaks, cells))


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
) -> Candidate:
    free = max(entry.skip, int(reference))
    cost = _lead_cost(entry, lead) + _gap_cost(tokens, placed, usual, free)
    if None in placed[free:]:
        cost += SPLIT_COST * sum(cell is not None and cell[0] > 0 and continues(tokens, cell[0]) for cell in placed)
    if entry.open_end and placed[-1] is None:
        cost -= OPEN_GAIN
    if reference:
        cost += _reference_cost(tokens, placed[0])
    values = tuple(None if cell is None else value_of(tokens[slice(*cell)]) for cell in placed)
    shifted = tuple(None if cell is None else (cell[0] + lead, cell[1] + lead) for cell in placed)
    return Candidate(shifted, lead, values, cost)


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
    return 0.0 if small else MISPLACED_COST


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


def full(group: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that fill every column and take nothing into the label."""
    return [candidate for candidate in group if candidate.lead == 0 and None not in candidate.cells]
