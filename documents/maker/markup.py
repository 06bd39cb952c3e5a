"""Inline markup to Text: `{6,3|prosent|c 2024}` marks a quantity, `[^4]` stands for a footnote mark.

A quantity is printed|unit|attributes. The unit may begin with its scale («mill kroner»). Attributes, in any order: a
period code, `~` (approximate, or a bound), `c` (change), `s` (share), `u` (duration), `d` (date), `v=3` (the value, for
words), `?` (optional).
"""

import re
from decimal import Decimal

from documents.maker.model import Interval, Marked, Text
from documents.maker.numbers import value_of
from documents.maker.periods import interval, is_period

_SCALES = {"tusen": 10**3, "mill": 10**6, "mrd": 10**9}
_MEASURES = {"c": "change", "s": "share", "u": "duration", "d": "date"}
_FLAGS = {"~", "?"}
_TOKEN = re.compile(r"\{([^{}|]+)\|([^{}|]+)(?:\|([^{}]*))?\}|\[\^([^\]]+)\]")


def _unit(code: str) -> tuple[int, str | None]:
    head, _, rest = code.partition(" ")
    if head in _SCALES:
        return _SCALES[head], rest or None
    return 1, None if code == "-" else code


def _marked(start: int, printed: str, unit_code: str, attributes: str) -> Marked:
    scale, unit = _unit(unit_code)
    measure = "level"
    period: Interval | None = None
    value = value_of(printed)
    for word in attributes.split():
        if word in _FLAGS:
            continue
        if word in _MEASURES:
            measure = _MEASURES[word]
        elif word.startswith("v="):
            value = Decimal(word[2:])
        elif is_period(word):
            period = interval(word)
        else:
            raise ValueError(f"quantity «{printed}»: unknown attribute «{word}»")
    if value is None:
        raise ValueError(f"quantity «{printed}»: not a number; give its value as v=…")
    flags = attributes.split()
    end = start + len(printed)
    return Marked(start, end, value, scale, unit, measure, "~" in flags, period, "?" in flags)


def parse_text(source: str) -> Text:
    """The text with its quantities and footnote marks."""
    plain, quantities, marks, last = "", [], [], 0
    for match in _TOKEN.finditer(source):
        plain += source[last : match.start()]
        last = match.end()
        printed, unit, attributes, mark = match.groups()
        if mark:
            marks.append((len(plain), mark))
        else:
            quantities.append(_marked(len(plain), printed, unit, attributes or ""))
            plain += printed
    return Text(plain + source[last:], tuple(quantities), tuple(marks))
