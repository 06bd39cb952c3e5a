"""The weights of the ranking models: data, with the command that made them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from math import exp
from operator import mul

FILE = "weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for every feature of passages, figures, confidence and follow-ups, and the refusal threshold."""

    passage: Mapping[str, float]
    figure: Mapping[str, float]
    confidence: Mapping[str, float]
    follow: Mapping[str, float]
    threshold: float
    made_by: str


def parse_weights(text: str, names: Mapping[str, Sequence[str]]) -> Weights:
    """Weights from JSON. `names` are the features each model has.

    Raises ValueError, naming the model and the feature, when a weight is missing or belongs to no feature.
    """
    data = json.loads(text)
    for model, features in names.items():
        wrong = set(data.get(model, ())) ^ {"bias", *features}
        if wrong:
            msg = f"{FILE}, {model}: {sorted(wrong)} missing or unknown; run `kildesvar fit` to make the weights again"
            raise ValueError(msg)
    models = {name: data[name] for name in ("passage", "figure", "confidence", "follow")}
    return Weights(**models, threshold=data["threshold"], made_by=data["made_by"])


def shipped_weights(names: Mapping[str, Sequence[str]]) -> Weights:
    """The weights in the package."""
    return parse_weights(files("retrieval").joinpath(FILE).read_text("utf8"), names)


def as_json(weights: Weights) -> str:
    """Weights in the form `parse_weights` reads."""
    return json.dumps(asdict(weights), indent=1, ensure_ascii=False) + "\n"


def score(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The weighted sum of features, bias included."""
    products: Iterable[float] = map(mul, map(weights.__getitem__, features), features.values())
    return weights["bias"] + sum(products)


def logistic(value: float) -> float:
    """A score as a probability."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, value))))
