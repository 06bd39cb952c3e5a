"""The forms a word of a question may have in a collection: relatives, compounds and their parts, initials."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import log
from typing import Protocol

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.compounds import adds_head, splits, without_head
from retrieval.analysis.terms import Run, TermList

WEIGHT = {
    "word": 1.0,
    "abbreviation": 0.95,
    "term": 0.8,
    "phrase": 0.65,
    "together": 0.9,
    "alone": 0.85,
    "relative": 0.75,
    "part": 0.6,
    "compound": 0.55,
    "half": 0.5,
    "initials": 0.5,
    "joined": 0.85,
    "kind": 0.65,
    "with_head": 0.9,
    "without_head": 0.7,
}
"""How much a form counts beside the word itself, by where it comes from; a half of a compound by what it tells.

A listed expression of several words counts less than one of a single word: its words need not stand together.
"""

MOST_COMPOUNDS = 24
LINKS = ("s", "e")
"""Letters between the parts of a compound."""
WHOLE = frozenset({"word", "term", "abbreviation", "with_head", "without_head"})
"""Where a form comes from that says all of its concept."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way a concept may be written: stems that must all stand there, and how well they stand for it."""

    stems: tuple[str, ...]
    weight: float
    origin: str


class Vocabulary(Protocol):
    """What a collection knows of its own words."""

    @property
    def passages(self) -> int:
        """How many passages there are."""

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each term stands; terms that stand nowhere are left out."""

    def is_acronym(self, term: str) -> bool:
        """Whether the collection writes the term in capitals alone."""

    def compounds(self, term: str) -> tuple[str, ...]:
        """The collection's compounds that the term is a part of, commonest first."""

    def relatives(self, root: str) -> tuple[str, ...]:
        """The collection's stems that share a root."""

    def abbreviations(self, run: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """What the collection says a run of stems is short for, or how it is shortened."""


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of Norwegian whatever the collection: the analysis, the term list, how common words are.

    `left_out` are sorts of forms that are not made, to see what they are worth; «parted» is what a question parts.
    """

    analyzer: Analyzer
    terms: TermList
    background: Background
    left_out: frozenset[str] = frozenset()


def idf(frequency: int, passages: int) -> float:
    """Robertson's inverse document frequency, never negative: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def made_from(stem: str, language: Language, vocabulary: Vocabulary) -> Iterator[Form]:
    """Words of the same root, compounds the word is part of, and its own parts.

    «tiltaksplass» stands also where «tiltak» and «plass» both stand, and a little where only one of them does;
    «barnebidrag» nearly as well as «barnebidragsområdet».
    """
    for other in vocabulary.relatives(language.analyzer.root(stem)):
        yield Form((other,), WEIGHT["relative"], "relative")
    for first in vocabulary.frequencies(without_head(stem)):
        yield Form((first,), WEIGHT["without_head"], "without_head")
    yield from _part_forms(stem, language, vocabulary)
    for whole in vocabulary.compounds(stem)[:MOST_COMPOUNDS]:
        origin = "with_head" if adds_head(whole, stem) else "kind" if whole.endswith(stem) else "compound"
        yield Form((whole,), WEIGHT[origin], origin)


def joined(first: Iterable[Form], second: Iterable[Form], vocabulary: Vocabulary) -> tuple[Form, ...]:
    """«fog hours», «tåke timer»: two words side by side that the collection writes as one, in any of their forms."""
    pairs = product(_single(first), _single(second))
    wholes = {f"{a}{link}{b}" for a, b in pairs for link in ("", *LINKS)}
    known = vocabulary.frequencies(wholes)
    return tuple(Form((whole,), WEIGHT["joined"], "joined") for whole in sorted(known))


def _single(forms: Iterable[Form]) -> list[str]:
    return [form.stems[0] for form in forms if len(form.stems) == 1 and form.origin in WHOLE]


def _part_forms(stem: str, language: Language, vocabulary: Vocabulary) -> Iterator[Form]:
    """Both parts of every way to cut a compound, and each of them alone: «barnebidrag» with or without «sak»."""
    cuts = list(splits(stem))
    listed = {part: language.terms.alternatives.get((part,), ()) for cut in cuts for part in cut}
    asked = {*listed, *(word for runs in listed.values() for run in runs for word in run)}
    frequencies = vocabulary.frequencies(asked)
    for first, head in cuts:
        firsts, heads = (_said_as(part, listed[part], frequencies) for part in (first, head))
        for one, other in product(firsts, heads):
            yield Form((*one, *other), WEIGHT["part"], "part")
        if firsts and heads:
            tells = [idf(min(frequencies[word] for word in runs[0]), vocabulary.passages) for runs in (firsts, heads)]
            for runs, tell in zip((firsts, heads), tells, strict=True):
                yield from (Form(run, WEIGHT["half"] * tell / (sum(tells) or 1.0), "half") for run in runs)


def _said_as(part: str, listed: tuple[Run, ...], frequencies: dict[str, int]) -> list[Run]:
    """How the collection says a part of a compound: as it is, or in words of the same meaning."""
    if part in frequencies:
        return [(part,)]
    return [run for run in listed if all(word in frequencies for word in run)]


def initials(stem: str, vocabulary: Vocabulary) -> Iterator[Form]:
    """«klageinstans» stands also where the collection writes «KI»."""
    written = [cut for cut in splits(stem) if vocabulary.is_acronym(cut[0][0] + cut[1][0])]
    short = {first[0] + head[0] for first, head in written if len(vocabulary.frequencies({first, head})) == 2}
    yield from (Form((letters,), WEIGHT["initials"], "initials") for letters in sorted(short))
