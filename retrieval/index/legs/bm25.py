"""The lexical score of one passage, worked out without an index: as tantivy gives it, term by term.

An engine that can only add up products of terms finds the passages; this decides between what it found, so that
one rule holds wherever the legs are kept. BM25 (Robertson and Zaragoza 2009) with Lucene's lengths in one byte.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from retrieval.concepts import Concept
from retrieval.forms import idf
from retrieval.index.legs.fields import BESIDE_THE_BEST, FIELDS, GRAMS_TOGETHER, field_terms, own_grams
from retrieval.index.legs.protocol import FieldWeights

K1, B = 1.2, 0.75
_EXACT = 24
"""Lengths below this are kept as they are; of what is above, four binary digits."""


class Counts(Protocol):
    """What is known of a collection's terms, field by field."""

    @property
    def passages(self) -> int:
        """How many passages there are."""

    def average(self, field: str) -> float:
        """How many terms a passage has in a field, on the average."""

    def frequencies(self, field: str, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages each term stands in a field; terms that stand nowhere are left out."""


class Scorer:
    """Scores passages for one question."""

    def __init__(self, concepts: Sequence[Concept], weights: FieldWeights, counts: Counts) -> None:
        self._concepts = [(concept, own_grams(concept) if weights.grams else ()) for concept in concepts]
        self._weights = weights
        boosts = {"body": weights.body, "context": weights.context}
        self._boosts = [(field, boost) for field, boost in boosts.items() if boost]
        self._average = {field: counts.average(field) for field in FIELDS}
        stems = sorted({stem for concept in concepts for form in concept.forms for stem in form.stems})
        asked = {"body": stems, "context": stems, "grams": sorted({gram for _, own in self._concepts for gram in own})}
        self._worth = {
            field: {term: idf(n, counts.passages) * (K1 + 1) for term, n in counts.frequencies(field, terms).items()}
            for field, terms in asked.items()
        }

    def products(self) -> dict[tuple[str, str], float]:
        """What a match of each (field, term) counts at most: the parts of an upper bound that is a plain sum."""
        found: defaultdict[tuple[str, str], float] = defaultdict(float)
        for concept, own in self._concepts:
            best: dict[tuple[str, str], float] = {}
            for form in concept.forms:
                for stem in form.stems:
                    for field, boost in self._boosts:
                        worth = self._worth[field].get(stem, 0.0) * boost * form.weight / len(form.stems)
                        best[field, stem] = max(best.get((field, stem), 0.0), worth)
            for gram in own:
                best["grams", gram] = self._worth["grams"].get(gram, 0.0) * self._gram_weight(own)
            for key, worth in best.items():
                found[key] += worth * concept.weight
        return {key: worth for key, worth in found.items() if worth}

    def score(self, body: Sequence[str], context: Sequence[str]) -> float:
        """The score of a passage with these stems, in order; 0 when it does not match."""
        values = {field: self._values(field, terms) for field, terms in field_terms(body, context).items()}
        return sum(concept.weight * self._matched(concept, own, values) for concept, own in self._concepts)

    def _values(self, field: str, terms: Sequence[str]) -> Mapping[str, float]:
        """What each term of the question that stands in the field comes to."""
        worth = self._worth[field]
        times = Counter(term for term in terms if term in worth)
        length = saturated_length(len(terms), self._average[field])
        return {term: worth[term] * number / (number + length) for term, number in times.items()}

    def _matched(self, concept: Concept, own: Sequence[str], values: Mapping[str, Mapping[str, float]]) -> float:
        """The best form, a little of the others, and the word's n-grams."""
        forms = [form.weight * self._all(form.stems, values) for form in concept.forms]
        grams = sum(values["grams"].get(gram, 0.0) for gram in own)
        return _best_of(forms) + (grams * self._gram_weight(own) if own else 0.0)

    def _all(self, stems: Sequence[str], values: Mapping[str, Mapping[str, float]]) -> float:
        """The mean of all the stems, each in the field it counts most in; 0 when one is missing."""
        each = [_best_of([boost * values[field].get(stem, 0.0) for field, boost in self._boosts]) for stem in stems]
        return sum(each) / len(each) if all(each) else 0.0

    def _gram_weight(self, own: Sequence[str]) -> float:
        return self._weights.grams * GRAMS_TOGETHER / len(own)


def saturated_length(terms: int, average: float) -> float:
    """What a field's length comes to in BM25: so many occurrences of a term bring half of what it can bring."""
    return K1 * (1 - B + B * kept_length(terms) / average) if average else K1


def kept_length(length: int) -> int:
    """A length as Lucene and tantivy keep it in one byte: exact when short, rounded down when long."""
    over = length - _EXACT
    shift = max(over.bit_length() - 4, 0) if over > 0 else 0
    return length if over < 0 else _EXACT + (over >> shift << shift)


def _best_of(scores: Sequence[float]) -> float:
    best = max(scores, default=0.0)
    return best + BESIDE_THE_BEST * (sum(scores) - best)
