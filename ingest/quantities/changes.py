"""The words that speak of a change: nouns alone or at the end of a compound, verbs and participles."""

import re

from ingest.data import alternatives, beside

_DATA = beside(__file__, "changes.toml")
_NOUNS = _DATA.table("nouns")
_EXCEPT = frozenset(_NOUNS.words("except"))
_ENDINGS = _NOUNS.words("endings")
_VERB = rf"(?<!\w)(?i:{alternatives(_DATA.table('verbs').words('words'))})"
_VERBS = re.compile(rf"{_VERB}(?!\w)")
_ENDS_IN_VERB = re.compile(rf"{_VERB} ?$")
_COMPARATIVES = frozenset((*_DATA.table("after").words("words"), *_DATA.table("steady").words("words")))
_IN = re.compile(r" (?:i|in|av|of) ")
_WORD = re.compile(r"[^\W\d_]+")


def is_change_noun(word: str) -> bool:
    """Whether the word is a noun for a change, alone or at the end of a compound."""
    word = word.lower()
    return word.endswith(_ENDINGS) and word not in _EXCEPT


def names_change(text: str, start: int, end: int) -> bool:
    """Whether a noun for a change stands in that stretch of even text."""
    return any(is_change_noun(match[0]) for match in _WORD.finditer(text, start, end))


def names_change_in(text: str, start: int, end: int) -> bool:
    """Whether that stretch of even text ends in a change «in» what follows: «en nedgang i anmeldt» beløp."""
    found = [match for match in _WORD.finditer(text, start, end) if is_change_noun(match[0])]
    return bool(found) and _IN.match(text, found[-1].end(), end) is not None


def speaks_of_change(text: str, start: int, end: int) -> bool:
    """Whether any word for a change stands in that stretch of even text."""
    return _VERBS.search(text, start, end) is not None or names_change(text, start, end)


def ends_in_change(text: str, start: int, end: int) -> bool:
    """Whether the last word of that stretch of even text is one for a change."""
    words = _WORD.findall(text, start, end)
    return _ENDS_IN_VERB.search(text, start, end) is not None or (bool(words) and is_change_noun(words[-1]))


def compares(text: str, start: int, end: int) -> bool:
    """Whether that stretch of even text speaks of a change or compares («flere», «uendret»)."""
    words = _WORD.finditer(text, start, end)
    return speaks_of_change(text, start, end) or any(match[0].lower() in _COMPARATIVES for match in words)
