"""Where sentences begin and end."""

import re
from functools import cache

from ingest.data import beside

_BREAK = re.compile(r"[.!?:;]\s+(?=[\"«(•–-]?\s?[^\W\d_a-zæøå])|[.!?]\s+(?=\d)|\s[•●▪]\s")
_LAST_WORDS = re.compile(r"(?:(?<!\S)([^\s(«\"]+)\s+)?(?<![^\s(«\"])([^\s(«\"]+)$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(r"[^\W\d_]{4,}")
"""A word that may have a number for its name, as in «dialogmøte 3»: the full stop behind it is no ordinal's."""
_ORDINAL_DIGITS = 2


@cache
def _abbreviations() -> frozenset[str]:
    data = beside(__file__, "abbreviations.toml")
    return frozenset(word for group in data.values for word in data.words(group))


@cache
def _months() -> frozenset[str]:
    months = (month for _, month in beside(__file__, "quantities/months.toml").each())
    return frozenset(word.casefold() for month in months for word in (*month.words("forms"), *month.words("english")))


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end), end not included; together they cover every word of it."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match.group()[0] == "." and _goes_on(text[start : match.start()], text[match.end() :]):
            continue
        found.append((start, match.start() + 1))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def _goes_on(before: str, after: str) -> bool:
    """Whether a full stop after these words belongs to an abbreviation, an ordinal or an initial."""
    words = _LAST_WORDS.search(before)
    if words is None:
        return False
    earlier, word = (words[1] or "").casefold(), words[2].casefold()
    if word.isdigit() and len(word) <= _ORDINAL_DIGITS:
        return not _NAMED.fullmatch(earlier) or _is_month(after)
    return word in _abbreviations() or len(word) == 1


def _is_month(after: str) -> bool:
    first = _FIRST_WORD.search(after)
    return first is not None and first[0].casefold() in _months()
