"""One file's bytes → a Document: lines → grids → blocks → tables → passages → figures."""

import hashlib

from ingest.document import Document
from ingest.figures import Source, figures
from ingest.layout import document_kind, document_language, document_year, lay_out
from ingest.passages import passages
from ingest.readers import read
from ingest.seams import vocabulary
from ingest.tables import find_regions, read_tables

ID_LENGTH = 12


def document_id(digest: str) -> str:
    """A document's id, from the SHA-256 of its content: a renamed file keeps it."""
    return digest[:ID_LENGTH]


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_document(data: bytes, source: str) -> Document:
    """Read one file. `source` is its name as given.

    Raises UnreadableFileError, with a sentence for people, when nothing can be read of it.
    """
    digest = digest_of(data)
    sheet = read(data, source)
    regions = find_regions(sheet)
    layout = lay_out(sheet, frozenset(number for region in regions for number in region.lines))
    tables = read_tables(sheet, layout, regions)
    words = vocabulary(line.text for line in sheet.lines)
    cited = passages(sheet, layout, tables, words)
    year = document_year(sheet, layout)
    return Document(
        id=document_id(digest),
        source=source,
        digest=digest,
        media_type=sheet.media_type,
        title=layout.title,
        kind=document_kind(sheet, layout),
        year=year,
        language=document_language(sheet),
        sheet=sheet,
        layout=layout,
        tables=tables,
        figures=figures(Source(sheet, layout, words), tables, cited, year),
        passages=cited,
    )
