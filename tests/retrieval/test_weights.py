"""Weights are data: checked when they are read, and written as they are read."""

import json

import pytest

from retrieval.weights import as_json, logistic, parse_weights, score

NAMES = {"passage": ("near",), "figure": ("unit",), "confidence": ("dense",), "follow": ("same_row",)}
GOOD = {
    "passage": {"bias": 0, "near": 1},
    "figure": {"bias": 0, "unit": 2},
    "confidence": {"bias": -1, "dense": 3},
    "follow": {"bias": 0, "same_row": 1},
    "threshold": 0.4,
    "made_by": "kildesvar fit",
}


def test_weights_survive_being_written() -> None:
    """What is written is read again."""
    weights = parse_weights(json.dumps(GOOD), NAMES)
    assert parse_weights(as_json(weights), NAMES) == weights


@pytest.mark.parametrize(
    ("changed", "named"),
    [({"passage": {"bias": 0}}, "near"), ({"figure": {"bias": 0, "unit": 2, "odd": 1}}, "odd")],
)
def test_a_missing_or_unknown_weight_is_named_with_the_remedy(changed: dict[str, object], named: str) -> None:
    """Features and weights must be each other's."""
    with pytest.raises(ValueError, match=named) as caught:
        parse_weights(json.dumps(GOOD | changed), NAMES)
    assert "kildesvar fit" in str(caught.value)


def test_a_missing_model_is_named() -> None:
    """As its weights are."""
    with pytest.raises(ValueError, match="confidence"):
        parse_weights(json.dumps({name: value for name, value in GOOD.items() if name != "confidence"}), NAMES)


def test_a_score_is_the_weighted_sum() -> None:
    """Bias included."""
    assert score({"bias": 0.5, "a": 2.0, "b": -1.0}, {"a": 1.0, "b": 3.0}) == -0.5


@pytest.mark.parametrize(("value", "chance"), [(0, 0.5), (1e9, 1.0), (-1e9, 0.0)])
def test_a_chance_never_overflows(value: float, chance: float) -> None:
    """However sure a score is."""
    assert logistic(value) == pytest.approx(chance)
