"""The marks that notes under a grid begin with."""

import re

_MARKED = re.compile(r"^(?P<mark>\*+|\d{1,2}\)|[¹²³⁴⁵]|[a-h](?= [A-ZÆØÅ]))\s?(?=\S)")


def mark_of(text: str) -> str | None:
    """The mark a note begins with: «*», «1)», «a»."""
    match = _MARKED.match(text.strip())
    return match["mark"] if match else None
