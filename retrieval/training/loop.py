"""The training loop: token vectors moved until queries lie nearest to their own passages."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from retrieval.training.bags import Bags
from retrieval.training.recipe import Recipe
from retrieval.training.tasks import Batch, Task

Vectors = NDArray[np.float32]
_WARM_UP = 0.05


def fit(start: Vectors, tasks: Sequence[Task], recipe: Recipe, tell: Callable[[int, float], None]) -> Vectors:
    """The token vectors after all steps; `tell` hears the step and its loss."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    rng = np.random.default_rng(recipe.seed)
    weights = torch.from_numpy(start.copy()).requires_grad_()
    optimizer = torch.optim.Adam([weights], lr=recipe.learning_rate, fused=True)
    for step, task in enumerate(_order(tasks, recipe.steps, rng)):
        optimizer.param_groups[0]["lr"] = recipe.learning_rate * _pace(step, recipe.steps)
        batch = task.batch(rng, recipe.batch)
        if not len(batch.keys):
            continue
        loss = contrastive_loss(weights, batch, recipe.scale)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        tell(step + 1, loss.item())
    return np.asarray(weights.detach().numpy(), dtype=np.float32)


def contrastive_loss(weights: torch.Tensor, batch: Batch, scale: float) -> torch.Tensor:
    """Every row's own partner against all others of the batch, from both sides."""
    scores = scale * _rows(weights, batch.queries) @ _rows(weights, batch.passages).T
    keys = torch.from_numpy(batch.keys)
    same = (keys[:, None] == keys[None, :]).fill_diagonal_(False)
    scores = scores.masked_fill(same, -torch.inf)
    own = torch.arange(len(keys))
    return (functional.cross_entropy(scores, own) + functional.cross_entropy(scores.T, own)) / 2


def _rows(weights: torch.Tensor, bags: Bags) -> torch.Tensor:
    means = functional.embedding_bag(torch.from_numpy(bags.ids), weights, torch.from_numpy(bags.starts), mode="mean")
    return functional.normalize(means, dim=1)


def _order(tasks: Sequence[Task], steps: int, rng: np.random.Generator) -> list[Task]:
    shares = np.array([task.share for task in tasks])
    return [tasks[number] for number in rng.choice(len(tasks), size=steps, p=shares / shares.sum())]


def _pace(step: int, steps: int) -> float:
    """The learning rate's course: up in a few steps, then evenly down to nothing."""
    done = step / steps
    return min(1.0, (done + 1 / steps) / _WARM_UP, (1 - done) / (1 - _WARM_UP))
