"""The noun that a number counts: «136 100 ledige stillinger» counts stillinger."""

import re

from ingest.quantities.data import alternatives, load

_DATA = load("nouns")
_STOPS = frozenset(_DATA.table("stops").words("words"))
_MODIFIERS = frozenset(_DATA.table("modifiers").words("words"))
_MODIFIER_ENDINGS = _DATA.table("modifiers").words("endings")
_NOUN_ENDINGS = _DATA.table("modifiers").words("noun_endings")
_NOUNS = frozenset(_DATA.table("modifiers").words("nouns"))
_NOT_NOUNS = frozenset(_DATA.table("modifiers").words("not_nouns"))
_COUNTED = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('counted').words('leads'))})(?= )")
_MONEY = re.compile(rf"(?<!\w)(?i:{alternatives(_DATA.table('money').words('words'))})(?!\w)|(?i:utgift|kostnad|bevilgning|budsjett)")
PLAIN = frozenset(_DATA.table("plain").words("words"))
_WORD = re.compile(r" ?((?:[^\W\d_]|(?<=\w)[-/](?=\w))+)(?:\d{1,2}(?![\d\w]))?")
_MOST = 4


def is_modifier(word: str) -> bool:
    """Whether the word stands before a noun rather than being one: «ledige», «nye», «helt»."""
    if word in _NOUNS:
        return False
    if word in _MODIFIERS or word in _NOT_NOUNS:
        return True
    return word.endswith(_MODIFIER_ENDINGS) and not word.endswith(_NOUN_ENDINGS)


def counted_noun(text: str, position: int, *, names: bool = False) -> tuple[str | None, int]:
    """The counted noun behind that place of even text, in lower case, and where it ends.

    Words that only stand before nouns are skipped; where no noun follows the last of them is the noun
    («9 500 flere ledige»). A word with a capital letter counts as a noun only with `names`, or as a compound.
    """
    noun: str | None = None
    end = position
    for _ in range(_MOST):
        match = _WORD.match(text, end)
        if match is None or match[1].lower() in _STOPS or len(match[1]) < 2:
            break
        if match[1].isupper() and _WORD.match(text, match.end()):
            end = match.end()
            continue
        if match[1][0].isupper() and not names and "-" not in match[1]:
            break
        word = match[1].lower()
        if is_modifier(word):
            if word not in _NOT_NOUNS and word not in _MODIFIERS:
                noun = word
            end = match.end()
            continue
        return word, match.end(1)
    return noun, end


def announced_noun(text: str, start: int, end: int) -> str | None:
    """The noun of the last «antall …» in that stretch of even text."""
    noun = None
    for match in _COUNTED.finditer(text, start, end):
        found, _ = counted_noun(text, match.end())
        noun = found or noun
    return noun


def speaks_of_money(text: str, start: int, end: int) -> bool:
    """Whether that stretch of even text is about money."""
    return _MONEY.search(text, start, end) is not None
