"""Whether the words before a number say that it is not exact."""

import re

from ingest.quantities.data import alternatives, load

_DATA = load("approximations")
_ABOUT = _DATA.table("about").words("words")
_BOUNDS = _DATA.table("bounds").words("words")
_EXACT = frozenset(_DATA.table("bounds").words("exact"))
_BEFORE = re.compile(rf"(?<!\w)(?P<word>(?i:{alternatives((*_ABOUT, *_BOUNDS))})) ?(?:(?i:kr\.?) ?)?$")
_ABOUT_WORDS = frozenset(_ABOUT)
_REACH = 30


def approximation(text: str, start: int) -> tuple[int, bool, bool]:
    """Where the approximating words before that place start, and whether they say «about» or only set a bound."""
    match = _BEFORE.search(text, max(0, start - _REACH), start)
    if match is None:
        return start, False, False
    word = match["word"].lower()
    about = word in _ABOUT_WORDS
    return match.start(), about, not about and word not in _EXACT
