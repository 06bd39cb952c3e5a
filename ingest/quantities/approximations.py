"""Whether the words before a number say that it is not exact."""

from ingest.data import beside
from ingest.quantities.phrases import last_phrase
from ingest.quantities.units import BEFORE

_DATA = beside(__file__, "approximations.toml")
_ABOUT = frozenset(_DATA.table("about").words("words"))
_BOUNDS = frozenset(_DATA.table("bounds").words("words"))
_COLOURS = frozenset((*_ABOUT, *_BOUNDS, *_DATA.table("emphasis").words("words")))
_CURRENCIES = frozenset(BEFORE)
_MOST = 3


def approximation(text: str, start: int) -> tuple[int, bool, bool]:
    """Where the words before that place that only colour the number start, and what they say of it.

    The first flag is for «about», the second for a bound («over»).
    """
    about = bound = False
    if money := last_phrase(text, 0, start, _CURRENCIES, most=1):
        start = money[0]
    for _ in range(_MOST):
        found = last_phrase(text, 0, start, _COLOURS)
        if found is None:
            break
        start, word = found
        about, bound = about or word in _ABOUT, bound or word in _BOUNDS
    return start, about, bound
