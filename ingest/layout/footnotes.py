"""Footnotes at the foot of their page: «4 Text of the note», tied to a mark glued to a word above."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ingest.document import BlockKind, Sheet
from ingest.layout.drafts import Claims, Draft
from ingest.layout.markers import MarkerKind, marker
from ingest.layout.marks import glued
from ingest.layout.view import View

_NOTE = re.compile(r"(?P<mark>\d{1,3}|[ivx]{1,4})\s+(?P<text>[^\W\d_a-zæøå]\S*.*|https?://.*)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MOST_BEHIND = 4
_MOST_LINES = 30
_MOST_SEGMENTS = 2


@dataclass(frozen=True, slots=True)
class _Start:
    index: int
    mark: str


def find_footnotes(view: View, claims: Claims, words: Collection[str]) -> list[Draft]:
    """The footnotes of every page, each with its mark."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for number in claims.free(view.numbers):
        by_page[view.page(number)].append(number)
    drafts: list[Draft] = []
    for page, lines in sorted(by_page.items()):
        expected = _following(drafts[-1].marker) if drafts else None
        starts = [_Start(index, found) for index, found in _candidates(view, lines)]
        for position in range(len(starts)):
            run = _rising(starts[position:])
            if _is_foot(view, lines, run) and _known(view.sheet, page, lines[0], run, expected, words):
                drafts += _drafts(view, lines, run)
                break
    return drafts


def _candidates(view: View, lines: list[int]) -> Iterator[tuple[int, str]]:
    for index, number in enumerate(lines):
        found = _NOTE.fullmatch(view.text(number))
        if found and len(view.line(number).segments) <= _MOST_SEGMENTS:
            yield index, found["mark"]


def _following(mark: str | None) -> str | None:
    return str(int(mark) + 1) if mark is not None and mark.isdigit() else None


def _rising(starts: list[_Start]) -> list[_Start]:
    """The first start and those after it whose marks count on from it, or begin anew in another style."""
    run = [starts[0]]
    for start in starts[1:]:
        if _counts_on(run[-1].mark, start.mark):
            run.append(start)
    return run


def _counts_on(mark: str, following: str) -> bool:
    if mark.isdigit() and following.isdigit():
        return int(following) == int(mark) + 1
    if mark in _ROMAN and following in _ROMAN:
        return _ROMAN.index(following) == _ROMAN.index(mark) + 1
    return mark.isdigit() != following.isdigit()


def _is_foot(view: View, lines: list[int], run: list[_Start]) -> bool:
    """A gap stands above the first note, and little stands below the last."""
    first = run[0].index
    if first and not view.apart(lines[first - 1], lines[first]):
        return False
    if len(lines) - first > _MOST_LINES:
        return False
    return len(lines) - _end(view, lines, run[-1].index) <= _MOST_BEHIND


def _end(view: View, lines: list[int], start: int) -> int:
    """Where the last note ends: at the page's end, unless something with a marker of its own follows a gap."""
    for index in range(start + 1, len(lines)):
        gap = view.apart(lines[index - 1], lines[index])
        if (gap and not view.goes_on(lines[index])) or _begins_item(view.text(lines[index])):
            return index
    return len(lines)


def _begins_item(text: str) -> bool:
    mark = marker(text)
    return mark is not None and (mark.kind is MarkerKind.BULLET or len(mark.numbers) > 1)


def _known(
    sheet: Sheet, page: int, first: int, run: list[_Start], expected: str | None, words: Collection[str]
) -> bool:
    """Whether one of the marks is glued to something on the page, or the notes count on from the page before."""
    if run[0].mark == expected:
        return True
    above = [line for line in sheet.lines[first - 1 :] if line.page == page]
    return any(next(glued(line, start.mark, words), None) is not None for start in run for line in above)


def _drafts(view: View, lines: list[int], run: list[_Start]) -> Iterator[Draft]:
    ends = [start.index for start in run[1:]] + [_end(view, lines, run[-1].index)]
    for start, end in zip(run, ends, strict=True):
        yield Draft(BlockKind.FOOTNOTE, tuple(lines[start.index : end]), marker=start.mark)
