"""Where sentences and their clauses begin and end."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_BREAK = re.compile(r"[.!?:;]\s+(?=[\"«(•–-]?\s?[^\W\d_a-zæøå])|[.!?]\s+(?=\d)|\s[•●▪]\s")
_LAST_WORD = re.compile(r"(?<![^\s(«\"])[^\s(«\"]+$")
_FAR = 1000
"""Characters: no clause reaches further to either side of what stands in it."""
_CLAUSE_BREAK = re.compile(r"[,;:]\s+(?:(?:mens|men|og|samt|medan)\s)?|\s(?:mens|men|og|samt|medan)\s")


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    data = tomllib.loads(files("ingest").joinpath("abbreviations.toml").read_text("utf8"))
    return frozenset(word for group in data.values() for word in group)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end), end not included; together they cover every word of it."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match.group()[0] == "." and _goes_on(text[start : match.start()]):
            continue
        found.append((start, match.start() + 1))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence, cut at commas and joining words, that `text[start:end]` stands in."""
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    for match in _CLAUSE_BREAK.finditer(text, first, last):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def _goes_on(before: str) -> bool:
    """Whether a full stop after these words belongs to an abbreviation, an ordinal or an initial."""
    match = _LAST_WORD.search(before)
    if match is None:
        return False
    word = match.group().casefold()
    return word in _abbreviations() or len(word) == 1 or (word.isdigit() and len(word) <= 2)
