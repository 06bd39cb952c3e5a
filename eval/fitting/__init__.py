"""The weights of the ranking models, fitted on the *tune* questions."""

from eval.fitting.fit import Collection, fit

__all__ = ["Collection", "fit"]
