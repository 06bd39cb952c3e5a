"""What a passage says, one thing after another: its sentences, a table row being one, and its list items."""

import re
from collections import Counter

from ingest.document import PassageKind
from ingest.sentences import sentences

_MARK = re.compile(r"^\s*(?:(?P<number>\d{1,2}[.)])|(?P<bullet>[•●▪–-]|o))\s", re.MULTILINE)


def lists(text: str) -> frozenset[int]:
    """How many items each list in a text has: lines that begin with one sort of mark are of one list."""
    marks = Counter("number" if match["number"] else match["bullet"] for match in _MARK.finditer(text))
    return frozenset(marks.values())


def said(reading: str, kind: PassageKind) -> list[tuple[int, int]]:
    """Where each thing a passage says stands in its reading, as (start, end); at least one."""
    if kind == PassageKind.TABLE_ROW:
        return [(0, len(reading))]
    return sentences(reading) or [(0, len(reading))]
