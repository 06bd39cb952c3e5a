"""How wide the columns of a grid are drawn, and which are drawn together where not all fit beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.show.drawing import FIXED_SPACE, GAP


@dataclass(frozen=True, slots=True)
class Extent:
    """The least width a column can be read in, and the width at which nothing in it is wrapped."""

    least: int
    natural: int


def extent(texts: Iterable[str], longest_word: int, widest: int) -> Extent:
    """The extent of texts; words longer than `longest_word` are broken, texts longer than `widest` are wrapped.

    A word with fixed spaces (a number in groups) is never broken.
    """
    every = list(texts)
    words = [word for text in every for word in text.split(" ")]
    least = max((len(word) if FIXED_SPACE in word else min(len(word), longest_word) for word in words), default=0)
    natural = max((len(text) for text in every), default=0)
    return Extent(max(least, 1), max(min(natural, widest), least, 1))


def fitted(extents: Sequence[Extent], room: int) -> list[int]:
    """Widths that fill no more than the room: natural ones where they fit, else what is spare is shared out."""
    room -= len(GAP) * (len(extents) - 1)
    wanted = sum(part.natural - part.least for part in extents)
    spare = max(room - sum(part.least for part in extents), 0)
    if spare >= wanted:
        return [part.natural for part in extents]
    return [part.least + spare * (part.natural - part.least) // wanted for part in extents]


def panels(columns: Sequence[Extent], beside: Sequence[Extent], room: int) -> list[range]:
    """Runs of columns that fit beside the parts repeated in each; at least one column each."""
    taken = sum(part.least + len(GAP) for part in beside)
    runs: list[range] = []
    first, used = 0, taken
    for at, column in enumerate(columns):
        need = column.least + len(GAP)
        if at > first and used + need > room + len(GAP):
            runs.append(range(first, at))
            first, used = at, taken
        used += need
    return [*runs, range(first, len(columns))]
