"""The structure of a document: headings, paragraphs, lists, captions, footnotes, and what belongs to the page alone."""

from ingest.layout.compose import lay_out

__all__ = ["lay_out"]
