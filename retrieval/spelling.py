"""Misspelt words of a question, read as the words that were meant."""

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from retrieval.analysis.compounds import possible_parts, split
from retrieval.analysis.words import fold, word_spans, words
from retrieval.concepts import Concept
from retrieval.forms import Form, Language
from retrieval.index.open import Index
from retrieval.search import LEGS

SHORTEST = 7
"""Letters of a stem: a shorter one that is not known is taken as it stands; too many others are near it."""
LONG = 9
"""Letters of a stem that two slips are allowed in, not one."""
READ = 5
"""In how many passages it is looked up how a word is written."""


@dataclass(frozen=True)
class Speller:
    """Reads questions by the words of a collection and of the language.

    A slip is a letter too many, too few, another letter or two letters that changed places (Damerau's four, as optimal
    string alignment counts them). The first letter is taken to be right: it seldom is not, and few words are looked at.
    """

    index: Index
    language: Language

    def read(self, question: str) -> str:
        """The question with every misspelt word as it was meant.

        A word is misspelt when nobody knows it (the collection, the term list, the count of common words), it is no
        compound of known parts and no name, and a known word is within a slip or two.
        """
        pieces, end = [], 0
        for first, last in word_spans(question):
            meant = self._meant(question[first:last], is_inside=_is_inside(question, first))
            if meant is not None:
                pieces += [question[end:first], meant]
                end = last
        return "".join([*pieces, question[end:]])

    def _meant(self, typed: str, *, is_inside: bool) -> str | None:
        """The word that was meant; None where the typed one is right, or nothing is near enough."""
        word = fold(typed)
        stem = self.language.analyzer.stem(word)
        is_name = typed != word and (is_inside or typed[1:] != word[1:])
        if len(stem) < SHORTEST or not stem.isalpha() or is_name or self._is_known(word, stem):
            return None
        near = self._nearest(stem)
        if near is None:
            return None
        written = self._written(near, word)
        return written[:1].upper() + written[1:] if typed[:1].isupper() else written

    def _is_known(self, word: str, stem: str) -> bool:
        language, store = self.language, self.index.store
        common = language.background.frequencies
        if language.analyzer.is_stop_word(word) or self._is_listed(stem) or stem in common:
            return True
        if store.frequencies({stem}) or store.relatives(language.analyzer.root(stem)):
            return True
        parts = possible_parts(stem)
        return bool(split(stem, store.frequencies(parts).keys() | (parts & common.keys())))

    def _nearest(self, stem: str) -> str | None:
        """The known stem with the fewest slips; of several the one that most passages of the collection hold.

        None where nothing can be found by it: it stands neither in the collection nor in the term list.
        """
        allowed = 2 if len(stem) >= LONG else 1
        found = self.index.store.spelled_like(stem[0], len(stem) - allowed, len(stem) + allowed)
        others = self._words_by_letter.get(stem[0], ())
        near = (other for other in {*found, *others} if abs(len(other) - len(stem)) <= allowed)
        slips = [(OSA.distance(stem, other, score_cutoff=allowed), -found.get(other, 0), other) for other in near]
        fewest, _, nearest = min(slips, default=(allowed + 1, 0, ""))
        return nearest if fewest <= allowed and (nearest in found or self._is_listed(nearest)) else None

    def _is_listed(self, stem: str) -> bool:
        return (stem,) in self.language.terms.alternatives

    @cached_property
    def _words_by_letter(self) -> dict[str, list[str]]:
        """The stems of the language, whatever the collection, by what they begin with."""
        listed = (run[0] for run in self.language.terms.alternatives if len(run) == 1)
        by_letter: dict[str, list[str]] = {}
        for word in {*listed, *self.language.background.frequencies}:
            by_letter.setdefault(word[0], []).append(word)
        return by_letter

    def _written(self, stem: str, typed: str) -> str:
        """A stem as the collection writes it, in the form nearest to what was typed; else with the typed ending."""
        analyzer = self.language.analyzer
        sought = Concept(stem, (Form((stem,), 1.0, "word"),), 1.0, known=True)
        numbers = [number for number, _ in self.index.lexical.search([sought], READ, None, LEGS)]
        texts = (passage.text for passage in self.index.store.passages_by_number(numbers).values())
        forms = {word for text in texts for word in words(text) if analyzer.stem(word) == stem}
        if forms:
            return min(forms, key=lambda form: (OSA.distance(form, typed), form))
        own = analyzer.stem(typed)
        return stem + (typed[len(own) :] if typed.startswith(own) else "")


def _is_inside(question: str, first: int) -> bool:
    """Whether a word stands inside a sentence, where a capital makes it a name."""
    before = question[:first].rstrip()
    return bool(before) and before[-1] not in ".?!:"
