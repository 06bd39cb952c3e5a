"""A question made ready to be searched: understood, its concepts found, its vector made."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import mul

import numpy as np

from retrieval.analysis.words import fold
from retrieval.concepts import Concept, concepts
from retrieval.forms import Form, Language
from retrieval.index.legs.protocol import Vectors
from retrieval.index.open import Index
from retrieval.matching import Matcher
from retrieval.question import Question, is_frame, is_of_ages, is_of_own_case, understand

_NAME = re.compile(r"(?<=[^.?!:] )[^\W\d_a-zæøå][\w-]*")
_NAMING = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d(?!\d))\d+(?![\d,]|\.(?! ?$|$)| \d{3})")
_NUMBER = re.compile(r"\d+(?: \d{3})*(?:,\d+)?")

FRAME = 0.4
"""How much a word counts that is of the asking more than of what is asked about."""


@dataclass(frozen=True)
class Query:
    """A question with what it is searched by. `vector` is (1, dimension), `newest_year` the collection's."""

    question: Question
    concepts: tuple[Concept, ...]
    vector: Vectors
    newest_year: int | None = None

    @cached_property
    def subject(self) -> tuple[Concept, ...]:
        """The concepts without bare numbers: years and ages decide between figures, not what the question is about."""
        named = tuple(
            concept
            for concept in self.concepts
            if not concept.words.replace(" ", "").isdigit() or concept.words in self.naming_numbers
        )
        return named or self.concepts

    @cached_property
    def total(self) -> float:
        """The summed rarity of the subject."""
        return sum(concept.rarity for concept in self.subject) or 1.0

    @cached_property
    def of_ages(self) -> bool:
        """Whether the question is of people of some ages."""
        return is_of_ages(self.question.text)

    @cached_property
    def of_own_case(self) -> bool:
        """Whether somebody asks for himself: public documents tell of the many, not what «jeg» will get."""
        return is_of_own_case(self.question.text)

    @cached_property
    def beyond(self) -> bool:
        """Whether a year is asked for that is later than any document is of."""
        years = [period.year for period in self.question.periods if period.year]
        return self.newest_year is not None and max(years, default=self.newest_year) > self.newest_year

    @cached_property
    def counted(self) -> Mapping[str, float]:
        """Every stem that may stand for what is to be counted, with how well it does."""
        return self._standing_for(self.question.counted)

    @cached_property
    def many(self) -> Mapping[str, float]:
        """The same for the first words after «hvor mange», those behind a verb among them."""
        return self._standing_for(self.question.many)

    def _standing_for(self, named: frozenset[str]) -> Mapping[str, float]:
        concepts = [concept for concept in self.concepts if named.intersection(concept.words.split())]
        return _stems(form for concept in concepts for form in concept.forms if len(form.stems) == 1)

    @cached_property
    def asked(self) -> Mapping[str, float]:
        """Every stem that may stand for something asked for, with how well it does."""
        return _stems(form for concept in self.concepts for form in concept.forms)

    @cached_property
    def naming_numbers(self) -> frozenset[str]:
        """The numbers that are part of a name or a limit: «dialogmøte 2», «under 30 år»; no years, no ordinals."""
        return frozenset(match.group() for match in _NAMING.finditer(self.question.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words written with a capital inside the question, folded: names of places, bodies and persons."""
        return frozenset(fold(match.group()) for match in _NAME.finditer(self.question.text))

    @cached_property
    def matcher(self) -> Matcher:
        """Finds which parts of the subject a text holds."""
        return Matcher(self.subject)

    @cached_property
    def _covered(self) -> dict[frozenset[str], float]:
        return {}

    @cached_property
    def _rarities(self) -> tuple[float, ...]:
        return tuple(concept.rarity for concept in self.subject)

    def share(self, matches: Sequence[float]) -> float:
        """The share of the subject, weighted by rarity, that these matches of its concepts come to."""
        products: Iterable[float] = map(mul, self._rarities, matches)
        return sum(products) / self.total

    def coverage(self, stems: frozenset[str]) -> float:
        """The share of the subject, weighted by rarity, that a text with these stems holds."""
        found = self._covered.get(stems)
        if found is None:
            found = self._covered[stems] = self.share(self.matcher.matches(stems))
        return found


def numbers_in(text: str) -> frozenset[str]:
    """The numbers a question itself names, as they are written: «under 30 år» is not answered with 30."""
    return frozenset(match.group() for match in _NUMBER.finditer(text))


def make_query(text: str, index: Index, language: Language) -> Query:
    """A question as a Query against an index."""
    question = understand(text, index.newest_year)
    found = concepts(text, language, index.store)
    found = tuple(_as_frame(concept) if is_frame(concept.words, question) else concept for concept in found)
    vector = np.asarray(index.encoder.encode([text]), dtype=np.float32)
    return Query(question, found, vector, index.newest_year)


def _as_frame(concept: Concept) -> Concept:
    return replace(concept, rarity=concept.rarity * FRAME)


def _stems(forms: Iterable[Form]) -> dict[str, float]:
    stems: dict[str, float] = {}
    for form in forms:
        for stem in form.stems:
            stems[stem] = max(stems.get(stem, 0.0), form.weight)
    return stems


def precision(terms: frozenset[str], asked: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    """The share of a label's stems, weighted by rarity, that the question asks for; 1 for an empty label."""
    total = sum([rarity.get(term, 0.0) for term in terms])
    if not total:
        return 1.0
    return sum([rarity.get(term, 0.0) * asked[term] for term in terms if term in asked]) / total


def all_terms(sets: Sequence[frozenset[str]]) -> set[str]:
    """The union of sets of stems."""
    return set().union(*sets)
