"""Text → words."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis.words import fold, word_spans, words

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåÆØÅéü"
TEXTS = st.text(alphabet=LETTERS + "0123456789 .,-–()\n\u00ad\u200b%", max_size=60)


def test_hyphens_cut_and_numbers_stay_whole() -> None:
    """A compound with a hyphen is two words; a decimal number is one."""
    assert words("AAP-mottakere: 6,3 prosent i 2024.") == ["aap", "mottakere", "6,3", "prosent", "i", "2024"]


def test_ligatures_and_soft_hyphens_are_resolved() -> None:
    """What a PDF writes as one sign or with an invisible hyphen is the plain word."""
    assert words("o\ufb03siell saks\u00adbunke") == ["offisiell", "saksbunke"]


def test_a_letter_with_its_ring_apart_is_one_word() -> None:
    """Decomposed text gives the same word, and its span covers the whole of it."""
    text = unicodedata.normalize("NFD", "Målet nås")
    assert words(text) == ["målet", "nås"]
    assert [fold(text[start:end]) for start, end in word_spans(text)] == ["målet", "nås"]


@settings(max_examples=150)
@given(TEXTS)
def test_spans_stand_where_the_words_are(text: str) -> None:
    """Every span of the unfolded text folds to its word, in the same order."""
    assert [fold(text[start:end]) for start, end in word_spans(text)] == words(text)


@settings(max_examples=100)
@given(TEXTS)
def test_words_are_folded_already(text: str) -> None:
    """Reading the words again gives the same words."""
    assert words(" ".join(words(text))) == words(text)
