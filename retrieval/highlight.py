"""The question's words in a passage: where they stand."""

from retrieval.analysis import Analyzer
from retrieval.analysis.words import fold, word_spans
from retrieval.query import Query

WORTH_MARKING = 0.5
"""A form that stands for a word less well than this is not marked."""


def highlights(text: str, query: Query, analyzer: Analyzer) -> tuple[tuple[int, int], ...]:
    """The (start, end) offsets of the words of a text that stand for something asked for."""
    return tuple(
        (start, end)
        for start, end in word_spans(text)
        if query.asked.get(analyzer.stem(fold(text[start:end])), 0.0) >= WORTH_MARKING
    )
