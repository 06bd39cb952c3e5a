"""What is told of a document once it is read: its title, and how much there was in it."""

from dataclasses import dataclass

from ingest.document import Document, PageState


@dataclass(frozen=True, slots=True)
class Summary:
    """A document in numbers. `states` are those of its pages, as (page number, state)."""

    source: str
    digest: str
    title: str
    states: tuple[tuple[int, PageState], ...]
    passages: int
    tables: int
    figures: int


def summary_of(document: Document) -> Summary:
    """The summary of a document."""
    return Summary(
        source=document.source,
        digest=document.digest,
        title=document.title,
        states=tuple((page.number, page.state) for page in document.sheet.pages),
        passages=len(document.passages),
        tables=len(document.tables),
        figures=len(document.figures),
    )
