"""Where words stand in a document, also when they run over the end of a line or a page, hyphenated or not."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingest.document import Span

Lines = Sequence[tuple[int, int, str]]
"""Lines as (line number, page, text)."""

_MARK = r"(?:(?<=[^\W\d_])\d{1,2}\)?)?"
_GAP = rf"{_MARK}\s+"
"""Between words: white space, and before it the mark of a footnote where one is glued to the word."""
_BREAK = r"(?:\u00ad|[-\u2010\u00ad][^\S\n]*\n\s*)?"
"""Between the letters of a word: hyphenation."""
_HYPHEN = r"[-\u2010\u2011]\s*"
_LONG_NUMBER = re.compile(r"\d{4,}")
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Match:
    """One place: its page, and its stretch of each line it stands in, by characters from 0."""

    page: int
    spans: tuple[Span, ...]


def find(lines: Lines, words: str, most: int, runs: Iterable[Sequence[int]] = ()) -> tuple[tuple[Match, ...], bool]:
    """The places where the words stand, in order, and whether there are no more than `most`.

    `runs` are the numbers of lines that are read as one though others stand between them. Capitals and the kind of
    white space do not matter, nor whether a number of four digits or more is written in groups.
    """
    pattern = re.compile(_GAP.join(map(_word, words.split())), re.IGNORECASE)
    numbered = {line[0]: line for line in lines}
    read_as_one = ([numbered[number] for number in run if number in numbered] for run in runs)
    found: dict[tuple[Span, ...], Match] = {}
    for stretch in (lines, *read_as_one):
        for match in _matches(stretch, pattern, most + 1):
            found.setdefault(match.spans, match)
    ordered = sorted(found.values(), key=lambda match: match.spans)
    return tuple(ordered[:most]), len(ordered) <= most


def _word(word: str) -> str:
    if _LONG_NUMBER.fullmatch(word):
        first = len(word) % _GROUP or _GROUP
        groups = [word[:first], *(word[at : at + _GROUP] for at in range(first, len(word), _GROUP))]
        return r"\s?".join(groups)
    return _BREAK.join(_HYPHEN if character in "-\u2010\u2011" else re.escape(character) for character in word)


def _matches(lines: Lines, pattern: re.Pattern[str], most: int) -> Iterator[Match]:
    starts = [0, *accumulate(len(text) + 1 for _, _, text in lines)]
    for count, match in enumerate(pattern.finditer("\n".join(text for _, _, text in lines))):
        if count == most:
            return
        yield _match(lines, starts, match.start(), match.end())


def _match(lines: Lines, starts: Sequence[int], start: int, end: int) -> Match:
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, end - 1) - 1
    spans = [_span(lines[at], max(start - starts[at], 0), end - starts[at]) for at in range(first, last + 1)]
    return Match(lines[first][1], tuple(span for span in spans if span.start < span.end))


def _span(line: tuple[int, int, str], start: int, end: int) -> Span:
    """A stretch of a line, the space around it left out."""
    number, _, text = line
    part = text[start:end]
    return Span(number, start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
