"""A calendar has a cell of several dates for each month: the day of the item that was asked for answers."""

import pytest

from retrieval.engine import Engine
from retrieval.search import Filter


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Når er særmøtet om Lykta?", "19.03.2025"),
        ("Når skal etaten levere årsrapporten for 2024?", "12.03.2025"),
        ("Når på dagen er særmøtet om restanser?", "kl. 8:30-10:00"),
        ("Når skal Lykta være ferdig innført?", "30. juni 2025"),
    ],
)
def test_the_day_of_the_item_answers(engine: Engine, question: str, day: str) -> None:
    """Not the whole cell, no day of another item, and no year that is only named."""
    assert engine.answerer().ask(question, (), Filter(), 3).answer == day
