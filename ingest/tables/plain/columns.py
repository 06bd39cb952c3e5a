"""What columns a grid has: how many hold values, what stands before them, between them and after them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.cutting import continues
from ingest.tables.plain.candidates import Entry
from ingest.tables.plain.evidence import price
from ingest.tables.plain.grouped import read_grouped
from ingest.tables.plain.leaves import Leaf, read_leaves, split_stub
from ingest.tables.plain.seen import Seen, goes_on, starts_low
from ingest.tables.shape import Run
from ingest.tables.words import WORDS, is_code_word, is_reference_word

PANEL_SHARE = 0.3
COMMENT_SHARE = 0.2
FEASIBLE_SHARE = 0.85
EXACT_SHARE = 0.25
MOST_TRIED = 24
MOST_STUBS = 6
CODED_SHARE = 0.3
TOLD_GAIN = 3.0
SHORT = 30
LEAST = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid.

    `stubs` are the headers before the values (none, one, or several in a table of codes), `values` those of the value
    columns (as many as `count`, or none where the grid has no header), `groups` a row of headers over them, `between`
    that of the labels of a right panel, `comment` that of a last column of text. `left` is the number of value columns
    of the left panel, 0 without panels. `reference` says that the first value column holds references, `codes` how many
    of the first value columns hold codes, `coded` that rows begin with codes and names, `texts` that one column of
    words stands between label and values. `body` is the index of the first line after the header.
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
    coded: bool = False
    texts: bool = False


def read_columns(lines: Sequence[Seen], amounts: Sequence[Seen], size: int | None) -> Columns:
    """The columns of a stretch of lines.

    `amounts` are those of its lines that hold numbers, `size` is the number of header lines where it is known.
    """
    zone = lines[: size or lines.index(amounts[0])]
    stub = coded_stub(zone, lines[lines.index(amounts[0]) :])
    panels = _panels(amounts, zone)
    comments = not panels and _has_comments(amounts)
    runs = [_main_run(line, comments=comments) for line in amounts]
    extra = 1 if panels or comments else 0
    count = (
        sum(panels)
        if panels
        else _grouped(zone, runs)
        or _likeliest(_counts(zone, runs, extra, stub), runs, _told(zone, stub, extra), _spare(zone, extra))
    )
    body, leaves, groups = _header(zone, count, extra, panels[0] if panels else 0, stub)
    body = size or body
    return _arranged(leaves, groups, count, body, panels, comments=comments, amounts=amounts, runs=runs, coded=stub > 0)


def _counts(zone: Sequence[Seen], runs: Sequence[Run], extra: int, stub: int) -> list[int]:
    """The numbers of value columns that rows or header speak for, the likeliest first."""
    found = [_common(runs)]
    sure = _sure_header(zone)
    if sure and zone[sure - 1].shape.only_periods:
        found.append(len(zone[sure - 1].shape.tokens))
    found.append(_spare(zone, extra))
    if sure:
        near = next((end for end in range(sure, len(zone)) if zone[end].apart), len(zone))
        for end in range(sure, near + 1):
            leaves = read_leaves(zone[:end])
            found.append(len(leaves) - (stub or _undated(leaves)) - extra)
            found.append(len(leaves) - stub - extra)
    return [count for count in dict.fromkeys(found) if count > 0]


def _grouped(zone: Sequence[Seen], runs: Sequence[Run]) -> int:
    """The number of value columns that groups of headers tell, where the rows can have as many; else 0."""
    grouped = read_grouped(read_leaves(zone[: _sure_header(zone)]))
    count = len(grouped[1]) if grouped else 0
    return count if count and _fits(count, runs, FEASIBLE_SHARE) else 0


def _told(zone: Sequence[Seen], stub: int, extra: int) -> int:
    """The number of value columns that the sure part of the header tells by itself; 0 where it tells none."""
    sure = _sure_header(zone)
    if not sure:
        return 0
    if zone[sure - 1].shape.only_periods and len(zone[sure - 1].shape.tokens) > 1:
        return len(zone[sure - 1].shape.tokens)
    leaves = read_leaves(zone[:sure])
    return len(leaves) - (stub or _undated(leaves)) - extra


def _spare(zone: Sequence[Seen], extra: int) -> int:
    """The number of value columns that a header without years or units tells; 0 where it tells none."""
    if _sure_header(zone) or not zone or any(len(line.text) > SHORT for line in zone):
        return 0
    return len(read_leaves(zone)) - 1 - extra


def _sure_header(zone: Sequence[Seen]) -> int:
    """The index after the last line that must belong to the header."""
    return max((index + 1 for index, line in enumerate(zone) if line.is_header), default=0)


def _likeliest(counts: Sequence[int], runs: Sequence[Run], told: int, spare: int) -> int:
    """The number of value columns into which the rows are cut best.

    `told` is what a dated header tells; `spare` what another header tells, whose columns may be empty in most rows.
    """
    if all(run.fewest == 1 and run.first == 0 for run in runs):
        stacked = [count for count in counts if count > 1 and len(runs) % count == 0]
        return stacked[0] if stacked else counts[0]
    fitting = [count for count in counts if _fits(count, runs, EXACT_SHARE if count == spare else FEASIBLE_SHARE)]
    if len(fitting) < LEAST:
        return fitting[0] if fitting else counts[0]
    entries = [Entry(run.tokens) for run in runs if run.fewest > 1][:MOST_TRIED]
    return min(fitting, key=lambda count: price(entries, count) - (TOLD_GAIN if count == told else 0.0))


def _fits(count: int, runs: Sequence[Run], share: float) -> bool:
    """Whether nearly all rows can be cut into at most that many cells, and that share of them into exactly as many."""
    within = sum(run.fewest <= count for run in runs)
    exactly = sum(run.fewest <= count <= run.most for run in runs)
    return within >= FEASIBLE_SHARE * len(runs) and exactly >= share * len(runs)


def _main_run(line: Seen, *, comments: bool) -> Run:
    run = line.shape.runs[0] if comments else line.shape.runs[-1]
    before = line.shape.tokens[run.first - 1].text.lower() if run.first else ""
    if before in WORDS.label_numbers and len(run.tokens) > 1:
        return Run(run.tokens[1:], run.first + 1, run.last)
    return run


def _panels(amounts: Sequence[Seen], zone: Sequence[Seen]) -> tuple[int, int] | None:
    """The numbers of value columns left and right, where rows hold two runs with text between."""
    double = [line.shape.runs for line in amounts if len(line.shape.runs) > 1 and line.shape.runs[0].first > 0]
    if len(double) < LEAST or len(double) < PANEL_SHARE * len(amounts):
        return None
    told = _told_panels(zone)
    if told:
        return told, told
    left = Counter(runs[0].fewest for runs in double).most_common(1)[0][0]
    right = Counter(runs[-1].fewest for runs in double).most_common(1)[0][0]
    return left, right


def _told_panels(zone: Sequence[Seen]) -> int:
    """The value columns of each panel where the header repeats itself around words («2023 Bak tallene 2023»)."""
    leaves = read_leaves(zone[: _sure_header(zone)])
    for left in range(1, len(leaves) // 2 + 1):
        for start in (0, 1):
            read = leaves[:start] + _with_between(leaves[start:], left)
            texts = [leaf.text for leaf in read]
            if len(texts) != start + 2 * left + 1 or read[start + left].dated:
                continue
            if texts[start : start + left] == texts[start + left + 1 :]:
                return left
    return 0


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


def _header(
    zone: Sequence[Seen], count: int, extra: int, left: int, stub: int
) -> tuple[int, tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The index where the body begins, the headers of columns, and the headers over groups of columns.

    The lines up to the last with a year or a unit are header; the ones after it as long as headers are missing.
    """
    sure = _sure_header(zone)
    if sure == 0:
        return _undated_header(zone, count + extra)
    last = zone[sure - 1]
    if last.shape.only_periods and len(last.shape.tokens) == count and sure > 1:
        return sure, read_leaves([last]), read_leaves(zone[: sure - 1])
    grouped = read_grouped(read_leaves(zone[:sure]))
    if grouped and len(grouped[1]) == count:
        return sure, (grouped[0], *grouped[1]), grouped[2]
    near = next((end for end in range(sure, len(zone)) if zone[end].apart), len(zone))
    read = {end: _with_between(read_leaves(zone[:end]), left) for end in range(sure, len(zone) + 1)}
    whole = [end for end, leaves in read.items() if _fills(leaves, count + extra, stub)]
    bare = [end for end, leaves in read.items() if len(leaves) == count + extra and end <= near]
    end = _whole(zone, (whole or bare or [sure])[0])
    return end, _with_between(read_leaves(zone[:end]), left), ()


def _undated_header(zone: Sequence[Seen], needed: int) -> tuple[int, tuple[Leaf, ...], tuple[Leaf, ...]]:
    """A header without years or units: short words, one header more than there are value columns."""
    for end in range(1, len(zone) + 1):
        if len(zone[end - 1].text) > SHORT and end > 1:
            break
        if LEAST < needed + 1 <= len(read_leaves(zone[:end])) <= needed + LEAST:
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
    before = stub or _undated(leaves)
    references = before > 0 and not stub and is_reference_word(leaves[before - 1].text)
    return len(leaves) == needed + before or (references and len(leaves) == needed + before - 1)


def _undated(leaves: Sequence[Leaf]) -> int:
    """How many headers without a year or date stand before the first with one."""
    if not any(leaf.dated for leaf in leaves):
        return 0
    return next(index for index, leaf in enumerate(leaves) if leaf.dated)


def _with_between(leaves: tuple[Leaf, ...], left: int) -> tuple[Leaf, ...]:
    """The headers, that of the right panel's labels («Bak tallene 2023») parted from the year after it."""
    if not left or len(leaves) <= left or not leaves[0].bare:
        return leaves
    parts = split_stub(leaves[left])
    return (*leaves[:left], *parts, *leaves[left + 1 :]) if parts else leaves


def coded_stub(zone: Sequence[Seen], lines: Sequence[Seen]) -> int:
    """How many columns stand before the values in a table whose rows begin with codes; 0 in any other table."""
    leaves = read_leaves(zone[: max(_sure_header(zone), 1)])[:MOST_STUBS]
    codes = [index for index, leaf in enumerate(leaves) if is_code_word(leaf.text)]
    labelled = [line for line in lines if not line.shape.only_numbers and not line.is_header]
    led = sum(line.shape.tokens[0].text.isdigit() for line in labelled)
    if not codes or codes[0] != 0 or not labelled or led < CODED_SHARE * len(labelled):
        return 0
    width = codes[-1] + 1
    while (
        width < len(leaves)
        and not leaves[width].dated
        and (is_reference_word(leaves[width].text) or width == codes[-1] + 1)
    ):
        width += 1
    return width


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
    coded: bool,
) -> Columns:
    comment, between = None, None
    left = panels[0] if panels else 0
    if comments and len(leaves) > count:
        leaves, comment = leaves[:-1], leaves[-1]
    if left and len(leaves) > count:
        place = len(leaves) - count + left
        leaves, between = (*leaves[: place - 1], *leaves[place:]), leaves[place - 1]
    stubs, values = _parted(leaves, count)
    texts = len(stubs) == LEAST and not coded and not any(leaf.dated for leaf in stubs)
    if (
        groups
        and not groups[0].dated
        and len(groups) > LEAST
        and count % len(groups)
        and count % (len(groups) - 1) == 0
    ):
        stubs, groups = (groups[0],), groups[1:]
    reference = not coded and _has_references(stubs, values, runs, count)
    if reference and not stubs and values and not values[0].dated and not is_reference_word(values[0].text):
        stubs, values = values[:1], (Leaf("", (), dated=False), *values[1:])
    added = reference and not (values and len(values) == count and not values[0].dated)
    if added:
        named = [leaf for leaf in stubs if is_reference_word(leaf.text)]
        stubs = tuple(leaf for leaf in stubs if not is_reference_word(leaf.text))
        values = (*(named[-1:] or (Leaf("", (), dated=False),)), *values) if values else ()
        count = count + 1 if len(values) != count else count
    codes = _codes(values, amounts) if not reference else 0
    return Columns(
        count,
        body,
        stubs,
        values,
        groups,
        between,
        comment,
        left,
        comments,
        reference,
        codes,
        coded,
        texts and not reference,
    )


def _parted(leaves: tuple[Leaf, ...], count: int) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The headers of the label columns and those of the value columns."""
    if len(leaves) == count and leaves and not leaves[0].bare and (count == 1 or any(leaf.bare for leaf in leaves)):
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
    unnamed = bool(dated) and len(dated) == count - 1
    if not named and not unnamed:
        return False
    small = sum(_leads_small(run) for run in runs)
    return small * (LEAST * LEAST if named else LEAST) >= len(runs) and small >= LEAST


def _leads_small(run: Run) -> bool:
    """Whether a run begins with a small whole number that stands by itself."""
    first = run.tokens[0].text
    return run.fewest >= LEAST and first.isdigit() and len(first) <= LEAST and not continues(run.tokens, 1)


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
