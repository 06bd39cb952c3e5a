"""The lines of notes under a grid."""

import re

from ingest.tables.seen import Seen

_MARKED = re.compile(r"^(?P<mark>\*+|\d{1,2}\)|[¹²³⁴⁵]|[a-h](?= [A-ZÆØÅ]))\s?(?=\S)")


def mark_of(text: str) -> str | None:
    """The mark a note begins with: «*», «1)», «a»."""
    match = _MARKED.match(text.strip())
    return match["mark"] if match else None


def is_note(line: Seen) -> bool:
    """Whether a line begins a marked note."""
    return mark_of(line.text) is not None
