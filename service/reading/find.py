"""Where words stand in a document, also when they run over the end of a line."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingest.document import Span

_GAP = r"\s+"


@dataclass(frozen=True, slots=True)
class Match:
    """One place: its page, and its stretch of each line it stands in, by characters from 0."""

    page: int
    spans: tuple[Span, ...]


def find(lines: Sequence[tuple[int, int, str]], words: str, most: int) -> tuple[tuple[Match, ...], bool]:
    """The places where the words stand, in order, and whether there are no more than `most`.

    `lines` are (line number, page, text). Capitals and the kind of white space do not matter.
    """
    pattern = re.compile(_GAP.join(re.escape(word) for word in words.split()), re.IGNORECASE)
    starts = [0, *accumulate(len(text) + 1 for _, _, text in lines)]
    joined = "\n".join(text for _, _, text in lines)
    found: list[Match] = []
    for match in pattern.finditer(joined):
        if len(found) == most:
            return tuple(found), False
        found.append(_match(lines, starts, match.start(), match.end()))
    return tuple(found), True


def _match(lines: Sequence[tuple[int, int, str]], starts: Sequence[int], start: int, end: int) -> Match:
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, end - 1) - 1
    spans = [
        Span(lines[at][0], max(start - starts[at], 0), min(end - starts[at], len(lines[at][2])))
        for at in range(first, last + 1)
    ]
    return Match(lines[first][1], tuple(span for span in spans if span.start < span.end))
