"""Clauses of a sentence, and which of its words a number counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.data import alternatives, beside

_FAR = 1000
"""Characters: no clause reaches further to either side of what stands in it."""
_NUMBER = re.compile(r"(?<![\w.,])\d")
_ASIDE = re.compile(r"\([^()]*\)")
_MOST_WORDS = 6
"""How many words the first thing of a list may have: what stands before them is no part of its name."""
_FEWEST = 2
"""Things in a list."""
_DATA = beside(__file__, "clauses.toml").only(("joiners", "respectively", "coordinators"))
RESPECTIVELY = _DATA.lower_words("respectively")
"""«henholdsvis» and its like: what stands before numbers that belong each to a thing named before."""
_BREAK = re.compile(
    rf"[,;:]\s+(?:{alternatives(_DATA.words('joiners'))}\s)?|\s/\s|\s{alternatives(_DATA.words('joiners'))}\s"
)
_RESPECTIVELY = re.compile(rf"(?i)(?<!\w){alternatives(RESPECTIVELY)}(?!\w)")
# «, og» begins a new clause and names no last thing
_COORDINATOR = re.compile(rf"(?i)(?<!,) {alternatives(_DATA.words('coordinators'))} ")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the words a number counts stand in its sentence: from `first` to before `last`, characters.

    `at` is where among them the number stands, or what it stands for: in «skip og båter, henholdsvis 7 og 3» the ships.
    """

    first: int
    last: int
    at: int


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence, cut at commas, slashes and joining words, that `text[start:end]` stands in."""
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    for match in _BREAK.finditer(text, first, last):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def standing(text: str, start: int, end: int) -> Standing:
    """Which words of a sentence the number `text[start:end]` counts: the thing it is paired with, or its clause."""
    thing = _paired(text, start)
    if thing is not None:
        return Standing(*thing, at=thing[1])
    return Standing(*clause(text, start, end), at=start)


def _paired(text: str, start: int) -> tuple[int, int] | None:
    """The thing a number after «henholdsvis» belongs to, by its place among the numbers; None where it has none."""
    words = [match for match in _RESPECTIVELY.finditer(text, 0, start) if start - match.end() < _FAR]
    if not words:
        return None
    numbers = _listed(text, words[-1].end())
    if start not in numbers:
        return None
    things = _named(text, words[-1].start(), len(numbers))
    return things[numbers.index(start)] if things else None


def _listed(text: str, start: int) -> Sequence[int]:
    """Where the numbers of a list begin: one to each part, up to the part behind the last coordinator."""
    coordinators = _COORDINATOR.finditer(text, start)
    coordinator = next((match for match in coordinators if _NUMBER.search(text, match.end())), None)
    if coordinator is None:
        return []
    parts = [*_cut(text, start, coordinator.start()), (coordinator.end(), len(text))]
    found = [_NUMBER.search(text, first, last) for first, last in parts]
    return [match.start() for match in found if match] if all(found) else []


def _named(text: str, end: int, count: int) -> Sequence[tuple[int, int]]:
    """The last `count` things named before `end`, in order; none where not so many are."""
    bare = _ASIDE.sub(lambda aside: " " * len(aside[0]), text[:end])
    joints = list(_COORDINATOR.finditer(bare))
    if count < _FEWEST or not joints:
        return []
    before = _cut(bare, 0, joints[-1].start())[1 - count :]
    behind = bare.find(",", joints[-1].end())
    if len(before) < count - 1:
        return []
    first = _last_words(bare, *before[0])
    return [first, *before[1:], (joints[-1].end(), behind if behind > 0 else end)]


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a text between commas."""
    commas = [match.start() for match in re.finditer(r",(?!\d)", text[:end]) if match.start() >= start]
    return list(zip([start, *(comma + 1 for comma in commas)], [*commas, end], strict=True))


def _last_words(text: str, start: int, end: int) -> tuple[int, int]:
    words = list(re.finditer(r"\S+", text[:end]))
    return max(start, words[-_MOST_WORDS:][0].start()) if words else start, end
