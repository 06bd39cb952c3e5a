"""A phrase of the question met with the labels of tables: how much of it they hold, and what they say beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from retrieval.concepts import Concept, concepts
from retrieval.forms import Language, Vocabulary
from retrieval.matching import Matcher


@dataclass(frozen=True)
class Wording:
    """A phrase's concepts, bare numbers left out: years and codes are matched by themselves."""

    concepts: tuple[Concept, ...]

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.concepts)

    @cached_property
    def total(self) -> float:
        """The summed rarity of the concepts."""
        return sum(concept.rarity for concept in self.concepts)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem for concept in self.concepts for form in concept.forms for stem in form.stems)

    def held(self, stems: frozenset[str]) -> float:
        """The rarity of what a label with these stems holds of the phrase.

        A word that no document uses itself is held wholly where its best synonym is.
        """
        matches = self._matcher.matches(stems)
        met = zip(self.concepts, matches, strict=True)
        return sum(concept.rarity * match / max(form.weight for form in concept.forms) for concept, match in met)

    def coverage(self, stems: frozenset[str]) -> float:
        """The share of the phrase that a label with these stems holds; 1 for an empty phrase."""
        return self.held(stems) / self.total if self.total else 1.0

    def unasked(self, stems: Iterable[str]) -> int:
        """How many of a label's stems the phrase does not name."""
        return sum(stem not in self._stems and not stem[:1].isdigit() for stem in stems)


def wording(text: str, language: Language, vocabulary: Vocabulary) -> Wording:
    """A phrase as a Wording."""
    found = concepts(text, language, vocabulary)
    return Wording(tuple(each for each in found if not each.words.replace(" ", "").isdigit()))
