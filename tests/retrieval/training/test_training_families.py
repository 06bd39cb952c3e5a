"""Families of words, and texts reworded with them."""

import numpy as np
import pytest

from retrieval.analysis import Analyzer
from retrieval.training.families import LEAST, Families, count_words, find_families
from retrieval.training.rewording import Rewording

COUNTS = {
    "utbetaling": 50,
    "utbetalte": 20,
    "søknad": 60,
    "frist": 40,
    "søknadsfrist": 12,
    "orientering": 900,
    "ring": 30,
    "og": 5000,
    "sjelden": LEAST - 1,
}


@pytest.fixture
def families() -> Families:
    """What is found among a few counted words and one listed group."""
    return find_families(COUNTS, [["lønn", "vederlag", "betaling for arbeid"]], Analyzer())


def test_words_are_counted_folded_and_without_numbers() -> None:
    """«År» is «år», and 2024 is no word."""
    assert count_words(["År 2024 og år"]) == {"år": 2, "og": 1}


def test_forms_of_one_root_are_relatives(families: Families) -> None:
    """The commonest stands first; a word that is alone has none."""
    assert families.relatives("utbetalt") == ("utbetaling", "utbetalte")
    assert families.relatives("søknad") == ()


def test_a_compound_is_made_of_commoner_words(families: Families) -> None:
    """«orientering» is commoner than «ring»: it is not made of it."""
    assert families.made_of("søknadsfristen") == ("søknad", "frist")
    assert families.made_of("orientering") is None
    assert list(families.compounds.values()) == [("søknadsfrist",)]


def test_listed_expressions_stand_for_single_words(families: Families) -> None:
    """An expression of several words may replace a word, but is not replaced itself."""
    assert families.synonyms["lønn"] == ("vederlag", "betaling for arbeid")
    assert "betaling for arbeid" not in families.synonyms


def test_rewording_changes_words_and_leaves_function_words(families: Families) -> None:
    """Every word is one of its family; the same generator gives the same."""
    rewording = Rewording(families, np.random.default_rng(1))
    said = {rewording.reword("Søknadsfrist og lønn", 1.0) for _ in range(200)}
    firsts = {text.partition(" og ")[0] for text in said}
    assert firsts == {"frist for søknad", "frist av søknad", "frist på søknad", "frist", "søknadsfrist"}
    assert {text.partition(" og ")[2] for text in said} == {"lønn", "vederlag", "betaling for arbeid"}
    again = Rewording(families, np.random.default_rng(1))
    assert again.reword("Søknadsfrist og lønn", 1.0) in said


def test_nothing_is_changed_without_a_chance(families: Families) -> None:
    """Folded, and else as it stood."""
    assert Rewording(families, np.random.default_rng(1)).reword("Lønn og Frist", -1.0) == "lønn og frist"


def test_an_excerpt_is_some_of_the_words_in_order(families: Families) -> None:
    """No longer than a question, and nothing that does not stand there."""
    sentence = " ".join(f"ord{chr(97 + at)}" for at in range(26))
    rewording = Rewording(families, np.random.default_rng(2))
    for _ in range(20):
        taken = rewording.excerpt(sentence, -1.0).split()
        assert len(taken) <= 14
        assert taken == sorted(taken)
        assert set(taken) <= set(sentence.split())
