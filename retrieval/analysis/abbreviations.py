"""Abbreviations a text explains itself: «arbeidsavklaringspenger (AAP)», «KVP (kvalifiseringsprogrammet)»."""

import re

_SHORT_IN_BRACKETS = re.compile(r"(?<![\w-])((?:[\wæøåÆØÅ-]+[ /]){0,7}[\wæøåÆØÅ-]+) \(([A-ZÆØÅ][A-Za-zÆØÅæøå]{1,7})\)")
_CAPITALS = re.compile(r"\b[A-ZÆØÅ]{2,5}\b")
_LONG_IN_BRACKETS = re.compile(r"\b([A-ZÆØÅ]{2,8}) \(([a-zæøå][\wæøå -]{6,70})\)")


def abbreviations(text: str) -> set[tuple[str, str]]:
    """The pairs (short, long) that a text explains. The letters of the short form stand in order in the long."""
    found: set[tuple[str, str]] = set()
    for match in _SHORT_IN_BRACKETS.finditer(text):
        long = _matching_end(match.group(1), match.group(2))
        if long and sum(letter.isupper() for letter in match.group(2)) >= 2:
            found.add((match.group(2), long))
    for match in _LONG_IN_BRACKETS.finditer(text):
        if _letters_in_order(match.group(1), match.group(2)):
            found.add((match.group(1), match.group(2)))
    return found


def acronyms(text: str) -> set[str]:
    """The words in capitals alone that stand among words with small letters: «KI» in «klager i KI»."""
    return set(_CAPITALS.findall(text)) if any(letter.islower() for letter in text) else set()


def _matching_end(words: str, short: str) -> str | None:
    """The shortest run of last words that begins with the first letter of the short form and holds its letters."""
    parts = words.split(" ")
    for start in range(len(parts) - 1, -1, -1):
        long = " ".join(parts[start:])
        if _letters_in_order(short, long):
            return long
    return None


def _letters_in_order(short: str, long: str) -> bool:
    letters = iter(long.casefold())
    wanted = short.casefold()
    return next(letters, "") == wanted[0] and all(letter in letters for letter in wanted[1:])
