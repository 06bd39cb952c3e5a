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


def test_without_a_period_in_the_question_an_undated_figure_is_told_apart() -> None:
    """From those of some year, whichever it is."""
    query = asking("Hvor mange er det?")
    assert time_features(query, figure(), 2024)["undated"] == 1.0
    assert time_features(query, figure(when=period("2022")), 2024)["undated"] == 0.0


def test_a_change_may_be_asked_for_by_where_it_begins() -> None:
    """«Ned fra 2023» is answered by what fell from 2023 to 2024; a level of 2023 to 2024 is not asked for so."""
    change = figure(when=period("fra 2023 til 2024"))
    assert time_features(asking("Hvor mange prosentpoeng gikk andelen ned fra 2023?"), change, 2024)["period"] == 0.8
    assert time_features(asking("Hvor mange var det i 2023?"), change, 2024)["period"] < 0
