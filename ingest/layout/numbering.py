"""Numbered lines: which are headings, which are list items, and how deep the headings stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ingest.layout.chunks import Chunk
from ingest.layout.markers import MarkerKind
from ingest.layout.view import View

_TITLE_LENGTH = 160
_BODIED_SHARE = 0.5
_LEAP = 3


@dataclass(slots=True)
class _Chain:
    """A numbering in progress: its last number and the level its first part stands on."""

    last: tuple[int, ...]
    base: int


def numbered_headings(view: View, chunks: Sequence[Chunk], others: Collection[int]) -> set[int]:
    """The indexes of numbered chunks that are headings.

    Siblings are headings if most have text of their own under them; numbered lines that follow one upon another
    are a list. `others` are lines of captions and tables, which are text too.
    """
    numbered = [
        index
        for index, chunk in enumerate(chunks)
        if chunk.marker is not None and chunk.marker.kind is MarkerKind.NUMBER and _may_be_title(view, chunk)
    ]
    headings: set[int] = set()
    for group in _siblings(chunks, numbered):
        bodied = sum(_has_body(view, chunks, index, others) for index in group)
        if bodied >= len(group) * _BODIED_SHARE:
            headings.update(group)
    return headings


def _may_be_title(view: View, chunk: Chunk) -> bool:
    mark = chunk.marker
    if mark is None or not mark.rest[0].isupper() or mark.printed.endswith(")"):
        return False
    length = sum(len(view.text(number)) for number in chunk.lines)
    return length <= _TITLE_LENGTH and not view.ends_sentence(chunk.last)


def _siblings(chunks: Sequence[Chunk], numbered: list[int]) -> list[list[int]]:
    """Numbered chunks under the same parent that count on, by parent."""
    groups: list[list[int]] = []
    open_groups: dict[tuple[int, ...], list[int]] = {}
    for index in numbered:
        numbers = _numbers(chunks[index])
        parent = numbers[:-1]
        group = open_groups.get(parent)
        if group is None or not 0 < numbers[-1] - _numbers(chunks[group[-1]])[-1] <= _LEAP:
            group = open_groups[parent] = []
            groups.append(group)
        group.append(index)
    return groups


def _numbers(chunk: Chunk) -> tuple[int, ...]:
    return chunk.marker.numbers if chunk.marker is not None else ()


def _has_body(view: View, chunks: Sequence[Chunk], index: int, others: Collection[int]) -> bool:
    """Whether text, a caption or a table follows before the next number of the same or a higher order."""
    chunk = chunks[index]
    following = view.after(chunk.last)
    if following is not None and following in others:
        return True
    if index + 1 == len(chunks):
        return False
    after = chunks[index + 1]
    if after.marker is None:
        return True
    if after.marker.kind is MarkerKind.NUMBER:
        deeper = len(after.marker.numbers) > len(_numbers(chunk))
        return deeper and _has_body(view, chunks, index + 1, others)
    return False


class Levels:
    """The levels of numbered headings, met in order. A numbering inside another stands below it."""

    def __init__(self) -> None:
        self._chains: list[_Chain] = []

    def place(self, numbers: tuple[int, ...], current: int) -> int | None:
        """The level of a heading with this number, where `current` is the level of the heading above it.

        None if the number fits no numbering.
        """
        for fits in (_next, _near):
            for depth in range(len(self._chains) - 1, -1, -1):
                if fits(self._chains[depth].last, numbers):
                    del self._chains[depth + 1 :]
                    self._chains[depth].last = numbers
                    return self._chains[depth].base + len(numbers) - 1
        if self._chains and numbers[-1] != 1:
            return None
        base = current + 1 if self._chains else 1
        self._chains.append(_Chain(numbers, max(1, base - len(numbers) + 1) if self._chains else 1))
        return self._chains[-1].base + len(numbers) - 1

    def restart(self) -> None:
        """An unnumbered chapter: what is numbered in it is numbered anew."""
        self._chains.append(_Chain((0,), 2))


def _next(last: tuple[int, ...], numbers: tuple[int, ...]) -> bool:
    """Whether a number comes right after another: its first child, or the next of it or of one of its parents."""
    if numbers == (*last, 1):
        return True
    length = len(numbers)
    return length <= len(last) and numbers[:-1] == last[: length - 1] and numbers[-1] == last[length - 1] + 1


def _near(last: tuple[int, ...], numbers: tuple[int, ...]) -> bool:
    """The same with a few numbers missing between."""
    length = len(numbers)
    if length == len(last) + 1:
        return numbers[:-1] == last and numbers[-1] <= _LEAP
    return length <= len(last) and numbers[:-1] == last[: length - 1] and 0 < numbers[-1] - last[length - 1] <= _LEAP
