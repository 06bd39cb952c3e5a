"""The structure of a document: headings, paragraphs, lists, captions, footnotes, and what belongs to the page alone."""

from ingest.layout.compose import lay_out
from ingest.layout.language import document_language
from ingest.layout.published import published
from ingest.layout.publisher import publisher
from ingest.layout.title import document_kind
from ingest.layout.year import document_year

__all__ = ["document_kind", "document_language", "document_year", "lay_out", "published", "publisher"]
