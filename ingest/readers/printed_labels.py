"""The page numbers that stand printed in the heads or feet of pages, where they count steadily.

What a reader of the paper calls page 43 may be the 45th of the file: covers and contents are counted in Roman numerals,
or not at all. A number at the edge of a page is its label only where its neighbours' count along with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_EDGE = 3
_WORD = r"(?:side|sida|page|s\.|p\.)"
_ALONE = re.compile(
    rf"(?:[-–—|]\s*)?(?P<word>{_WORD}\s*)?(?P<number>[1-9]\d{{0,3}}|[ivxl]+)"
    r"(?:\s*(?:av|of|/)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<!\w)(?P<word>{_WORD}\s*)(?P<number>[1-9]\d{{0,3}}|[ivxl]+)(?!\w)", re.IGNORECASE)
_FIRST = re.compile(r"^(?P<word>)(?P<number>[1-9]\d{0,3})(?=\s)")
_LAST = re.compile(r"(?<=\s)(?P<word>)(?P<number>[1-9]\d{0,3})$")
_ROMAN = re.compile(r"(?=.)(?P<tens>xl|l?x{0,3})(?P<ones>ix|iv|v?i{0,3})")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_FEWEST_NAMED, _FEWEST_ALONE, _FEWEST_AMONG_WORDS = 2, 3, 4
_LONGEST_GAP = 3
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Seen:
    """A number at the edge of page `page` (from 0), and how many such must count along before it is believed."""

    page: int
    value: int
    is_roman: bool
    fewest: int
    text: str


def printed_labels(pages: Sequence[Sequence[str]]) -> list[str | None]:
    """The number printed on each page, given the texts of its lines; None where none is, or none can be believed.

    A page between two that count alike, and the first ones before such a count, are counted along though their own
    number is left out.
    """
    labels: list[str | None] = [None] * len(pages)
    runs = sorted(_runs(pages), key=len)
    for run in runs:
        for page in range(run[0].page, run[-1].page + 1):
            labels[page] = _written(run[0], page)
    for run in runs:
        for page in _before(run[0]):
            labels[page] = labels[page] or _written(run[0], page)
    return labels


def _runs(pages: Sequence[Sequence[str]]) -> Iterator[list[_Seen]]:
    """Numbers of neighbouring pages that count one by one, at the same edge and in the same numerals."""
    counting: dict[tuple[bool, bool, int], list[_Seen]] = defaultdict(list)
    for page, lines in enumerate(pages):
        filled = [line.strip() for line in lines if line.strip()]
        for is_foot, edge in ((False, filled[:_EDGE]), (True, filled[-_EDGE:])):
            for seen in _numbers(page, edge):
                counting[is_foot, seen.is_roman, seen.value - page].append(seen)
    for found in counting.values():
        for run in _neighbours(found):
            pages_seen = len({seen.page for seen in run})
            span = run[-1].page - run[0].page + 1
            if pages_seen >= min(seen.fewest for seen in run) and pages_seen >= _LEAST_SHARE * span:
                yield run


def _neighbours(found: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    run: list[_Seen] = []
    for seen in found:
        if run and seen.page - run[-1].page > _LONGEST_GAP:
            yield run
            run = []
        run.append(seen)
    if run:
        yield run


def _numbers(page: int, edge: Sequence[str]) -> Iterator[_Seen]:
    """The numbers of an edge that may be the page's. A Roman one must stand alone or be named: «i» is a word."""
    for text in dict.fromkeys(edge):
        alone = _ALONE.fullmatch(text)
        if alone:
            yield from _seen(page, alone, _FEWEST_ALONE)
            continue
        for pattern in (_NAMED, _FIRST, _LAST):
            found = pattern.search(text)
            if found:
                yield from _seen(page, found, _FEWEST_AMONG_WORDS)


def _seen(page: int, found: re.Match[str], fewest: int) -> Iterator[_Seen]:
    number = found["number"]
    value = int(number) if number.isdigit() else _roman(number)
    if value:
        fewest = _FEWEST_NAMED if found["word"] else fewest
        yield _Seen(page, value, not number.isdigit(), fewest, number)


def _roman(numeral: str) -> int | None:
    """The value of a Roman numeral up to 89, None where it is none."""
    found = _ROMAN.fullmatch(numeral.lower())
    return 10 * _TENS.index(found["tens"]) + _ONES.index(found["ones"]) if found else None


def _before(first: _Seen) -> range:
    """The pages that open a count without a number of their own, as covers and the first pages of chapters do."""
    return range(first.page - min(_LONGEST_GAP, first.page, first.value - 1), first.page)


def _written(like: _Seen, page: int) -> str:
    value = like.value + page - like.page
    if not like.is_roman:
        return str(value)
    numeral = _TENS[value // 10] + _ONES[value % 10]
    return numeral.upper() if like.text.isupper() else numeral
