"""The data of endings and irregular words."""

import pytest

from retrieval.analysis.endings import parse_endings

SMALL = """
[inflection]
endings = [{ off = "er", left = 3 }]
respelled = [{ end = "mm", to = "m", left = 2 }]
kept = ["lever"]
[derivation]
endings = [{ off = "ning", left = 3 }, { off = "t", left = 4 }]
respelled = []
kept = []
[roots]
skil = ["skolt"]
[irregular]
bolig = ["bolig", "boliger"]
mann = ["menn"]
[heads]
lov = ["lov", "loven"]
"""


def test_an_ending_comes_off_only_when_enough_is_left() -> None:
    """«mottaker» loses its ending; a short word and a kept one do not."""
    off = parse_endings(SMALL, "test").inflection.off
    assert [off(stem) for stem in ("mottaker", "uker", "lever")] == ["mottak", "uker", "lever"]


def test_an_end_is_respelled_after_the_ending_is_off() -> None:
    """Both spellings of a stem come out alike."""
    off = parse_endings(SMALL, "test").inflection.off
    assert off("program") == off("programm") == off("programmer") == "program"


def test_derivation_is_taken_off_again_and_again() -> None:
    """«skiltning» loses both its endings."""
    assert parse_endings(SMALL, "test").derivation.all_off("skiltning") == "skil"


def test_a_listed_root_goes_on_through_the_derivation() -> None:
    """What a stem is listed at loses its own endings, and a root is its own root."""
    root = parse_endings(SMALL.replace("skil =", "skiltning ="), "test").root
    assert root("skolt") == root("skiltning") == root("skil") == "skil"


def test_a_compound_follows_its_irregular_last_part() -> None:
    """A long form at the end of a word counts, a short one does not."""
    endings = parse_endings(SMALL, "test")
    assert endings.irregular_stem("studentboliger") == "studentbolig"
    assert endings.irregular_stem("menn") == "mann"
    assert endings.irregular_stem("nordmenn") is None


def test_a_head_keeps_its_stem_however_short() -> None:
    """Alone and last in a compound; what stands before it must be long enough to be a word."""
    stem = parse_endings(SMALL, "test").irregular_stem
    assert [stem(word) for word in ("loven", "skatteloven", "skattelov", "solov")] == [
        "lov",
        "skattelov",
        "skattelov",
        None,
    ]


def test_a_form_at_two_stems_is_an_error() -> None:
    """The message names the file, the form and both stems."""
    twice = SMALL.replace('mann = ["menn"]', 'mann = ["menn"]\nmenne = ["menn"]')
    with pytest.raises(ValueError, match=r"test, \[irregular\]: «menn» stands at mann and at menne"):
        parse_endings(twice, "test")


@pytest.mark.parametrize("missing", ["respelled = []\nkept = []", "[derivation]"])
def test_a_missing_part_is_an_error(missing: str) -> None:
    """The message names the file and the part."""
    with pytest.raises(ValueError, match=r"test, \[derivation\]: '\w+' is missing"):
        parse_endings(SMALL.replace(missing, missing.replace("respelled = []", "").replace("derivation", "x")), "test")
