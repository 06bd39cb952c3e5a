"""Verb forms: listed, behind a particle, in the passive; nouns that look like them are none."""

import pytest

from retrieval.conversation.language import shipped_words


@pytest.mark.parametrize(
    "word", ["innført", "ferdigbehandlet", "sendes", "utbetales", "omfattes", "omgjort", "søkjast"]
)
def test_forms_of_a_verb(word: str) -> None:
    """A particle and the ending of the passive leave it a verb."""
    assert word in shipped_words().verbs


@pytest.mark.parametrize("word", ["ansatte", "innhold", "forhold", "oppgave", "inntekt", "overgang", "innsats", ""])
def test_nouns_are_no_verbs(word: str) -> None:
    """Also where a particle and an English verb would make them."""
    assert word not in shipped_words().verbs
