"""A document's title, from its content."""

from collections.abc import Sequence

from ingest.document import Block, Sheet


def find_title(sheet: Sheet, blocks: Sequence[Block]) -> str:
    """The title a document gives itself."""
    return sheet.title or sheet.source
