"""The three small models that are fitted: choosing among candidates, and how sure a choice is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One question's candidates: features (candidates, features), and which candidates are right.

    `offset`, (candidates,), is what speaks for each before the features are weighed.
    """

    features: Matrix
    right: NDArray[np.bool_]
    offset: Matrix | None = None

    def scores(self, weights: Matrix) -> Matrix:
        """What speaks for each candidate, (candidates,)."""
        weighed = self.features @ weights
        return weighed if self.offset is None else weighed + self.offset


def fit_choice(choices: Sequence[Choice], l2: float) -> Matrix:
    """Weights, (features,), that make the right candidates likely.

    The loss is the chance of all right candidates together under a softmax over the candidates (the top-one loss
    of ListNet, Cao et al. 2007), with L2 regularisation.
    """
    width = choices[0].features.shape[1]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, gradient = l2 * float(weights @ weights), 2 * l2 * weights
        for choice in choices:
            scores = choice.scores(weights)
            every, right = logsumexp(scores), logsumexp(scores[choice.right])
            chance, chance_right = np.exp(scores - every), np.exp(scores[choice.right] - right)
            total += float(every - right)
            gradient = gradient + chance @ choice.features - chance_right @ choice.features[choice.right]
        return total, gradient

    return np.asarray(minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B").x)


def fit_chance(features: Matrix, outcomes: NDArray[np.bool_], importance: Matrix, l2: float) -> tuple[Matrix, float]:
    """Logistic regression with L2 regularisation: weights (features,) and the bias, which is not regularised.

    `importance`, (examples,), is how much each example counts.
    """
    sign = np.where(outcomes, 1.0, -1.0)

    def loss(parameters: Matrix) -> tuple[float, Matrix]:
        weights, bias = parameters[:-1], parameters[-1]
        margin = sign * (features @ weights + bias)
        slope = -importance * sign / (1 + np.exp(margin))
        gradient = np.append(features.T @ slope + 2 * l2 * weights, slope.sum())
        return float(importance @ np.logaddexp(0, -margin) + l2 * weights @ weights), gradient

    found = minimize(loss, np.zeros(features.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return np.asarray(found[:-1]), float(found[-1])


def first_right(choices: Sequence[Choice], weights: Matrix) -> float:
    """The share of questions whose best candidate is right."""
    return float(np.mean([choice.right[int(np.argmax(choice.scores(weights)))] for choice in choices]))


def threshold_for(answerable: Sequence[float], unanswerable: Sequence[float], most_refused: float) -> float:
    """Below what score a question is refused, so that no more than this share of the answerable ones are.

    Of such thresholds the one by which the shares refused of either sort differ most (Youden 1950), or the lowest by
    which they differ as much but for one unanswerable question: one more may be chance, and more are refused for it.
    """
    ordered = np.sort(np.asarray(answerable, dtype=float))
    if not len(ordered):
        return 0.5
    allowed = ordered[: int(most_refused * len(ordered)) + 1]
    others = np.sort(np.asarray(unanswerable, dtype=float))
    refused = np.searchsorted(ordered, allowed) / len(ordered)
    rightly = np.searchsorted(others, allowed) / max(len(others), 1)
    gained = rightly - refused
    return float(allowed[int(np.argmax(gained >= gained.max() - 1 / max(len(others), 1)))])


def named(weights: Matrix, names: Sequence[str]) -> dict[str, float]:
    """Weights by name, rounded as they are stored."""
    return {name: round(float(value), 4) for name, value in zip(names, weights, strict=True)}
