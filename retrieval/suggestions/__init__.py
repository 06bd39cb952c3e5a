"""Questions the documents answer: made from their tables, and each one asked before it is suggested."""

from retrieval.suggestions.suggest import following, starting

__all__ = ["following", "starting"]
