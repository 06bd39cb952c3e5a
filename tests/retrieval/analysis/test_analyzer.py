"""Words → stems."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import Analyzer
from retrieval.analysis.analyzer import grams

FAMILIES = tomllib.loads(Path(__file__).with_name("families.toml").read_text("utf8"))
WORDS = st.text(alphabet="abdefgijklmnoprstuvyæøå", min_size=1, max_size=20)


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    """One analyzer for all tests of the file."""
    return Analyzer()


@pytest.mark.parametrize("family", FAMILIES["united"])
def test_forms_of_a_word_unite(family: str, analyzer: Analyzer) -> None:
    """All forms have one stem."""
    assert len({analyzer.stem(form) for form in family.split()}) == 1


@pytest.mark.parametrize("pair", FAMILIES["related"])
def test_kinds_of_a_word_have_one_root(pair: str, analyzer: Analyzer) -> None:
    """A noun and the verb it is made from have one root."""
    assert len({analyzer.root(analyzer.stem(word)) for word in pair.split()}) == 1


@pytest.mark.parametrize("pair", FAMILIES["apart"])
def test_different_words_stay_apart(pair: str, analyzer: Analyzer) -> None:
    """Two words that look alike have two stems."""
    assert len({analyzer.stem(word) for word in pair.split()}) == 2


def test_function_words_are_left_out_in_three_languages(analyzer: Analyzer) -> None:
    """Only what a question is about is left."""
    assert analyzer.terms("Hvor mange klager kom inn?") == ["klag"]
    assert analyzer.terms("Kor mange klager fekk dei?") == ["klag"]
    assert analyzer.terms("How many complaints did they get during 2024?") == ["complaint", "2024"]


def test_words_that_carry_a_subject_are_no_function_words(analyzer: Analyzer) -> None:
    """Words that look small but may be what a question is about stay."""
    content = "time år vår andel flest færrest mer mindre første andre neste tilbake klage barn stor liten"
    assert [word for word in content.split() if analyzer.is_stop_word(word)] == []


def test_numbers_stay_as_they_are(analyzer: Analyzer) -> None:
    """A number is its own stem and its own root."""
    assert analyzer.terms("6,3 og 2024") == ["6,3", "2024"]
    assert analyzer.root("2024") == "2024"


@settings(max_examples=200)
@given(WORDS)
def test_a_stem_is_never_empty_and_always_the_same(word: str) -> None:
    """Another analyzer gives the same stem, with letters left in it and in its root."""
    one, other = Analyzer(), Analyzer()
    assert one.stem(word) == other.stem(word) != ""
    assert one.root(one.stem(word)) != ""


@settings(max_examples=200)
@given(WORDS)
def test_a_root_has_no_ending_left(word: str) -> None:
    """Taking endings off a root changes nothing."""
    analyzer = Analyzer()
    root = analyzer.root(analyzer.stem(word))
    assert analyzer.root(root) == root


def test_grams_mark_the_ends_of_a_word() -> None:
    """A word of five letters has four grams of four; a short word and a number have none."""
    assert grams("bunke") == ["^bun", "bunk", "unke", "nke$"]
    assert grams("aap") == grams("20242024") == []


@settings(max_examples=100)
@given(WORDS, st.integers(min_value=2, max_value=5))
def test_grams_hold_the_whole_word(word: str, size: int) -> None:
    """The first gram and the last letter of each that follows spell the word with its ends marked."""
    found = grams(word, size)
    assert all(len(gram) == size for gram in found)
    assert not found or found[0] + "".join(gram[-1] for gram in found[1:]) == f"^{word}$"
