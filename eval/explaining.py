"""Why something ranked as it did: the features it was scored by."""

from collections.abc import Mapping

from retrieval.answer import Answer


def features_of(answer: Answer) -> dict[str, list[dict[str, float]]]:
    """The features of the figures and passages of an answer, in the order they are shown; zeros are left out."""
    return {
        "figures": [_rounded(item.ranked.features) for item in answer.figures],
        "passages": [_rounded(item.candidate.features) for item in answer.passages],
    }


def _rounded(features: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in features.items() if value}
