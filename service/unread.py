"""Unread pages in words: how many there are, why, what can be done about it, and which."""

from ingest.document import PageState
from ingest.unread import Unread

_WHY = {
    PageState.PICTURES: "er bilder av tekst og er ikke lest (kjør tekstgjenkjenning på filen først)",
    PageState.DAMAGED: "er skadet og er ikke lest",
}

_NAMED = 12
"""So many runs of pages are named; a document can have thousands."""


def unread_in_words(unread: Unread, pages: int) -> str:
    """«16 av 20 sider er bilder av tekst og er ikke lest (…): side 2–6, 9» for a document of so many pages."""
    runs = [str(first) if first == last else f"{first}–{last}" for first, last in unread.runs]
    named = ", ".join([*runs[:_NAMED], *(["…"] if len(runs) > _NAMED else [])])
    return f"{unread.count} av {pages} sider {_WHY[unread.state]}: side {named}"
