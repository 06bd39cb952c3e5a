"""Text made even before it is read: one kind of space, no soft hyphens, with the way back to what is printed."""

import re
from dataclasses import dataclass

_UNEVEN = re.compile(r"[^\S ]|  |[\u00ad\u200b\u200c\u2060\ufeff]")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u2060\ufeff")
_MASK = "\x00"


@dataclass(frozen=True, slots=True)
class Clean:
    """Even text, and for each of its characters the index it has in the printed text (None: the same)."""

    text: str
    indexes: tuple[int, ...] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the printed text."""
        if self.indexes is None:
            return start, end
        if start >= end:
            return self.indexes[start], self.indexes[start]
        return self.indexes[start], self.indexes[end - 1] + 1


def clean(text: str) -> Clean:
    """The text with runs of any white space as one space, and invisible characters gone."""
    if not _UNEVEN.search(text):
        return Clean(text, None)
    kept: list[str] = []
    indexes: list[int] = []
    for index, character in enumerate(text):
        if character in _INVISIBLE:
            continue
        if character.isspace():
            if kept and kept[-1] == " ":
                continue
            character = " "
        kept.append(character)
        indexes.append(index)
    return Clean("".join(kept), tuple(indexes))


def mask(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with those spans blanked out, every other character at its place."""
    if not spans:
        return text
    parts: list[str] = []
    last = 0
    for start, end in sorted(spans):
        if start < last:
            start = last
        if end <= start:
            continue
        parts += (text[last:start], _MASK * (end - start))
        last = end
    parts.append(text[last:])
    return "".join(parts)
