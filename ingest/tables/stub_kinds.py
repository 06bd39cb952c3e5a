"""What a column of labels holds, by what stands over it."""

from enum import StrEnum

from ingest.tables.words import is_code_word, is_reference_word


class StubKind(StrEnum):
    """What a column of labels holds."""

    CODE = "code"
    TEXT = "text"
    REFERENCE = "reference"


def kind_of(header: str) -> StubKind:
    """What a column under that header holds."""
    if is_code_word(header):
        return StubKind.CODE
    return StubKind.REFERENCE if is_reference_word(header) else StubKind.TEXT
