"""A paragraph without end in pieces: what a number is depends on what stands around it, not on what is far away.

Within a piece everything may be compared with everything; a longer paragraph is then only more pieces.
"""

import re
from collections.abc import Iterator

LONGEST = 8_000
"""Characters that are read together: more than a page of print."""
_PLACES = tuple(re.compile(pattern) for pattern in (r"[.!?] (?=\D)", r"[,;] ", r"\D (?=\D)", r" "))
"""Where a paragraph may be cut, the best first: after a sentence, at a comma, between words, and between numbers."""


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text as pieces of at most `LONGEST` characters, each with where it begins; together they are the text."""
    start = 0
    while len(text) - start > LONGEST:
        end = _cut(text, start)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int) -> int:
    """The last good place to cut in the second half of a piece; its end where there is none."""
    for place in _PLACES:
        ends = [match.end() for match in place.finditer(text, start + LONGEST // 2, start + LONGEST)]
        if ends:
            return ends[-1]
    return start + LONGEST
