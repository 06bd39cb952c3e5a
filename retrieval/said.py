"""What a passage says, one thing after another: its sentences, a table row being one, and its list items."""

from collections import Counter

from ingest.document import PassageKind
from ingest.layout.markers import MarkerKind, marker
from ingest.sentences import sentences


def lists(text: str) -> frozenset[int]:
    """How many items each list in a text has: lines that begin with one sort of mark are of one list."""
    marks = (marker(line.strip()) for line in text.splitlines())
    return frozenset(Counter(mark.style for mark in marks if mark and mark.kind is not MarkerKind.LABEL).values())


def said(reading: str, kind: PassageKind) -> list[tuple[int, int]]:
    """Where each thing a passage says stands in its reading, as (start, end); at least one."""
    if kind == PassageKind.TABLE_ROW:
        return [(0, len(reading))]
    return sentences(reading) or [(0, len(reading))]
