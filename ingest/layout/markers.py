"""What a line may begin with: a number, a bullet, a letter, a word with a number. Whether it does so is for others."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ingest.layout.words import layout_words


class MarkerKind(StrEnum):
    """The kinds of markers."""

    NUMBER = "number"
    BULLET = "bullet"
    LETTER = "letter"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as printed, its style (alike for siblings) and what follows it.

    `numbers` are the parts of a number («2.3» is 2 and 3), or a letter's place in the alphabet.
    """

    kind: MarkerKind
    printed: str
    style: str
    rest: str
    numbers: tuple[int, ...] = ()


_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:[.,]\d{1,2}){0,4})(?P<end>[.)]?)\s+(?P<rest>\S.*)")
BULLETS = "•·▪■●○◦‣\uf0b7\uf0a7"
_BULLET = re.compile(rf"(?:[^\W\d_a-zæøå]{{3,}}\s+(?=[{BULLETS}]))?(?P<bullet>[{BULLETS}–*-]|o)\s+(?P<rest>\S.*)")
_LETTER = re.compile(r"(?P<letter>[a-zæøå]|[ivx]{2,4})\)\s+(?P<rest>\S.*)")
_LARGEST_FIRST = 40


def marker(text: str) -> Marker | None:
    """The marker a line's text begins with."""
    return _label(text) or _number(text) or _bullet(text) or _letter(text)


def _number(text: str) -> Marker | None:
    found = _NUMBER.match(text)
    if found is None:
        return None
    numbers = tuple(int(part) for part in re.split(r"[.,]", found["number"]))
    if not 1 <= numbers[0] <= _LARGEST_FIRST or _is_date(found["end"], found["rest"]):
        return None
    deep = len(numbers) > 1
    if not found["rest"][0].isalpha() or ("," in found["number"] and found["rest"][0].islower()):
        return None
    style = f"{len(numbers)}" if deep else f"1{found['end']}"
    return Marker(MarkerKind.NUMBER, found["number"] + found["end"], style, found["rest"], numbers)


def _is_date(end: str, rest: str) -> bool:
    return end == "." and rest.split(maxsplit=1)[0].lower().rstrip(".,") in layout_words().months


def _bullet(text: str) -> Marker | None:
    found = _BULLET.match(text)
    if found is None:
        return None
    return Marker(MarkerKind.BULLET, found["bullet"], found["bullet"], found["rest"])


def _letter(text: str) -> Marker | None:
    found = _LETTER.match(text)
    if found is None:
        return None
    roman = len(found["letter"]) > 1
    place = () if roman else (ord(found["letter"]) - ord("a") + 1,)
    return Marker(MarkerKind.LETTER, f"{found['letter']})", "i)" if roman else "a)", found["rest"], place)


@cache
def _label_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in layout_words().labelled)
    return re.compile(rf"(?P<word>(?i:{words}))\.?\s+(?P<number>\d{{1,5}}|[A-Z])\b[.,:]?\s*(?P<rest>.*)")


def _label(text: str) -> Marker | None:
    found = _label_pattern().match(text)
    if found is None or not text[0].isupper():
        return None
    printed = text[: found.end("number")]
    return Marker(MarkerKind.LABEL, printed, found["word"].lower(), found["rest"])
