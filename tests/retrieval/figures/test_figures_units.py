"""How units agree."""

import pytest

from retrieval.analysis import Analyzer
from retrieval.figures.units import unit_features
from tests.retrieval.figures.made import asking, figure


@pytest.mark.parametrize(
    ("question", "unit", "feature", "value"),
    [
        ("Hvor mange prosent var det?", "prosent", "unit", 1.0),
        ("Hvor mange prosent var det?", "kroner", "unit", -1.0),
        ("Hvor mange timer med tåke var det?", "tåketimer", "unit", 1.0),
        ("Hvor mye gikk til drift?", "kroner", "likely_unit", 1.0),
        ("Hvor mye gikk til drift?", "årsverk", "likely_unit", -1.0),
    ],
)
def test_a_unit_agrees_with_what_is_counted(question: str, unit: str, feature: str, value: float) -> None:
    """Certain and likely classes."""
    assert unit_features(asking(question), figure(unit=unit), Analyzer())[feature] == value


@pytest.mark.parametrize(
    ("unit", "counted", "counts_other"),
    [("ytelser", 1.0, 0.0), ("søknader", 0.0, 1.0), ("personer", 0.0, 0.0), ("prosent", 0.0, 0.0), (None, 0.0, 0.0)],
)
def test_what_stands_after_how_many_is_counted(unit: str | None, counted: float, counts_other: float) -> None:
    """Applications are not benefits even where both are asked about; people may stand for whatever is counted."""
    query = asking("Hvor mange nasjonale ytelser ble det søknader om?", "ytelser", "søknader")
    features = unit_features(query, figure(unit=unit), Analyzer())
    assert (features["counted"], features["counts_other"]) == (counted, counts_other)


def test_a_unit_with_a_hyphen_counts_its_last_word() -> None:
    """«Nav-kontorer» are offices."""
    query = asking("Hvor mange kontorer er det igjen?", "kontorer")
    assert unit_features(query, figure(unit="nav-kontorer"), Analyzer())["counted"] == 1.0
