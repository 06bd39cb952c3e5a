"""Abbreviations that a text explains."""

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis.abbreviations import abbreviations

WORD = st.text(alphabet="abdefgiklmnoprstuvyæøå", min_size=2, max_size=9)


def test_the_short_form_in_brackets() -> None:
    """The long form is the fewest words before the bracket that hold its letters."""
    text = "Etaten følger opp varig tilrettelagt arbeid (VTA) og fyrvokterpensjon (FVP)."
    assert abbreviations(text) == {("VTA", "varig tilrettelagt arbeid"), ("FVP", "fyrvokterpensjon")}


def test_the_long_form_in_brackets() -> None:
    """The short form may come first."""
    assert abbreviations("Vi viser til KVP (kvalifiseringsprogrammet).") == {("KVP", "kvalifiseringsprogrammet")}


def test_brackets_that_explain_nothing() -> None:
    """A place, a reference and letters that do not fit are no abbreviations."""
    assert abbreviations("Avdelingen (Oslo) hadde vekst (se tabell 3). Etaten (XQZ) vokste.") == set()


@settings(max_examples=150)
@given(st.lists(WORD, min_size=2, max_size=5))
def test_initials_are_found_again(parts: list[str]) -> None:
    """Words followed by their initials are found, and what is found ends with the last word."""
    short = "".join(word[0] for word in parts).upper()
    found = dict(abbreviations(f"Her er {' '.join(parts)} ({short})."))
    assert f"Her er {' '.join(parts)}".endswith(found[short])


@settings(max_examples=150)
@given(st.text(alphabet="abcABCÅØ (),/-", max_size=60))
def test_letters_of_what_is_found_stand_in_order(text: str) -> None:
    """Whatever the text, a short form's letters stand in order in its long form, and both stand in the text."""
    for short, long in abbreviations(text):
        letters = iter(long.casefold())
        assert all(letter in letters for letter in short.casefold())
        assert short in text and long in text
