"""What is told of a document once it is read: its title, and how much there was in it."""

from dataclasses import dataclass

from ingest.document import Document
from ingest.unread import Unread, unread_pages


@dataclass(frozen=True, slots=True)
class Summary:
    """A document in numbers, and which of its pages were not read."""

    source: str
    digest: str
    title: str
    pages: int
    unread: tuple[Unread, ...]
    passages: int
    tables: int
    figures: int


def summary_of(document: Document) -> Summary:
    """The summary of a document."""
    return Summary(
        source=document.source,
        digest=document.digest,
        title=document.title,
        pages=len(document.sheet.pages),
        unread=unread_pages(document.sheet.pages),
        passages=len(document.passages),
        tables=len(document.tables),
        figures=len(document.figures),
    )
