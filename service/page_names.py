"""What a page is called: the number printed on it, and its place in the file where that is another number."""

from collections.abc import Mapping
from typing import Protocol

_PDF = ".pdf"
WORDS = {"page": "side {page}", "page_label": "side {label} (PDF-side {page})"}
"""The names in bokmål; an exported conversation has its own for each language."""


class OnPage(Protocol):
    """Something that stands on a page of a document."""

    page: int
    page_label: str | None
    source: str


def page_name(place: OnPage, words: Mapping[str, str] = WORDS) -> str:
    """«side 45»; «side 43 (PDF-side 45)»; «side 43» in a text file, which nobody turns the pages of."""
    if place.page_label is None or not _is_pdf(place):
        return words["page"].format(page=place.page_label or place.page)
    return words["page_label"].format(label=place.page_label, page=place.page)


def page_in_list(place: OnPage) -> str:
    """The same among other pages: «45», «43 [PDF-side 45]»."""
    if place.page_label is None or not _is_pdf(place):
        return printed_page(place)
    return f"{place.page_label} [PDF-side {place.page}]"


def printed_page(place: OnPage) -> str:
    """What readers of the document know the page by: the number printed on it, else its place in the file."""
    return place.page_label or str(place.page)


def _is_pdf(place: OnPage) -> bool:
    return place.source.lower().endswith(_PDF)
