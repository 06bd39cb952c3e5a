"""Whether the words before a number say that it is not exact."""

import re

from ingest.quantities.data import alternatives, load

_DATA = load("approximations")
_ABOUT = frozenset(_DATA.table("about").words("words"))
_BOUNDS = frozenset(_DATA.table("bounds").words("words"))
_EMPHASIS = _DATA.table("emphasis").words("words")
_BEFORE = re.compile(
    rf"(?<!\w)(?P<word>(?i:{alternatives((*_ABOUT, *_BOUNDS, *_EMPHASIS))})) ?(?:(?i:kr\.?) ?)?$"
)
_REACH = 30
_MOST = 3


def approximation(text: str, start: int) -> tuple[int, bool, bool]:
    """Where the words before that place that only colour the number start, and what they say of it.

    The first flag is for «about», the second for a bound («over»).
    """
    about = bound = False
    for _ in range(_MOST):
        match = _BEFORE.search(text, max(0, start - _REACH), start)
        if match is None:
            break
        word = match["word"].lower()
        start, about, bound = match.start(), about or word in _ABOUT, bound or word in _BOUNDS
    return start, about, bound
