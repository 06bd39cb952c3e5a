"""Misspelt words read as the ones that were meant."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.answer import Answerer
from retrieval.index.scope import Filter
from retrieval.spelling import Speller


@pytest.fixture
def speller(answerer: Answerer) -> Speller:
    """A speller over the small collection."""
    return Speller(answerer.index, answerer.language)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hvor lang er saksbehandlinstiden?", "Hvor lang er saksbehandlingstiden?"),
        ("Hvor mange merkesøkander kom inn?", "Hvor mange merkesøknader kom inn?"),
        ("Vedlikhold ble utsatt", "Vedlikeholdet ble utsatt"),
        ("Hva gjør departtementet med fyrllyktene?", "Hva gjør departementet med fyrlykter?"),
        ("Hvor stor er saksbunkke?", "Hvor stor er saksbunke?"),
    ],
)
def test_a_slip_or_two_are_read_as_the_word(speller: Speller, typed: str, meant: str) -> None:
    """As the collection writes it, else as the term list does; the rest of the question stays as it was typed."""
    assert speller.read(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange ansatte har etaten?",
        "Hvor mange vaktmestere er det?",  # unknown, and like nothing
        "Hva sier Vedlikhold i Havnnerådet?",  # names
        "Hvor mye kostet drfit?",  # too short to tell
        "merkedepartement 2024",  # a compound of known parts
        "",
    ],
)
def test_what_may_be_right_is_left_as_it_stands(speller: Speller, question: str) -> None:
    """A known word, a name, a short one, a compound."""
    assert speller.read(question) == question


def test_the_reply_says_how_the_question_was_read(answerer: Answerer) -> None:
    """The question as typed, and as it was read; the answer is that of the word which was meant."""
    reply = answerer.ask("Hvor lang var saksbehandlinstiden for merkesøknader i 2024?", (), Filter(), 3)
    assert reply.question == "Hvor lang var saksbehandlinstiden for merkesøknader i 2024?"
    assert reply.resolved == "Hvor lang var saksbehandlingstiden for merkesøknader i 2024?"
    assert reply.answer == "31 dager"


def test_earlier_questions_are_read_so_too(answerer: Answerer) -> None:
    """A follow-up takes up the word that was meant, not the slip."""
    earlier = ["Hvor lang var saksbehandlinstiden for merkesøknader i 2024?"]
    assert "saksbehandlingstiden" in answerer.completed("og i 2023?", earlier)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60))
def test_reading_what_was_read_changes_nothing(speller: Speller, question: str) -> None:
    """Whatever is typed can be read, and is right once it is."""
    once = speller.read(question)
    assert speller.read(once) == once
