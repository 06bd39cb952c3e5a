"""Documents and tables of an index by their ids in the API."""

from retrieval.index.open import Index
from retrieval.index.records import DocumentRecord
from service.errors import ServiceError
from service.reading.printed import with_printed


def document_of(index: Index, ident: str) -> DocumentRecord:
    """The document of that id. Raises ServiceError("unknown_document") when there is none."""
    for document in index.documents.values():
        if document.id == ident:
            return document
    raise ServiceError(404, "unknown_document", f"Dokumentet «{ident}» finnes ikke i samlingen.")


def table_of(index: Index, ident: str) -> dict[str, object]:
    """The table of that id with its cells as printed.

    Raises ServiceError: "unknown_document", "unknown_table" when there is none.
    """
    document, _, own = ident.partition(":")
    found = document_of(index, document)
    content = index.store.table(found.number, own)
    if content is None:
        raise ServiceError(404, "unknown_table", f"Tabellen «{ident}» finnes ikke.")
    numbers = content["lines"] or [1]
    rows = index.store.lines(found.number, min(numbers), max(numbers))
    return with_printed({"document": document, **content, "id": ident}, {number: text for number, _, text in rows})
