"""What columns a grid has: how many hold values, what stands before them, between them and after them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.evidence import Entry, price
from ingest.tables.leaves import Leaf, read_leaves, split_stub
from ingest.tables.seen import Seen
from ingest.tables.shape import Run
from ingest.tables.words import is_code_word, is_reference_word

PANEL_SHARE = 0.3
COMMENT_SHARE = 0.2
FEASIBLE_SHARE = 0.85
MOST_TRIED = 24
LEAST = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid.

    `stubs` are the headers before the values (none, one, or several in a table of codes), `values` those of the value
    columns (as many as `count`, or none where the grid has no header), `groups` a row of headers over them. `left` is
    the number of value columns of the left panel, 0 without panels. `reference` says that the first value column
    holds references, `codes` how many of the first value columns hold codes. `body` is the index of the first line
    after the header.
    """

    count: int
    body: int
    stubs: tuple[Leaf, ...] = ()
    values: tuple[Leaf, ...] = ()
    groups: tuple[Leaf, ...] = ()
    between: Leaf | None = None
    comment: Leaf | None = None
    left: int = 0
    comments: bool = False
    reference: bool = False
    codes: int = 0


def read_columns(zone: Sequence[Seen], amounts: Sequence[Seen]) -> Columns:
    """The columns, from the lines above the first row (header and perhaps labels) and the lines with numbers."""
    panels = _panels(amounts)
    comments = not panels and _has_comments(amounts)
    runs = [_main_run(line, comments=comments) for line in amounts]
    extra = 1 if panels or comments else 0
    count = sum(panels) if panels else _likeliest(_counts(zone, runs, extra), runs)
    body, leaves, groups = _header(zone, count, extra)
    return _arranged(leaves, groups, count, body, panels, comments=comments, amounts=amounts, runs=runs)


def _counts(zone: Sequence[Seen], runs: Sequence[Run], extra: int) -> list[int]:
    """The numbers of value columns that rows or header speak for, the likeliest first."""
    found = [_common(runs)]
    sure = _sure_header(zone)
    if sure and zone[sure - 1].shape.only_periods:
        found.append(len(zone[sure - 1].shape.tokens))
    if sure:
        near = next((end for end in range(sure, len(zone)) if zone[end].apart), len(zone))
        for end in range(sure, near + 1):
            leaves = read_leaves(zone[:end])
            dated = [index for index, leaf in enumerate(leaves) if leaf.dated]
            found.append(len(leaves) - (dated[0] if dated else 0) - extra)
    return [count for count in dict.fromkeys(found) if count > 0]


def _sure_header(zone: Sequence[Seen]) -> int:
    """The index after the last line that must belong to the header."""
    return max((index + 1 for index, line in enumerate(zone) if line.is_header), default=0)


def _likeliest(counts: Sequence[int], runs: Sequence[Run]) -> int:
    """The number of value columns into which the rows are cut best."""
    fitting = [count for count in counts if _fits(count, runs)]
    if len(fitting) < LEAST:
        return fitting[0] if fitting else counts[0]
    entries = [Entry(run.tokens) for run in runs if run.fewest > 1][:MOST_TRIED]
    return min(fitting, key=lambda count: price(entries, count))


def _fits(count: int, runs: Sequence[Run]) -> bool:
    return sum(run.fewest <= count <= run.most for run in runs) >= FEASIBLE_SHARE * len(runs)


def _main_run(line: Seen, *, comments: bool) -> Run:
    return line.shape.runs[0] if comments else line.shape.runs[-1]


def _panels(amounts: Sequence[Seen]) -> tuple[int, int] | None:
    """The numbers of value columns left and right, where rows hold two runs with text between."""
    double = [line.shape.runs for line in amounts if len(line.shape.runs) > 1 and line.shape.runs[0].first > 0]
    if len(double) < LEAST or len(double) < PANEL_SHARE * len(amounts):
        return None
    left = Counter(runs[0].fewest for runs in double).most_common(1)[0][0]
    right = Counter(runs[-1].fewest for runs in double).most_common(1)[0][0]
    return left, right


def _has_comments(amounts: Sequence[Seen]) -> bool:
    with_text = sum(line.shape.tail is None for line in amounts)
    return with_text >= LEAST and with_text >= COMMENT_SHARE * len(amounts)


def _common(runs: Sequence[Run]) -> int:
    """The most common number of cells, lone numbers counted only where nothing else is there."""
    counts = Counter(run.fewest for run in runs if run.fewest > 1)
    lone = sum(run.fewest == 1 for run in runs)
    if not counts or lone > LEAST * sum(counts.values()):
        return 1
    return max(counts, key=lambda cells: (counts[cells], cells))


def _header(zone: Sequence[Seen], count: int, extra: int) -> tuple[int, tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The index where the body begins, the headers of columns, and the headers over groups of columns."""
    sure = _sure_header(zone)
    if sure == 0:
        return 0, (), ()
    last = zone[sure - 1]
    if last.shape.only_periods and len(last.shape.tokens) == count and sure > 1:
        return sure, read_leaves([last]), read_leaves(zone[: sure - 1])
    for end in range(sure, len(zone) + 1):
        leaves = read_leaves(zone[:end])
        if len(leaves) >= count + extra:
            return end, leaves, ()
    return sure, read_leaves(zone[:sure]), ()


def _arranged(
    leaves: tuple[Leaf, ...],
    groups: tuple[Leaf, ...],
    count: int,
    body: int,
    panels: tuple[int, int] | None,
    *,
    comments: bool,
    amounts: Sequence[Seen],
    runs: Sequence[Run],
) -> Columns:
    comment, between = None, None
    left = panels[0] if panels else 0
    if comments and len(leaves) > count:
        leaves, comment = leaves[:-1], leaves[-1]
    if left and len(leaves) == count and (parts := split_stub(leaves[left])):
        leaves, between = (*leaves[:left], parts[1], *leaves[left + 1 :]), parts[0]
    elif left and len(leaves) > count:
        place = len(leaves) - count + left
        leaves, between = (*leaves[: place - 1], *leaves[place:]), leaves[place - 1]
    stubs, values = _parted(leaves, count)
    if (
        groups
        and not groups[0].dated
        and len(groups) > LEAST
        and count % len(groups)
        and count % (len(groups) - 1) == 0
    ):
        stubs, groups = (groups[0],), groups[1:]
    reference = _has_references(stubs, values, runs, count)
    added = reference and not (values and len(values) == count and is_reference_word(values[0].text))
    if added:
        named = [leaf for leaf in stubs if is_reference_word(leaf.text)]
        stubs = tuple(leaf for leaf in stubs if not is_reference_word(leaf.text))
        values = (*(named[-1:] or (Leaf("", (), dated=False),)), *values) if values else ()
        count = count + 1 if len(values) != count else count
    codes = _codes(values, amounts) if not reference else 0
    return Columns(count, body, stubs, values, groups, between, comment, left, comments, reference, codes)


def _parted(leaves: tuple[Leaf, ...], count: int) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The headers of the label columns and those of the value columns."""
    if len(leaves) == count and leaves and all(leaf.bare for leaf in leaves[1:]) and not leaves[0].bare:
        parts = split_stub(leaves[0])
        if parts:
            return (parts[0],), (parts[1], *leaves[1:])
    if len(leaves) < count:
        return leaves, ()
    place = len(leaves) - count
    return leaves[:place], leaves[place:]


def _has_references(stubs: Sequence[Leaf], values: Sequence[Leaf], runs: Sequence[Run], count: int) -> bool:
    """Whether the first cell of most rows is a small whole number that refers to a note."""
    named = any(is_reference_word(leaf.text) for leaf in (*stubs[-1:], *values[:1]))
    dated = [leaf for leaf in values if leaf.dated]
    if not named and not (dated and len(values) < count):
        return False
    small = [
        run for run in runs if run.fewest >= LEAST and run.tokens[0].text.isdigit() and len(run.tokens[0].text) <= LEAST
    ]
    return len(small) * LEAST >= len(runs)


def _codes(values: Sequence[Leaf], amounts: Sequence[Seen]) -> int:
    """How many of the first value columns hold codes: rows of numbers alone under headers for codes."""
    bare = sum(line.shape.only_numbers for line in amounts)
    if bare * LEAST < len(amounts):
        return 0
    codes = 0
    for leaf in values:
        if not is_code_word(leaf.text):
            break
        codes += 1
    return codes
