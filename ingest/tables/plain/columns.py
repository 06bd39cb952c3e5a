"""What columns a grid has: those that hold values, and what stands before them, between them and after them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.cutting import continues
from ingest.tables.plain.column_headers import header, sure_header, with_between
from ingest.tables.plain.leaves import Leaf, read_leaves, split_stub
from ingest.tables.plain.seen import Seen
from ingest.tables.plain.value_columns import value_columns
from ingest.tables.shape import Run
from ingest.tables.words import WORDS, is_code_word, is_reference_word

FEWEST_ROWS = 2
"""One row that is made in a certain way may be chance."""
PANEL_SHARE = 0.3
"""So many of the rows with numbers hold numbers twice, with words between, where two panels stand side by side."""
COMMENT_SHARE = 0.2
"""So many of them end with words where the last column holds comments."""
CODED_SHARE = 0.3
"""So many of the rows with labels begin with a number where the first column holds codes."""
MOST_STUBS = 6
"""Columns that may stand before the values."""
NAMED_SHARE, UNNAMED_SHARE = 0.25, 0.5
"""So many of the rows begin with a small number that refers to a note: under a header that says so, and else."""
LONGEST_REFERENCE = 2
"""Digits of a reference to a note."""


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
    count = sum(panels) if panels else value_columns(zone, runs, extra, stub)
    body, leaves, groups = header(zone, count, extra, panels[0] if panels else 0, stub)
    body = size or body
    return _arranged(leaves, groups, count, body, panels, comments=comments, amounts=amounts, runs=runs, coded=stub > 0)


def _main_run(line: Seen, *, comments: bool) -> Run:
    run = line.shape.runs[0] if comments else line.shape.runs[-1]
    before = line.shape.tokens[run.first - 1].text.lower() if run.first else ""
    if before in WORDS.label_numbers and len(run.tokens) > 1:
        return Run(run.tokens[1:], run.first + 1, run.last)
    return run


def _panels(amounts: Sequence[Seen], zone: Sequence[Seen]) -> tuple[int, int] | None:
    """The numbers of value columns left and right, where rows hold two runs with text between."""
    double = [line.shape.runs for line in amounts if len(line.shape.runs) > 1 and line.shape.runs[0].first > 0]
    if len(double) < FEWEST_ROWS or len(double) < PANEL_SHARE * len(amounts):
        return None
    told = _told_panels(zone)
    if told:
        return told, told
    left = Counter(runs[0].fewest for runs in double).most_common(1)[0][0]
    right = Counter(runs[-1].fewest for runs in double).most_common(1)[0][0]
    return left, right


def _told_panels(zone: Sequence[Seen]) -> int:
    """The value columns of each panel where the header repeats itself around words («2023 Bak tallene 2023»)."""
    leaves = read_leaves(zone[: sure_header(zone)])
    for left in range(1, len(leaves) // 2 + 1):
        for start in (0, 1):
            read = leaves[:start] + with_between(leaves[start:], left)
            texts = [leaf.text for leaf in read]
            if len(texts) != start + 2 * left + 1 or read[start + left].dated:
                continue
            if texts[start : start + left] == texts[start + left + 1 :]:
                return left
    return 0


def _has_comments(amounts: Sequence[Seen]) -> bool:
    with_text = sum(line.shape.tail is None for line in amounts)
    return with_text >= FEWEST_ROWS and with_text >= COMMENT_SHARE * len(amounts)


def coded_stub(zone: Sequence[Seen], lines: Sequence[Seen]) -> int:
    """How many columns stand before the values in a table whose rows begin with codes; 0 in any other table."""
    leaves = read_leaves(zone[: max(sure_header(zone), 1)])[:MOST_STUBS]
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
    texts = len(stubs) == 2 and not coded and not any(leaf.dated for leaf in stubs)
    if groups and not groups[0].dated and len(groups) > 2 and count % len(groups) and count % (len(groups) - 1) == 0:
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
    return small >= max(FEWEST_ROWS, (NAMED_SHARE if named else UNNAMED_SHARE) * len(runs))


def _leads_small(run: Run) -> bool:
    """Whether a run begins with a small whole number that stands by itself."""
    first = run.tokens[0].text
    return run.fewest > 1 and first.isdigit() and len(first) <= LONGEST_REFERENCE and not continues(run.tokens, 1)


def _codes(values: Sequence[Leaf], amounts: Sequence[Seen]) -> int:
    """How many of the first value columns hold codes: rows of numbers alone under headers for codes."""
    bare = sum(line.shape.only_numbers for line in amounts)
    if 2 * bare < len(amounts):
        return 0
    codes = 0
    for leaf in values:
        if not is_code_word(leaf.text):
            break
        codes += 1
    return codes
