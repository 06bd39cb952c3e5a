"""The words a document's imprint goes by, from `imprint.toml`, and where in a document one looks for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

from ingest.data import alternatives, beside
from ingest.document import Line, Sheet

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
    """The words of the data file. Raises ValueError, naming the key, when a list is missing or not in lower case."""
    data = beside(__file__, "imprint.toml").only(field.name for field in fields(_Words))
    publisher, published = (_label(data.lower_words(key)) for key in ("publisher", "published"))
    return _Words(publisher, published, frozenset(data.lower_words("no_places")))


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


def _label(words: Sequence[str]) -> re.Pattern[str]:
    either = alternatives(words)
    return re.compile(rf"^{either}(?![^\W\d_])\s*:?|(?<=\s){either}\s*:", re.IGNORECASE)
