"""How many columns of a grid hold values: what the rows can be cut into, and what the header tells."""

from collections import Counter
from collections.abc import Sequence

from ingest.tables.plain.candidates import Entry
from ingest.tables.plain.column_headers import LONGEST_LINE, sure_header, undated
from ingest.tables.plain.evidence import price
from ingest.tables.plain.grouped import read_grouped
from ingest.tables.plain.leaves import read_leaves
from ingest.tables.plain.seen import Seen
from ingest.tables.shape import Run

FEASIBLE_SHARE = 0.85
"""So many of the rows must be cut into no more cells than there are columns; the rest may be notes and misprints."""
EXACT_SHARE = 0.25
"""So many into exactly as many, where a header without years tells the columns: most rows may have empty cells."""
MOST_TRIED = 24
"""Rows that are cut in every way before the likeliest number of columns is chosen."""
TOLD_GAIN = 3.0
"""What the number that a dated header tells is worth beside the price of cutting the rows."""
LONE_ROWS = 2
"""So many times as many rows of one number as of several make one column."""


def value_columns(zone: Sequence[Seen], runs: Sequence[Run], extra: int, stub: int) -> int:
    """The number of value columns of rows whose numbers are `runs`, under a header somewhere in `zone`.

    `extra` is 1 where a column of text stands between or after them, `stub` how many columns stand before the values of
    rows of codes.
    """
    counts = _counts(zone, runs, extra, stub)
    return _grouped(zone, runs) or _likeliest(counts, runs, _told(zone, stub, extra), _spare(zone, extra))


def _counts(zone: Sequence[Seen], runs: Sequence[Run], extra: int, stub: int) -> list[int]:
    """The numbers of value columns that rows or header speak for, the likeliest first."""
    found = [_common(runs)]
    sure = sure_header(zone)
    if sure and zone[sure - 1].shape.only_periods:
        found.append(len(zone[sure - 1].shape.tokens))
    found.append(_spare(zone, extra))
    if sure:
        near = next((end for end in range(sure, len(zone)) if zone[end].apart), len(zone))
        for end in range(sure, near + 1):
            leaves = read_leaves(zone[:end])
            found.append(len(leaves) - (stub or undated(leaves)) - extra)
            found.append(len(leaves) - stub - extra)
    return [count for count in dict.fromkeys(found) if count > 0]


def _common(runs: Sequence[Run]) -> int:
    """The most common number of cells, lone numbers counted only where nothing else is there."""
    counts = Counter(run.fewest for run in runs if run.fewest > 1)
    lone = sum(run.fewest == 1 for run in runs)
    if not counts or lone > LONE_ROWS * sum(counts.values()):
        return 1
    return max(counts, key=lambda cells: (counts[cells], cells))


def _grouped(zone: Sequence[Seen], runs: Sequence[Run]) -> int:
    """The number of value columns that groups of headers tell, where the rows can have as many; else 0."""
    grouped = read_grouped(read_leaves(zone[: sure_header(zone)]))
    count = len(grouped[1]) if grouped else 0
    return count if count and _fits(count, runs, FEASIBLE_SHARE) else 0


def _told(zone: Sequence[Seen], stub: int, extra: int) -> int:
    """The number of value columns that the sure part of the header tells by itself; 0 where it tells none."""
    sure = sure_header(zone)
    if not sure:
        return 0
    if zone[sure - 1].shape.only_periods and len(zone[sure - 1].shape.tokens) > 1:
        return len(zone[sure - 1].shape.tokens)
    leaves = read_leaves(zone[:sure])
    return len(leaves) - (stub or undated(leaves)) - extra


def _spare(zone: Sequence[Seen], extra: int) -> int:
    """The number of value columns that a header without years or units tells; 0 where it tells none."""
    if sure_header(zone) or not zone or any(len(line.text) > LONGEST_LINE for line in zone):
        return 0
    return len(read_leaves(zone)) - 1 - extra


def _likeliest(counts: Sequence[int], runs: Sequence[Run], told: int, spare: int) -> int:
    """The number of value columns into which the rows are cut best.

    `told` is what a dated header tells; `spare` what another header tells, whose columns may be empty in most rows.
    """
    if all(run.fewest == 1 and run.first == 0 for run in runs):
        stacked = [count for count in counts if count > 1 and len(runs) % count == 0]
        return stacked[0] if stacked else counts[0]
    fitting = [count for count in counts if _fits(count, runs, EXACT_SHARE if count == spare else FEASIBLE_SHARE)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else counts[0]
    entries = [Entry(run.tokens) for run in runs if run.fewest > 1][:MOST_TRIED]
    return min(fitting, key=lambda count: price(entries, count) - (TOLD_GAIN if count == told else 0.0))


def _fits(count: int, runs: Sequence[Run], share: float) -> bool:
    """Whether nearly all rows can be cut into at most that many cells, and that share of them into exactly as many."""
    within = sum(run.fewest <= count for run in runs)
    exactly = sum(run.fewest <= count <= run.most for run in runs)
    return within >= FEASIBLE_SHARE * len(runs) and exactly >= share * len(runs)
