"""A figure beside the others of its sentence or table."""

import pytest

from retrieval.figures.siblings import stand_beside
from tests.retrieval.figures.made import asking, figure, in_sentence

WORDS = "menn mottok støtte kvinner mottok støtte"


def test_words_are_claimed_by_the_number_they_stand_nearest_to() -> None:
    """«7 menn mottok støtte, og 9 kvinner mottok støtte»: each word belongs to its own number."""
    men, women = in_sentence(1, WORDS, 0, (0, 3)), in_sentence(2, WORDS, 3, (3, 6))
    beside = stand_beside(asking("Hvor mange kvinner?", "kvinner"), [men, women])
    assert (beside[1].claimed, beside[2].claimed) == (0.0, 1.0)
    assert beside[2].apart > 0 > beside[1].apart


def test_a_number_of_another_unit_claims_nothing_from_it() -> None:
    """«39 prosent til 1 986 deltakere»: the percentage and the count are asked for in different ways."""
    share = in_sentence(1, "deltakere tiltak", 0, (0, 2), unit="prosent")
    count = in_sentence(2, "deltakere tiltak", 1, (0, 2))
    beside = stand_beside(asking("Hvor mange deltakere?", "deltakere"), [share, count])
    assert beside[1].claimed == beside[2].claimed == 1.0


def test_a_row_is_apart_from_the_rows_that_lack_the_word() -> None:
    """What every row holds sets none of them apart."""
    rows = [figure(1, table="t1", row="klager nord"), figure(2, table="t1", row="klager sør")]
    beside = stand_beside(asking("klager i nord", "klager", "nord"), rows)
    assert beside[1].apart == pytest.approx(0.25)
    assert beside[2].apart == pytest.approx(-0.25)
