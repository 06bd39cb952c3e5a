"""How the encoder that ships is trained, from public Norwegian text, on an ordinary processor."""

from retrieval.training.recipe import Recipe, TrainingReport
from retrieval.training.run import Progress, train
from retrieval.training.sources import TrainingDataError

__all__ = ["Progress", "Recipe", "TrainingDataError", "TrainingReport", "train"]
