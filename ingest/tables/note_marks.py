"""The marks that notes under a grid begin with."""

import re
from collections.abc import Iterable

_MARKED = re.compile(r"^(?P<mark>\*+|\d{1,2}\)|[¹²³⁴⁵]|[a-h](?= [A-ZÆØÅ]))\s?(?=\S)")


_NUMBERED = re.compile(r"^\d{1,2}(?= [A-ZÆØÅ])")
_NAMED = re.compile(r"(?<=\s)(?:\*+)(?=\s)")


def number_of(text: str) -> str | None:
    """The number a note may begin with, as a footnote does («5 Avvik …»)."""
    match = _NUMBERED.match(text.strip())
    return match[0] if match else None


def refers_back(text: str, above: Iterable[str]) -> bool:
    """Whether a line is a note of the lines above it.

    It begins with a number that is glued to a word in one of them («endring5»), or speaks of a mark that stands in one
    («tall merket * gjelder …»).
    """
    number = number_of(text)
    marks = [rf"[^\W\d_]{number}(?!\w)"] if number else [re.escape(mark) for mark in _NAMED.findall(text)]
    return bool(marks) and any(re.search(mark, line) for line in above for mark in marks)


def mark_of(text: str) -> str | None:
    """The mark a note begins with: «*», «1)», «a»."""
    match = _MARKED.match(text.strip())
    return match["mark"] if match else None


def is_mark_in(text: str, above: Iterable[str]) -> bool:
    """Whether the mark, no letter, that a note begins with stands in a line above it («Sum leie 2)», «mv.1) 67»)."""
    mark = mark_of(text)
    if mark is None or mark.isalpha():
        return False
    return any(re.search(rf"[^\s*] ?{re.escape(mark)}(?=\s|$)", line) for line in above)
