"""Sentences and clauses, and what only looks like their end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sentences import sentences


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Losen kom. Skipet gikk.", ["Losen kom.", "Skipet gikk."]),
        ("Kom losen? Ja! Han kom.", ["Kom losen?", "Ja!", "Han kom."]),
        ("Losen kom. 45 skip ventet.", ["Losen kom.", "45 skip ventet."]),
        ("Losen sa: «Vi går.» Skipet gikk.", ["Losen sa:", "«Vi går.» Skipet gikk."]),
        ("Losen kom (se kap. 4) og gikk.", ["Losen kom (se kap. 4) og gikk."]),
        ("Frist er 14. Mars ble brukt.", ["Frist er 14. Mars ble brukt."]),
        ("Møtet er onsdag 14. Mars er kald.", ["Møtet er onsdag 14. Mars er kald."]),
        ("Vi holdt dialogmøte 3. Antallet økte.", ["Vi holdt dialogmøte 3.", "Antallet økte."]),
        ("Møtet er 14. mars kl. 10 i havna.", ["Møtet er 14. mars kl. 10 i havna."]),
        ("Det kostet 7,4 mill. kroner. Det er mye.", ["Det kostet 7,4 mill. kroner.", "Det er mye."]),
        ("Losen A. Sund kom.", ["Losen A. Sund kom."]),
        ("", []),
        ("   ", []),
        ("uten punktum", ["uten punktum"]),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    """Abbreviations, ordinals and initials go on; numbers and quotes begin anew."""
    assert split(text) == parts


@settings(max_examples=60)
@given(st.text(alphabet="aAæÆ1. ?!:;«»•-\n(", max_size=60))
def test_sentences_cover_every_word_once(text: str) -> None:
    """They come in order, do not overlap, and leave out nothing but white space and bullets."""
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    left = "".join(
        text[a:b] for a, b in zip([0, *(end for _, end in found)], [*(s for s, _ in found), len(text)], strict=True)
    )
    assert not any(character.isalnum() for character in left)
