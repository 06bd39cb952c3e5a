"""What a PDF says of itself: its title, its author, when it was made, its bookmarks, the labels of its pages."""

import re
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

from ingest.readers.pdf_characters import clean

_FILE_NAME = re.compile(r"\.(docx?|dotx?|pdf|indd|xlsx?|pptx?|odt|rtf|txt|tmp)$", re.IGNORECASE)
_MADE_BY_PROGRAM = re.compile(
    r"^(microsoft (word|excel|powerpoint)\b|powerpoint[- ]presentation|powerpoint-presentasjon|untitled|uten navn"
    r"|uten tittel|document ?\d*$|dokument ?\d*$|presentation ?\d*$|presentasjon ?\d*$|slide \d+$|title$|tittel$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3}")
_MAX_TITLE = 300


def read_title(reader: PdfReader) -> str | None:
    """The title in the file's metadata, unless a program made it up."""
    metadata = reader.metadata
    raw: Any = metadata.title if metadata is not None else None
    if not isinstance(raw, str):
        return None
    title = " ".join(clean(raw).split())
    if len(title) > _MAX_TITLE or not _WORD.search(title):
        return None
    return None if _FILE_NAME.search(title) or _MADE_BY_PROGRAM.search(title) else title


def read_author(reader: PdfReader) -> str | None:
    """The author in the file's metadata."""
    metadata = reader.metadata
    raw: Any = metadata.author if metadata is not None else None
    author = " ".join(clean(raw).split()) if isinstance(raw, str) else ""
    return author if author and len(author) <= _MAX_TITLE and _WORD.search(author) else None


def read_created(reader: PdfReader) -> int | None:
    """The year in which the file was made, by its metadata."""
    made = reader.metadata.creation_date if reader.metadata is not None else None
    return made.year if made is not None else None


def read_labels(reader: PdfReader) -> list[str | None]:
    """The label of each page where the file has labels, else None for each."""
    count = len(reader.pages)
    if "/PageLabels" not in reader.root_object:
        return [None] * count
    labels: list[str | None] = [clean(str(label)).strip() or None for label in reader.page_labels]
    return (labels + [None] * count)[:count]


def read_outline(reader: PdfReader) -> tuple[tuple[int, str, int], ...]:
    """The bookmarks as (level from 1, title, page from 1), in their order."""
    return tuple(_entries(reader, reader.outline, 1))


def _entries(reader: PdfReader, outline: list[Any], level: int) -> list[tuple[int, str, int]]:
    entries: list[tuple[int, str, int]] = []
    for item in outline:
        if isinstance(item, list):
            entries.extend(_entries(reader, item, level + 1))
        elif isinstance(item, Destination):
            page = reader.get_destination_page_number(item)
            title = " ".join(clean(str(item.title)).split())
            if title and page is not None and page >= 0:
                entries.append((level, title, page + 1))
    return entries
