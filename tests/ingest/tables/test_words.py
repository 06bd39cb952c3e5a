"""The data file of words is read and checked."""

from pathlib import Path

import pytest

from ingest.tables.words import is_code_word, load_words, states_scale


def test_an_unknown_key_is_told(tmp_path: Path) -> None:
    """A key that the code does not know is an error that names it."""
    path = tmp_path / "words.toml"
    path.write_text('unit = ["kr"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="«unit» is unknown"):
        load_words(path)


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    """A list that is not there is an error with the remedy."""
    path = tmp_path / "words.toml"
    path.write_text('units = ["kr"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="«captions» is missing"):
        load_words(path)


def test_words_over_codes() -> None:
    """Whole words and endings of longer ones stand over codes."""
    assert is_code_word("Post") and is_code_word("Inntektskapittel") and not is_code_word("Posttekst")


def test_statements_of_scale() -> None:
    """A line that states the scale of all numbers is known by its phrase."""
    assert states_scale("Utgifter      Alle tall i tusen kroner") and not states_scale("Tallene er foreløpige")
