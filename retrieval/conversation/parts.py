"""The parts of a question that comparisons are made of: its subject, its noun and predicate, another in its place."""

from dataclasses import dataclass

from retrieval.conversation.clause import Clause, read_clause
from retrieval.conversation.follow_up import content
from retrieval.conversation.language import Words, shipped_words
from retrieval.conversation.swap import Similarity, with_phrase


@dataclass(frozen=True, slots=True)
class Parts:
    """A question's question word, the noun asked for, its predicate from the verb on, and the periods it names."""

    head: str
    noun: str
    predicate: str
    periods: tuple[str, ...]


def parts_of(question: str) -> Parts:
    """Take a question apart."""
    clause = read_clause(question, shipped_words())
    return Parts(
        clause.head_text,
        clause.noun,
        clause.slice(clause.end_of_noun, len(clause.tokens)),
        tuple(clause.text[mention.start : mention.end] for mention in clause.periods),
    )


def subject_of(question: str) -> str:
    """The words that say what a question is about, without what is measured of it."""
    words = shipped_words()
    clause = read_clause(question, words)
    named = [at for at in content(clause, words) if not _is_measure(clause, at, words)]
    return " ".join(clause.slice(at, at + 1) for at in named)


def has_verb(text: str) -> bool:
    """Whether a text has a verb."""
    words = shipped_words()
    tokens = read_clause(text, words).tokens
    return any(token.low in words.verbs and not (at and token.capital) for at, token in enumerate(tokens))


def only_measures(text: str) -> bool:
    """Whether a text names nothing but what is measured: «tildelingen for 2024»."""
    words = shipped_words()
    clause = read_clause(text, words)
    named = content(clause, words)
    return bool(named) and all(_is_measure(clause, at, words) for at in named)


def until_verb(text: str) -> tuple[str, str]:
    """A text cut before its first verb."""
    words = shipped_words()
    clause = read_clause(text, words)
    at = next((n for n, token in enumerate(clause.tokens) if token.low in words.verbs), len(clause.tokens))
    return clause.slice(0, at), clause.slice(at, len(clause.tokens))


def with_other(question: str, other: str, similarity: Similarity) -> str:
    """A question about another thing: the one most like it is replaced."""
    words = shipped_words()
    return with_phrase(read_clause(question, words), other, words, similarity)


def _is_measure(clause: Clause, at: int, words: Words) -> bool:
    return words.measure.search(clause.tokens[at].low) is not None
