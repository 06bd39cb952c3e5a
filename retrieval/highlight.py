"""The question's words in a passage: where they stand, and the sentence that holds most of them."""

from ingest.sentences import sentences
from retrieval.analysis import Analyzer
from retrieval.analysis.words import fold, word_spans
from retrieval.query import Query

WORTH_MARKING = 0.5
"""A form that stands for a word less well than this is not marked."""

LONGEST_ANSWER = 320
"""A passage longer than this, in characters, is answered with its best sentence."""


def highlights(text: str, query: Query, analyzer: Analyzer) -> tuple[tuple[int, int], ...]:
    """The (start, end) offsets of the words of a text that stand for something asked for."""
    return tuple(
        (start, end)
        for start, end in word_spans(text)
        if query.asked.get(analyzer.stem(fold(text[start:end])), 0.0) >= WORTH_MARKING
    )


def best_words(reading: str, query: Query, analyzer: Analyzer) -> str:
    """The passage as a whole where it is short, else the first of the sentences that hold most of the question."""
    if len(reading) <= LONGEST_ANSWER:
        return reading
    parts = [reading[start:end].strip() for start, end in sentences(reading)]
    held = [query.coverage(frozenset(analyzer.terms(part))) for part in parts]
    return parts[held.index(max(held))]
