"""What tells sibling tables apart: the part of their captions that they do not share, or their sections."""

import re
from collections import Counter
from collections.abc import Sequence

from retrieval.overview.grid import Grid

_MARKER = re.compile(r"^(?:tabell|table|note|figur)\s+[\w.]+?[.:|]?\s+(?=\S)", re.IGNORECASE)
_LINK = re.compile(r"^(?:for|i|på|hos|av|over|ved|til|in|of)\s+", re.IGNORECASE)


def names_of_tables(grids: Sequence[Grid]) -> list[str]:
    """A name for each table: its caption without what most captions begin with, or its last section."""
    captions = [_MARKER.sub("", grid.caption or "").strip(" .|") for grid in grids]
    names = [_without_frame(caption, captions) for caption in captions]
    if len(set(names)) < len(names) or not all(names):
        sections = [grid.section[-1] if grid.section else "" for grid in grids]
        return sections if len(set(sections)) >= len(set(names)) else names
    return names


def _without_frame(caption: str, captions: Sequence[str]) -> str:
    """The words after those that most of the others begin with too."""
    shared = Counter(_shared(caption, other) for other in captions if other != caption)
    most = max(shared, key=lambda length: (shared[length], length)) if shared else 0
    rest = _LINK.sub("", " ".join(caption.split()[most:]))
    return rest[:1].upper() + rest[1:]


def _shared(one: str, other: str) -> int:
    """How many words two captions begin with alike."""
    count = 0
    for left, right in zip(one.split(), other.split(), strict=False):
        if left.casefold() != right.casefold():
            break
        count += 1
    return count
