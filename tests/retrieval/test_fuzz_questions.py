"""Whatever is asked is answered, or said not to be found; and the same question gives the same answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.answer import Answerer
from retrieval.index.scope import Filter
from tests.fuzz import TEXTS

CHECKS = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def asked(answerer: Answerer, question: str, history: list[str]) -> None:
    """Ask twice."""
    answer = answerer.ask(question, history, Filter(), 5)
    again = answerer.ask(question, history, Filter(), 5)
    assert answer == again
    assert 0 <= answer.confidence <= 1


@settings(max_examples=40, **CHECKS)  # type: ignore[arg-type]
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_any_question(answerer: Answerer, question: str, history: list[str]) -> None:
    """A few of them, others every time."""
    asked(answerer, question, history)


@pytest.mark.long
@settings(max_examples=3000, **CHECKS)  # type: ignore[arg-type]
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_any_question_many_times(answerer: Answerer, question: str, history: list[str]) -> None:
    """Thousands."""
    asked(answerer, question, history)
