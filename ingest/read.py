"""One file's bytes → a Document: lines → grids → blocks → tables → passages → figures."""

import hashlib
from pathlib import Path

from ingest.document import Document, Imprint
from ingest.errors import no_access, too_large
from ingest.figures import Source, figures
from ingest.layout import document_kind, document_language, document_year, lay_out, published, publisher
from ingest.passages import passages
from ingest.readers import read
from ingest.seams import vocabulary
from ingest.tables import find_regions, read_tables

ID_LENGTH = 12
MAX_BYTES = 300_000_000
"""More than this is no document of any kind."""


def document_id(digest: str) -> str:
    """A document's id, from the SHA-256 of its content: a renamed file keeps it."""
    return digest[:ID_LENGTH]


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_file(path: Path, source: str) -> Document:
    """Read the file at a path. Raises UnreadableFileError as `read_document` does, and when it cannot be opened."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise no_access(error) from error
    if len(data) > MAX_BYTES:
        raise too_large(path.stat().st_size, MAX_BYTES)
    return read_document(data, source)


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
    kind, year = document_kind(sheet, layout), document_year(sheet, layout)
    return Document(
        id=document_id(digest),
        source=source,
        digest=digest,
        media_type=sheet.media_type,
        title=layout.title,
        kind=kind,
        year=year,
        language=document_language(sheet),
        sheet=sheet,
        layout=layout,
        tables=tables,
        figures=figures(Source(sheet, layout, words), tables, cited, year),
        passages=cited,
        imprint=Imprint(publisher(sheet, layout, kind), published(sheet, layout, year)),
    )
