"""Characters as a reader sees them."""

import pytest

from ingest.readers.pdf_characters import clean


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("ofﬁsielt ﬂertall", "offisielt flertall"),
        ("å", "å"),
        ("1\u00a0234", "1 234"),
        ("a\u202eb\u200bc\u0007", "abc"),
        ("\uf0b7", "•"),
        ("\uf123", "•"),
        ("inn\u00ad", "inn-"),
        ("blåbær", "blåbær"),
    ],
)
def test_clean(drawn: str, read: str) -> None:
    """Ligatures are written out, accents joined, tricks removed, symbols of bullets are bullets."""
    assert clean(drawn) == read
