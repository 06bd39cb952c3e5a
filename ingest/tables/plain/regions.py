"""Finding grids in text without positions, by the shape of their lines.

A grid shows itself by rows: lines with two numbers or more after a label. What stands between rows belongs to
them unless it is running text, a caption or a heading. Headers are then taken in above, notes below.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import mode, multimode

from ingest.tables.note_marks import is_mark_in, refers_back
from ingest.tables.plain.header_zone import header_start
from ingest.tables.plain.leaves import read_leaves
from ingest.tables.plain.seen import Seen, starts_low
from ingest.tables.plain.text_grids import text_regions
from ingest.tables.region import Region
from ingest.tables.tokens import WIDE_GAP

MOST_LABELS = 14
LEAST_ROWS = 3
LEAST_AMOUNTS = 3
AMOUNT_SHARE = 0.3
MOST_NOTE_LINES = 12

_NOTE = re.compile(r"^(?:\*+\s?\S|\d{1,2}\)\s|[a-h] [A-ZÆØÅ]|[¹²³]\s?\S)")


def plain_regions(seen: Sequence[Seen]) -> tuple[Region, ...]:
    """The regions of a sheet whose lines have no positions, top to bottom."""
    stretches = [part for whole in _accepted(seen, _stretches(seen)) for part in _parts(seen, *whole)]
    regions: list[Region] = []
    floor = 0
    for position, (first, last) in enumerate(stretches):
        ceiling = stretches[position + 1][0] if position + 1 < len(stretches) else len(seen)
        top = header_start(seen, first, floor)
        if position + 1 < len(stretches):
            ceiling = header_start(seen, ceiling, last)
        bottom = _notes_end(seen, first, last, ceiling)
        regions.append(Region(tuple(item.number for item in seen[top:bottom])))
        floor = bottom
    taken = frozenset(number for region in regions for number in region.lines)
    texts = [Region(tuple(item.number for item in lines)) for lines in text_regions(seen, taken)]
    return tuple(sorted([*regions, *texts], key=lambda region: region.lines[0]))


def is_barrier(seen: Sequence[Seen], index: int) -> bool:
    """Whether the line at `index` cannot stand between two rows of one grid."""
    item = seen[index]
    if item.is_row or item.is_number:
        return False
    if item.is_caption or item.is_bullet or item.is_title or (item.is_heading and item.shape.tail is None):
        return True
    return is_prose(seen, index)


def is_prose(seen: Sequence[Seen], index: int) -> bool:
    """Whether the line at `index` is running text: of full width, beside another such line or ending a sentence."""
    item = seen[index]
    if not item.is_wide or item.is_row or item.is_header:
        return False
    if item.is_weak_row:
        return item.shape.runs[-1].tokens[0].gap < WIDE_GAP and (_beside(seen, index))
    return item.ends_sentence or _beside(seen, index)


def _beside(seen: Sequence[Seen], index: int) -> bool:
    """Whether the line stands beside another of full width, in one paragraph."""
    item = seen[index]
    before = index > 0 and not item.apart and seen[index - 1].is_wide and not seen[index - 1].is_amount
    after = index + 1 < len(seen) and not seen[index + 1].apart and seen[index + 1].is_wide
    return before or (after and not seen[index + 1].is_row)


def _is_seed(item: Seen) -> bool:
    return item.is_row or item.is_number


def _stretches(seen: Sequence[Seen]) -> list[tuple[int, int]]:
    """The stretches of lines from a first to a last amount, with nothing between that parts grids."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    last = 0
    for index, item in enumerate(seen):
        parted = is_barrier(seen, index)
        if first is not None and (parted or index - last > MOST_LABELS * 2):
            found.append((first, last + 1))
            first = None
        if parted or not item.is_amount:
            continue
        if first is None:
            first = index
        last = index
    if first is not None:
        found.append((first, last + 1))
    return found


def _accepted(seen: Sequence[Seen], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, last in stretches:
        trimmed = _trim(seen, first, last)
        if trimmed and _is_grid(seen, *trimmed, follows=bool(kept) and _continues(seen, kept[-1], trimmed)):
            kept.append(trimmed)
    return kept


def _parts(seen: Sequence[Seen], first: int, last: int) -> list[tuple[int, int]]:
    """A stretch parted at every header that stands between two of its amounts."""
    amounts = [index for index in range(first, last) if seen[index].is_amount]
    parts: list[tuple[int, int]] = []
    start = first
    for before, after in pairwise(amounts):
        headed = any(seen[index].is_header for index in range(before + 1, after))
        headed = headed or (seen[before].is_total and seen[before + 1].page_first)
        if headed and (before > start or _has_header(seen, start)):
            parts.append((start, before + 1))
            start = after
    return [*parts, (start, last)]


def _trim(seen: Sequence[Seen], first: int, last: int) -> tuple[int, int] | None:
    """Cut off amounts at either end that stand too far from a row."""
    rows = [i for i in range(first, last) if _is_seed(seen[i]) or (seen[i].is_weak_row and not seen[i].is_wide)]
    if not rows:
        return None
    return rows[0], rows[-1] + 1


def _is_grid(seen: Sequence[Seen], first: int, last: int, *, follows: bool) -> bool:
    rows = [item for item in seen[first:last] if item.is_row]
    headed = _has_header(seen, first)
    if rows and (headed or follows):
        return True
    if len(rows) >= LEAST_ROWS and _same_width(rows):
        return True
    amounts = [item for item in seen[first:last] if item.is_amount and _is_large(item)]
    enough = 1 if headed else LEAST_AMOUNTS
    return len(amounts) >= enough and len(amounts) >= AMOUNT_SHARE * (last - first)


def _same_width(rows: Sequence[Seen]) -> bool:
    counts = [row.shape.runs[-1].fewest for row in rows]
    common = multimode(counts)[0]
    return counts.count(common) * 2 >= len(counts)


def _is_large(item: Seen) -> bool:
    """Whether its last number is an amount rather than a code: grouped, with decimals, or per cent."""
    tokens = item.shape.runs[-1].tokens
    return len(tokens) > 1 or any(mark in tokens[-1].text for mark in ",%")


def _has_header(seen: Sequence[Seen], first: int) -> bool:
    top = header_start(seen, first, max(0, first - MOST_LABELS * 2))
    return any(item.is_header for item in seen[top:first])


def _continues(seen: Sequence[Seen], before: tuple[int, int], now: tuple[int, int]) -> bool:
    """Whether a stretch at the top of a page may go on from the stretch before it."""
    return seen[now[0]].page_first and before[1] >= now[0] - MOST_NOTE_LINES


def _notes_end(seen: Sequence[Seen], first: int, last: int, ceiling: int) -> int:
    """Where the notes end that follow the last row.

    Notes with a mark belong to the grid; others only where an empty paragraph or the page's end closes them, and
    where they are not set as running text.
    """
    usual = max((item.blanks for item in seen[first + 1 : last]), default=1)
    end = marked = last
    for index in range(last, ceiling):
        item = seen[index]
        if item.is_caption or item.is_heading or item.is_header or item.is_bullet:
            break
        if item.page_first and not is_mark_in(item.text, (row.text for row in seen[first:last])):
            break
        is_marked = bool(_NOTE.match(item.text)) or (index == last and _heads_groups(item))
        is_marked = is_marked or refers_back(item.text, (row.text for row in seen[first:last]))
        if not is_marked and (item.apart or item.blanks > usual or (marked < index and _is_running(seen, index))):
            break
        apart = bool(item.blanks) or index == last
        if not is_marked and marked == index and apart and _begins_text(seen, index, noted=marked > last):
            break
        end = index + 1
        if is_marked or (marked == index and item.blanks == 0 and marked > last):
            marked = end
    closed = end == len(seen) or seen[end].apart or seen[end].page_first
    leads_on = end == ceiling < len(seen) and not seen[ceiling].page_first
    return end if closed and not leads_on and end - last <= MOST_NOTE_LINES else marked


def _heads_groups(item: Seen) -> bool:
    """Whether a line under the rows holds headers for groups of columns: two or more that begin alike."""
    leaves = read_leaves([item])
    return len(leaves) > 1 and len({leaf.text.split()[0] for leaf in leaves}) == 1


def _begins_text(seen: Sequence[Seen], index: int, *, noted: bool) -> bool:
    """Whether a line under the rows, or under notes, is not theirs: running text, or a new sentence after a note."""
    if _is_running(seen, index):
        return True
    return noted and seen[index - 1].ends_sentence and not starts_low(seen[index])


def _is_running(seen: Sequence[Seen], index: int) -> bool:
    """Whether the line begins a paragraph: it fills the width, and the next line goes on right under it."""
    item = seen[index]
    following = seen[index + 1] if index + 1 < len(seen) else None
    if not item.is_wide or following is None or following.page_first:
        return False
    return following.blanks <= _leading(seen)


def _leading(seen: Sequence[Seen]) -> int:
    """The usual number of empty lines before a full line that follows another."""
    blanks = [below.blanks for above, below in pairwise(seen) if above.is_wide and below.is_wide]
    return mode(blanks) if blanks else 0
