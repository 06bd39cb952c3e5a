"""Readers: a file becomes a Sheet of pages and lines."""

from pathlib import PurePath

from ingest.document import Sheet
from ingest.errors import UnreadableFileError
from ingest.readers.pdf import read_pdf
from ingest.readers.text import read_text

PDF_SUFFIXES = (".pdf",)
TEXT_SUFFIXES = (".txt", ".md", ".text")
SUFFIXES = PDF_SUFFIXES + TEXT_SUFFIXES
"""The suffixes of files that can be read."""

_PDF_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024


def read(data: bytes, source: str) -> Sheet:
    """Read a file by what it holds, else by its suffix.

    Raises:
        UnreadableFileError: the kind is unknown, or the reader of its kind cannot read it.

    """
    suffix = PurePath(source).suffix.lower()
    if _PDF_HEADER in data[:_HEADER_WITHIN] or suffix in PDF_SUFFIXES:
        return read_pdf(data, source)
    if suffix in TEXT_SUFFIXES:
        return read_text(data, source)
    raise UnreadableFileError(
        "unknown_kind",
        f"Filtypen {suffix or 'uten endelse'} kan ikke leses. Filer som kan leses: {', '.join(SUFFIXES)}. "
        "Lagre dokumentet som PDF eller ren tekst og prøv igjen.",
    )


__all__ = ["PDF_SUFFIXES", "SUFFIXES", "TEXT_SUFFIXES", "read", "read_pdf", "read_text"]
