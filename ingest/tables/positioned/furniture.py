"""Running heads and feet of pages with positions: lines at the edge that stand in one place on page after page.

They stand apart from what is between them; the header of a table that is repeated on every page does not.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.document import Line, Sheet

_LEAST_PAGES = 3
_LEAST_SHARE = 0.4
_EDGE = 4
_APART = 1.9
_DIGITS = re.compile(r"\d+")

_Key = tuple[str, int]


def furniture(sheet: Sheet) -> frozenset[int]:
    """The numbers of the lines that are running heads and feet."""
    pages: dict[int, list[Line]] = {}
    for line in sheet.lines:
        if line.segments:
            pages.setdefault(line.page, []).append(line)
    edges = [side for lines in pages.values() for side in (lines[:_EDGE], lines[: -_EDGE - 1 : -1])]
    counts = Counter(key for lines in pages.values() for key in _edge_keys(lines))
    repeated = {key for key, count in counts.items() if count >= max(_LEAST_PAGES, _LEAST_SHARE * len(pages))}
    return frozenset(line.number for side in edges for line in _set_apart(side, repeated))


def _edge_keys(lines: Sequence[Line]) -> set[_Key]:
    return {_key(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])}


def _key(line: Line) -> _Key:
    """What it says but for its numbers, and how high it stands."""
    return _DIGITS.sub("0", line.text), round(line.y)


def _set_apart(side: Sequence[Line], repeated: set[_Key]) -> Sequence[Line]:
    """The repeated lines from the edge inwards, up to the last that stands apart from the line after it."""
    count = next((index for index, line in enumerate(side) if _key(line) not in repeated), len(side))
    while count and count < len(side) and abs(side[count - 1].y - side[count].y) < _APART * side[count].size:
        count -= 1
    return side[:count]
