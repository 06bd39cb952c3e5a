"""Numbered lines: which are headings, and which are the items of a list."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from ingest.layout.chunks import Chunk
from ingest.layout.markers import MarkerKind
from ingest.layout.view import View

_TITLE_LENGTH = 160
_BODIED_SHARE = 0.5
_LEAP = 3
_BARE = "1"


def numbered_headings(view: View, chunks: Sequence[Chunk], others: Collection[int]) -> set[int]:
    """The indexes of numbered chunks that are headings.

    Siblings are headings if most have text of their own under them; numbered lines that follow one upon another
    are a list. Where the type of some stands out, the others are items. `others` are lines of captions and tables,
    which are text too.
    """
    numbered = [
        index
        for index, chunk in enumerate(chunks)
        if chunk.marker is not None and chunk.marker.kind is MarkerKind.NUMBER and _may_be_title(view, chunk)
    ]
    in_bold = [index for index in numbered if view.stands_out(chunks[index].lines)]
    headings: set[int] = set()
    for group in _siblings(chunks, in_bold or numbered):
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
    open_groups: dict[tuple[tuple[int, ...], str], list[list[int]]] = defaultdict(list)
    for index in numbered:
        numbers = _numbers(chunks[index])
        kind = (numbers[:-1], _style(chunks[index]))
        group = _continued(chunks, open_groups[kind], numbers[-1])
        if group is None:
            group = []
            groups.append(group)
            open_groups[kind].append(group)
        group.append(index)
    chapters = next((_style(chunks[group[0]]) for group in groups if len(_numbers(chunks[group[0]])) == 1), "")
    return [group for position, group in enumerate(groups) if position == 0 or not _is_stray(chunks, group, chapters)]


def _continued(chunks: Sequence[Chunk], groups: Sequence[list[int]], number: int) -> list[int] | None:
    """The latest group that the number comes right after, or nearly so."""
    for leap in range(1, _LEAP + 1):
        for group in reversed(groups):
            if number - _numbers(chunks[group[-1]])[-1] == leap:
                return group
    return None


def _is_stray(chunks: Sequence[Chunk], group: Sequence[int], chapters: str) -> bool:
    """Whether whole numbers do not count from one on, or lack the stop that the chapters' have: numbers of things."""
    first = chunks[group[0]]
    if len(_numbers(first)) > 1:
        return False
    bare = _style(first) == _BARE and chapters != _BARE
    return bare or _numbers(first)[0] != 1 or len(group) == 1


def _style(chunk: Chunk) -> str:
    return chunk.marker.style if chunk.marker is not None else ""


def _numbers(chunk: Chunk) -> tuple[int, ...]:
    return chunk.marker.numbers if chunk.marker is not None else ()


def _has_body(view: View, chunks: Sequence[Chunk], index: int, others: Collection[int]) -> bool:
    """Whether text, a caption or a table follows before the next number of the same or a higher order."""
    chunk = chunks[index]
    following = view.below(chunk.last)
    if following is not None and following in others:
        return True
    if index + 1 == len(chunks):
        return False
    after = chunks[index + 1]
    if after.marker is None:
        return True
    if after.marker.kind is MarkerKind.NUMBER:
        return _has_list_or_text(view, chunks, index, others)
    return False


def _has_list_or_text(view: View, chunks: Sequence[Chunk], index: int, others: Collection[int]) -> bool:
    """Whether the number after a number is its child with text, or begins a numbering of its own under it."""
    numbers, following = _numbers(chunks[index]), _numbers(chunks[index + 1])
    if len(following) > len(numbers):
        return _has_body(view, chunks, index + 1, others)
    return len(numbers) > 1 and following == (1,)
