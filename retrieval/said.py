"""What a passage says, one thing after another: its sentences, a table row being one."""

from ingest.document import PassageKind
from ingest.sentences import sentences


def said(reading: str, kind: PassageKind) -> list[tuple[int, int]]:
    """Where each thing a passage says stands in its reading, as (start, end); at least one."""
    if kind == PassageKind.TABLE_ROW:
        return [(0, len(reading))]
    return sentences(reading) or [(0, len(reading))]
