"""Expressions whose words a question parts: «hvorfor tok sakene lengre tid» holds «tok lengre tid»."""

from functools import lru_cache

from ingest.data import beside
from retrieval.analysis.analyzer import Analyzer
from retrieval.analysis.terms import TermList

MOST_BETWEEN = 4
"""Words: «gikk saksbehandlingstiden for dagpenger ned»."""


def gathered(typed: list[str], analyzer: Analyzer, terms: TermList) -> list[str]:
    """The words of a question, the rest of every parted expression brought up behind its verb."""
    words = list(typed)
    stems = [analyzer.stem(word) for word in words]
    for at in range(len(words)):
        if words[at] not in _verbs() or terms.at(stems, at)[0] > 1:
            continue
        first, last = _rest(words, stems, at, analyzer, terms)
        for row in (words, stems):
            row[at + 1 : last] = row[first:last] + row[at + 1 : first]
    return words


def _rest(words: list[str], stems: list[str], at: int, analyzer: Analyzer, terms: TermList) -> tuple[int, int]:
    """From which to before which word the rest stands of the longest expression that the verb at `at` begins."""
    for length in range(terms.longest - 1, 0, -1):
        for first in range(at + 2, min(at + 2 + MOST_BETWEEN, len(words) - length + 1)):
            last = first + length
            if (stems[at], *stems[first:last]) in terms.alternatives and _says(words[first:last], analyzer):
                return first, last
    return at + 1, at + 1


def _says(rest: list[str], analyzer: Analyzer) -> bool:
    return any(word in _particles() or not analyzer.is_stop_word(word) for word in rest)


def _verbs() -> frozenset[str]:
    return _listed("verbs")


def _particles() -> frozenset[str]:
    return _listed("particles")


@lru_cache(maxsize=2)
def _listed(key: str) -> frozenset[str]:
    """A list of the data file. Raises ValueError where the file is not of its form."""
    return frozenset(beside(__file__, "parted.toml").only(["verbs", "particles"]).lower_words(key))
