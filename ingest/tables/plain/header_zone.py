"""Where the header of a grid begins, above its first row."""

from collections.abc import Sequence

from ingest.tables.plain.leaves import read_leaves
from ingest.tables.plain.seen import Seen

MOST_HEADER_LINES = 60
SHORT = 36
COLUMN_GAP = 4
MOST_LABELS = 2


def header_start(seen: Sequence[Seen], first: int, floor: int) -> int:
    """The index of the first header line over the row at `first`; `first` itself where there is none.

    Going up, short lines are taken in until something that no header holds: running text, a caption, a heading, a
    list item, or a title once years or dates have been seen.
    """
    top = first
    dated = False
    sure = first
    for index in range(first - 1, max(floor, first - MOST_HEADER_LINES) - 1, -1):
        item = seen[index]
        if item.is_caption or item.is_title or item.is_heading or item.is_bullet or item.is_row or item.is_number:
            break
        if index > 0 and seen[index - 1].is_caption and not item.blanks and not item.is_header:
            break
        filled = item.is_wide and not (item.is_header or item.page_first) and index > 0 and seen[index - 1].is_wide
        if filled or not _may_head(item, dated=dated, below=seen[index + 1]):
            break
        top = index
        dated = dated or item.is_header
        if dated or (sure == index + 1 and (len(item.text) <= SHORT or _names(seen, index, first))):
            sure = index
    return top if dated else sure


def _may_head(item: Seen, *, dated: bool, below: Seen) -> bool:
    if below.page_first or (item.ends_sentence and not item.is_header):
        return False
    if item.is_header:
        return not dated or len(item.text) <= SHORT or item.shape.periods > 1
    if item.is_wide:
        return not dated and not item.is_tail
    if dated and below.apart and not below.is_header:
        return _in_columns(item)
    return not dated or len(item.text) <= SHORT


def _names(seen: Sequence[Seen], index: int, first: int) -> bool:
    """Whether a line names the columns of the row, or is a label set tight over another above a lone number."""
    tight = not seen[index + 1].blanks and not seen[index].is_wide and index + 1 < first
    return _names_columns(seen[index], seen[first]) or (tight and seen[first].is_number)


def _names_columns(item: Seen, row: Seen) -> bool:
    """Whether a line without years at its end holds a header for each cell of the row, and one or two for labels."""
    if item.is_tail or not row.shape.runs:
        return False
    run = row.shape.runs[-1]
    return run.fewest > 1 and run.fewest <= len(read_leaves([item])) <= run.most + MOST_LABELS


def _in_columns(item: Seen) -> bool:
    """Whether wide gaps part its words into columns."""
    return any(token.gap >= COLUMN_GAP for token in item.shape.tokens[1:])
