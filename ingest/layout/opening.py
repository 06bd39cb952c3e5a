"""The first lines with text of a document, where it says what it is."""

from ingest.document import Sheet

_LINES = 60
_NEARBY = 4
"""So many times as many lines are looked at, blank ones included."""


def opening(sheet: Sheet) -> list[str]:
    """The first lines with text, without white space around them."""
    return [line.text.strip() for line in sheet.lines[: _LINES * _NEARBY] if line.text.strip()][:_LINES]
