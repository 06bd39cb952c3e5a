"""How common words are at large."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import Analyzer
from retrieval.analysis.background import LEAST, Background, count, shipped_background, write


def test_a_stem_counts_once_a_text_and_rare_ones_are_left_out() -> None:
    """Repetition inside a text adds nothing; numbers and stems in too few texts are left out."""
    texts = ["Klage på klagen 2024"] * LEAST + ["søknad"] * (LEAST - 1)
    assert count(texts, Analyzer()) == Background(2 * LEAST - 1, {"klag": LEAST})


def test_the_file_lists_the_commonest_first(tmp_path: Path) -> None:
    """The number of texts stands first; equally common stems stand in order of letters."""
    write(Background(9, {"b": 3, "c": 5, "a": 3}), tmp_path / "background.tsv")
    assert (tmp_path / "background.tsv").read_text("utf8").splitlines() == ["*\t9", "c\t5", "a\t3", "b\t3"]


def test_the_shipped_data_knows_common_from_rare() -> None:
    """An everyday word is less rare than a far country, and an unknown word is as rare as can be."""
    background, analyzer = shipped_background(), Analyzer()
    rarity = [background.rarity(analyzer.stem(word)) for word in ("arbeid", "australia", "xyzxyz")]
    assert rarity == sorted(rarity) and rarity[-1] == 1.0


def test_the_shipped_data_was_counted_with_these_stems() -> None:
    """Forms that the endings data unites are no entries of their own."""
    stems = shipped_background().frequencies
    assert [word for word in ("ledere", "ressurs", "kvalitet", "programm", "skjema") if word in stems] == []


def test_without_texts_every_word_is_rare() -> None:
    """Nothing counted is no reason to fail."""
    assert Background(0, {}).rarity("klag") == 1.0


@settings(max_examples=100)
@given(st.integers(min_value=1, max_value=10**6), st.data())
def test_rarity_falls_from_one_to_nothing(texts: int, data: st.DataObject) -> None:
    """Rarity is between 0 and 1, and the more texts hold a stem the lower."""
    fewer, more = sorted(data.draw(st.tuples(*[st.integers(min_value=0, max_value=texts)] * 2)))
    background = Background(texts, {"few": fewer, "many": more})
    assert 0.0 <= background.rarity("many") <= background.rarity("few") <= 1.0
