"""Norwegian text → terms. Text and question go through the same code, named by one fingerprint."""

from retrieval.analysis.analyzer import Analyzer

__all__ = ["Analyzer"]
