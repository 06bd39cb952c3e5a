"""Compounds → parts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis.compounds import possible_parts, split

STEMS = st.text(alphabet="aeklmnorst", min_size=3, max_size=8)


def test_the_longest_last_part_wins() -> None:
    """The head is as long as the vocabulary allows."""
    assert split("saksbehandlingstid", {"sak", "behandling", "saksbehandling", "tid", "behandlingstid"}) == (
        "sak",
        "behandlingstid",
    )


def test_a_first_part_may_have_its_own_ending() -> None:
    """«skoleelev» and «regelverk» begin with words whose stems are shorter."""
    assert split("skoleelev", {"skol", "elev"}) == ("skol", "elev")
    assert split("regelverk", {"regl", "verk"}) == ("regl", "verk")


def test_what_is_no_compound_has_no_parts() -> None:
    """A short word, an unknown one and one with a digit in it are not split."""
    known = {"sak", "tid", "bunk"}
    assert split("saktid", known) == split("ukjentbunk", known) == split("saksbunk1", known) == ()


@settings(max_examples=100)
@given(STEMS, STEMS, st.sampled_from(["", "s", "e"]))
def test_two_known_words_joined_are_split(first: str, head: str, joint: str) -> None:
    """The parts found are known, they begin and end the word, and are among those that may be asked for."""
    term = first + joint + head
    found = split(term, {first, head})
    if len(term) < 7:
        assert found == ()
        return
    assert found and set(found) <= {first, head} & possible_parts(term)
    assert term.endswith(found[1])


@settings(max_examples=100)
@given(STEMS, st.sets(STEMS, max_size=20))
def test_only_possible_parts_matter(term: str, vocabulary: set[str]) -> None:
    """The rest of the vocabulary does not change the split."""
    assert split(term, vocabulary) == split(term, vocabulary & possible_parts(term))
