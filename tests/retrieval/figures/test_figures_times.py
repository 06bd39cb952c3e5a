"""How periods agree."""

import pytest

from retrieval.figures.times import OTHER_PERIOD, time_features
from tests.retrieval.figures.made import asking, figure, period


@pytest.mark.parametrize(
    ("found", "agreement"),
    [("2024", 1.0), ("31. desember 2024", 0.8), ("mai 2024", 0.1), ("2023", OTHER_PERIOD)],
)
def test_the_very_period_is_best(found: str, agreement: float) -> None:
    """Its end is nearly as good, a part of it hardly, another year the opposite."""
    features = time_features(asking("Hvor mange var det i 2024?"), figure(when=period(found)), 2024)
    assert features["period"] == agreement


@pytest.mark.parametrize(("year", "likely"), [(2024, 1.0), (2025, -1.0), (None, 0.0)])
def test_an_undated_figure_is_of_its_documents_year(year: int | None, likely: float) -> None:
    """Where a year is asked for."""
    features = time_features(asking("Hvor mange var det i 2024?"), figure(), year)
    assert (features["of_the_year"], features["period"]) == (likely, 0.0)


def test_without_a_period_in_the_question_the_newest_counts() -> None:
    """And a figure without one is told apart from both."""
    query = asking("Hvor mange er det?")
    assert time_features(query, figure(when=period("2024")), 2024)["newest"] == 1.0
    assert time_features(query, figure(when=period("2022")), 2024)["newest"] == -1.0
    assert time_features(query, figure(), 2024)["undated"] == 1.0
