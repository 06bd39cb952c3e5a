"""The small models that weights come from."""

import numpy as np
import pytest

from eval.fitting.models import Choice, first_right, fit_chance, fit_choice, threshold_for


def choices(count: int) -> list[Choice]:
    """Questions whose right candidate has the larger first feature; the second says nothing."""
    random = np.random.default_rng(7)
    made = []
    for _ in range(count):
        features = random.uniform(0, 1, (5, 2))
        right = np.zeros(5, dtype=bool)
        right[int(np.argmax(features[:, 0]))] = True
        made.append(Choice(features, right))
    return made


def test_the_weight_that_tells_is_found() -> None:
    """The feature that decides gets the weight, and the right candidates come first."""
    made = choices(60)
    weights = fit_choice(made, 0.1)
    assert weights[0] > 5 * abs(weights[1])
    assert first_right(made, weights) > 0.95


def test_a_feature_that_speaks_against_gets_a_negative_weight() -> None:
    """The sign comes from the questions."""
    turned = [Choice(-choice.features, choice.right) for choice in choices(30)]
    assert fit_choice(turned, 0.1)[0] < 0


def test_stronger_regularisation_gives_smaller_weights() -> None:
    """Few questions must not make large weights."""
    made = choices(30)
    assert np.linalg.norm(fit_choice(made, 10)) < np.linalg.norm(fit_choice(made, 0.1))


def test_several_right_candidates_count_together() -> None:
    """It is enough that one of them comes first."""
    features = np.array([[1.0], [0.9], [0.0]])
    right = np.array([True, True, False])
    assert fit_choice([Choice(features, right)], 0.1)[0] > 0


def test_fitting_twice_gives_the_same() -> None:
    """Nothing is left to chance."""
    assert np.array_equal(fit_choice(choices(20), 0.3), fit_choice(choices(20), 0.3))


def test_a_chance_is_calibrated() -> None:
    """Where a feature is on, three of four come true; where it is off, one of four."""
    features = np.array([[1.0]] * 400 + [[0.0]] * 400)
    outcomes = np.array(([True] * 3 + [False]) * 100 + ([True] + [False] * 3) * 100)
    weights, bias = fit_chance(features, outcomes, np.ones(800), 0.001)
    assert 1 / (1 + np.exp(-(weights[0] + bias))) == pytest.approx(0.75, abs=0.01)
    assert 1 / (1 + np.exp(-bias)) == pytest.approx(0.25, abs=0.01)


def test_an_example_that_counts_thrice_is_three_examples() -> None:
    """Importance is how much each example counts."""
    outcomes = np.array([True, False])
    _, bias = fit_chance(np.zeros((2, 1)), outcomes, np.array([3.0, 1.0]), 0.001)
    assert 1 / (1 + np.exp(-bias)) == pytest.approx(0.75, abs=0.01)


@pytest.mark.parametrize(("most", "threshold"), [(0.0, 0.1), (0.1, 0.2), (0.25, 0.3), (0.5, 0.6)])
def test_the_threshold_refuses_no_more_than_allowed(most: float, threshold: float) -> None:
    """As many as it may where there are unanswerable ones behind each of them."""
    sure = [0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4, 1.0, 0.5]
    found = threshold_for(sure, sorted([*sure, *sure, *sure])[: 3 * 5], most)
    assert found == threshold
    assert sum(value < found for value in sure) <= most * len(sure)


def test_the_threshold_refuses_nobody_for_one_question_more() -> None:
    """Beyond the last unanswerable questions there is nothing to gain, and for a single one nothing is paid."""
    sure = [value / 10 for value in range(1, 11)]
    assert threshold_for(sure, [0.05, 0.15, 0.15, 0.95, 0.96], 0.5) == 0.2
    assert threshold_for(sure, [0.05, 0.15, 0.15, 0.25, 0.96], 0.5) == 0.2
    assert threshold_for(sure, [], 0.5) == 0.1


def test_a_threshold_without_answerable_questions() -> None:
    """There is nothing to choose by."""
    assert threshold_for([], [0.5], 0.04) == 0.5
