"""The words a document's imprint goes by, from `imprint.toml`, and where in a document one looks for them."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.document import Line, Sheet

_FILE = "imprint.toml"
_FIRST, _LAST = 60, 40
"""So many of a document's first and of its last lines with text may hold its imprint."""
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands before a publisher's name, before a date of publication, and before dates that are no signature's."""

    publisher: re.Pattern[str]
    published: re.Pattern[str]
    no_places: frozenset[str]


@cache
def imprint_words() -> _Words:
    """The words of the data file, checked. Raises ValueError when a list is missing or is not of words."""
    data = tomllib.loads(files("ingest.layout").joinpath(_FILE).read_text(encoding="utf-8"))
    return _Words(_labels(data, "publisher"), _labels(data, "published"), frozenset(_list(data, "no_places")))


def labelled(sheet: Sheet, label: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """What stands after the label, or under it where it is alone on its line, with the line it stands in."""
    lines = _ends(sheet)
    for at, line in enumerate(lines):
        text = " ".join(line.text.split())
        found = label.search(text)
        if found is None or len(text) > _LONGEST:
            continue
        rest = text[found.end() :].strip()
        if rest:
            yield rest, line.number
        elif at + 1 < len(lines):
            yield " ".join(lines[at + 1].text.split()), lines[at + 1].number


def _ends(sheet: Sheet) -> Sequence[Line]:
    filled = [line for line in sheet.lines if line.text.strip()]
    return filled if len(filled) <= _FIRST + _LAST else [*filled[:_FIRST], *filled[-_LAST:]]


def _labels(data: dict[str, object], key: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_list(data, key), key=len, reverse=True))
    return re.compile(rf"^(?:{words})(?![^\W\d_])\s*:?|(?<=\s)(?:{words})\s*:", re.IGNORECASE)


def _list(data: dict[str, object], key: str) -> list[str]:
    words = data.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise ValueError(f'{_FILE}: «{key}» must be a list of words; write {key} = ["…"]')
    return [str(word) for word in words]
