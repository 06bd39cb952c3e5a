"""Captions: a name and a number, then what the table, figure or note shows; perhaps over two lines.

A line right over a grid, in two parts far apart, is its caption without a name.
"""

import re
from collections.abc import Iterator
from functools import cache

from ingest.document import BlockKind
from ingest.layout.drafts import Claims, Draft
from ingest.layout.view import View
from ingest.layout.words import layout_words

_MOST_LINES = 3
_ONE_BETWEEN = 2
_TWO_PARTS = re.compile(r"(?P<title>[^\W\d_a-zæøå]\S*(?: \S+)*) {4,}[^\W\d_a-zæøå]\S*(?: \S+)+")
"""A title and, far to its right, what holds for the table: «Utgifter             Alle tall i tusen kroner»."""


@cache
def caption_pattern() -> re.Pattern[str]:
    """A caption's beginning; group `name` is its name and number, as printed."""
    names = "|".join(re.escape(name) for name in layout_words().captions)
    number = r"(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z])"
    return re.compile(
        rf"(?P<name>(?i:{names})\s+{number})(?:\s*[.:|–-]\s*(?P<text>\S.*)?|\s+(?P<bare>[^\W\d_a-zæøå].*)|\s*)$"
    )


def find_captions(view: View, claims: Claims) -> Iterator[Draft]:
    """The captions among lines nobody has claimed."""
    pattern = caption_pattern()
    for number in claims.free(view.numbers):
        found = pattern.match(view.text(number))
        if found is None and _is_title_of_grid(view, number):
            yield Draft(BlockKind.CAPTION, (number,))
        if found is None or number in claims or not _stands_free(view, number, strong=found["text"] is not None):
            continue
        yield Draft(BlockKind.CAPTION, tuple(_lines(view, claims, number)), marker=" ".join(found["name"].split()))


def _is_title_of_grid(view: View, number: int) -> bool:
    """Whether the line stands right over a grid, in two parts far from each other."""
    below = view.below(number)
    over_grid = below is not None and below not in view and view.page(below) == view.page(number)
    return over_grid and _TWO_PARTS.fullmatch(view.text(number)) is not None


def _stands_free(view: View, number: int, *, strong: bool) -> bool:
    """Whether nothing runs on into the line. One with a stop after its number needs less room above it."""
    before = view.before(number)
    if before is None or view.apart(before, number) or view.forced(before, number):
        return True
    return strong and not view.hangs(before) and not view.refers(before)


def _lines(view: View, claims: Claims, number: int) -> list[int]:
    """The caption's line and those it runs on to: the line before is full, or what follows goes on in it."""
    lines = [number]
    while len(lines) < _MOST_LINES:
        last = lines[-1]
        following = view.after(last)
        if following is None or following in claims or view.page(last) != view.page(following):
            break
        if caption_pattern().match(view.text(following)):
            break
        if view.apart(last, following) and not (
            following - last == _ONE_BETWEEN and _unfinished(view, last, following)
        ):
            break
        if view.forced(last, following) and not _unfinished(view, last, following):
            break
        lines.append(following)
    return lines


def _unfinished(view: View, last: int, following: int) -> bool:
    return view.goes_on(following) and not view.ends_sentence(last)
