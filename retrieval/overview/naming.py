"""What an overview and its columns are called, from captions and headers that were made for one table alone."""

import re

from retrieval.overview.draft import Head
from retrieval.overview.language import pattern, says

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)")


def plain_title(caption: str) -> str:
    """A caption without its number and without the unit that it gives the whole table: some columns are of another."""
    plain = pattern("caption.unit").sub("", pattern("caption.number").sub("", " ".join(caption.split())))
    return plain[:1].upper() + plain[1:] if plain else caption


def dated(head: Head, title: str) -> str:
    """A column's label, with the period where neither it nor the title says the year («Hele året (2024)»)."""
    if head.period is None or _YEAR.search(head.label) or _DATE.search(head.label):
        return head.label
    day = head.period.end or head.period.start
    if head.label and day is not None and set(_YEAR.findall(title)) == {str(day.year)}:
        return head.label
    if not head.label:
        return head.period.text
    return says("dated").format(label=head.label, period=head.period.text)
