"""The header of a grid: which lines are header, and the headers of its columns."""

from collections.abc import Sequence

from ingest.tables.plain.grouped import read_grouped
from ingest.tables.plain.leaves import Leaf, read_leaves, split_stub
from ingest.tables.plain.seen import Seen, goes_on, starts_low
from ingest.tables.words import is_reference_word

LONGEST_LINE = 30
"""Characters of a line of a header that has neither years nor units; a longer one is prose."""
MOST_LABELS = 2
"""Columns of labels before the values under such a header."""


def header(
    zone: Sequence[Seen], count: int, extra: int, left: int, stub: int
) -> tuple[int, tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The index where the body begins, the headers of columns, and the headers over groups of columns.

    The lines up to the last with a year or a unit are header; the ones after it as long as headers are missing.
    """
    sure = sure_header(zone)
    if sure == 0:
        return _undated_header(zone, count + extra)
    last = zone[sure - 1]
    if last.shape.only_periods and len(last.shape.tokens) == count and sure > 1:
        return sure, read_leaves([last]), read_leaves(zone[: sure - 1])
    grouped = read_grouped(read_leaves(zone[:sure]))
    if grouped and len(grouped[1]) == count:
        return sure, (grouped[0], *grouped[1]), grouped[2]
    near = next((end for end in range(sure, len(zone)) if zone[end].apart), len(zone))
    read = {end: with_between(read_leaves(zone[:end]), left) for end in range(sure, len(zone) + 1)}
    whole = [end for end, leaves in read.items() if _fills(leaves, count + extra, stub)]
    bare = [end for end, leaves in read.items() if len(leaves) == count + extra and end <= near]
    end = _whole(zone, (whole or bare or [sure])[0])
    return end, with_between(read_leaves(zone[:end]), left), ()


def sure_header(zone: Sequence[Seen]) -> int:
    """The index after the last line that must belong to the header."""
    return max((index + 1 for index, line in enumerate(zone) if line.is_header), default=0)


def _undated_header(zone: Sequence[Seen], needed: int) -> tuple[int, tuple[Leaf, ...], tuple[Leaf, ...]]:
    """A header without years or units: short words, one header more than there are value columns."""
    for end in range(1, len(zone) + 1):
        if len(zone[end - 1].text) > LONGEST_LINE and end > 1:
            break
        if needed > 1 and 1 <= len(read_leaves(zone[:end])) - needed <= MOST_LABELS:
            end = _whole(zone, end)
            return end, read_leaves(zone[:end]), ()
    return 0, (), ()


def _whole(zone: Sequence[Seen], end: int) -> int:
    """The end of a header with the lines that go on from it («Mer-/», «mindreutgift»)."""
    while end < len(zone) and (starts_low(zone[end]) or goes_on(zone[end - 1])):
        end += 1
    return end


def _fills(leaves: Sequence[Leaf], needed: int, stub: int) -> bool:
    """Whether the headers are as many as the value columns and the label columns before them.

    A header over references to notes stands before the first dated one, and may be over a label or a value column.
    """
    before = stub or undated(leaves)
    references = before > 0 and not stub and is_reference_word(leaves[before - 1].text)
    return len(leaves) == needed + before or (references and len(leaves) == needed + before - 1)


def undated(leaves: Sequence[Leaf]) -> int:
    """How many headers without a year or date stand before the first with one."""
    if not any(leaf.dated for leaf in leaves):
        return 0
    return next(index for index, leaf in enumerate(leaves) if leaf.dated)


def with_between(leaves: tuple[Leaf, ...], left: int) -> tuple[Leaf, ...]:
    """The headers, that of the right panel's labels («Bak tallene 2023») parted from the year after it."""
    if not left or len(leaves) <= left or not leaves[0].bare:
        return leaves
    parts = split_stub(leaves[left])
    return (*leaves[:left], *parts, *leaves[left + 1 :]) if parts else leaves
