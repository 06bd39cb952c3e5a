"""Compounds split with the collection's own vocabulary: «saksbehandlingstid» = «saksbehandling» + «tid»."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from ingest.data import beside
from retrieval.analysis.analyzer import Analyzer

SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
JOINTS = ("", "s", "e")
"""What may stand between two parts."""


def split(term: str, vocabulary: Mapping[str, int] | Collection[str]) -> tuple[str, ...]:
    """The parts of a compound stem, each a stem of the vocabulary; empty when it is not a compound of known words.

    The split with the longest last part wins, since the last part of a Norwegian compound is its head and a
    long head is the safest reading. A first part may itself be a compound: it stays whole.
    """
    if len(term) < SHORTEST_COMPOUND or not term.isalpha():
        return ()
    for at in range(SHORTEST_PART, len(term) - SHORTEST_PART + 1):
        head = term[at:]
        if head not in vocabulary:
            continue
        for first in _first_parts(term[:at]):
            if first in vocabulary:
                return (first, head)
    return ()


def splits(term: str) -> Iterator[tuple[str, str]]:
    """Every way a compound stem may be cut in a first part and a head, the longest head first."""
    if len(term) < SHORTEST_COMPOUND or not term.isalpha():
        return
    for at in range(SHORTEST_PART, len(term) - SHORTEST_PART + 1):
        for first in _first_parts(term[:at]):
            yield first, term[at:]


def without_head(term: str) -> Iterator[str]:
    """What a compound stem is of when its last part says little: «yrkesskade» for «yrkesskadesak»."""
    return (first for first, head in splits(term) if head in _heads())


def adds_head(whole: str, term: str) -> bool:
    """Whether a compound stem is the term with a last part that says little: «barnebidragsområd» for «barnebidrag»."""
    if not whole.startswith(term):
        return False
    rest = whole[len(term) :]
    return any(rest.removeprefix(joint) in _heads() for joint in JOINTS if rest.startswith(joint))


def possible_parts(term: str) -> set[str]:
    """Every stem that `split` may ask the vocabulary for."""
    if len(term) < SHORTEST_COMPOUND or not term.isalpha():
        return set()
    cuts = range(SHORTEST_PART, len(term) - SHORTEST_PART + 1)
    return {term[at:] for at in cuts} | {first for at in cuts for first in _first_parts(term[:at])}


def _first_parts(start: str) -> Iterator[str]:
    """What the first part may be as a stem: inside a compound it has its own ending («regel», stem «regl»)."""
    for joint in JOINTS:
        if start.endswith(joint) and len(start) - len(joint) >= SHORTEST_PART:
            part = start[: len(start) - len(joint)]
            yield part
            stem = _analyzer().stem(part)
            if stem != part and len(stem) >= SHORTEST_PART:
                yield stem


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """The stems of the last parts that say little. Raises ValueError where the data file is not of its form."""
    return frozenset(map(_analyzer().stem, beside(__file__, "compounds.toml").only(["heads"]).lower_words("heads")))


@lru_cache(maxsize=1)
def _analyzer() -> Analyzer:
    return Analyzer()
