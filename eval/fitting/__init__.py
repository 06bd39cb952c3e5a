"""The weights of the ranking models, fitted on the *tune* questions."""

from eval.fitting.asked import Collection
from eval.fitting.fit import fit

__all__ = ["Collection", "fit"]
