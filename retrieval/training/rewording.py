"""The same thing said in other words: other forms of a root, a compound taken apart, a synonym."""

from dataclasses import dataclass

import numpy as np

from retrieval.analysis.words import words
from retrieval.training.families import Families

_SYNONYM, _PARTS = 0.35, 0.6
"""Of the words that are changed: below the first a synonym where there is one, below the second the compound's parts,
otherwise another form."""
_SMALL_WORD_STAYS, _WORD_STAYS = 0.5, 0.75
_SHORTEST, _LONGEST = 5, 14


@dataclass(frozen=True, slots=True)
class Rewording:
    """Rewords texts, always the same way for the same generator."""

    families: Families
    rng: np.random.Generator

    def reword(self, text: str, chance: float) -> str:
        """The folded words of a text, each changed with a chance; function words stay."""
        return " ".join(self._changed(word, chance) for word in words(text))

    def excerpt(self, sentence: str, chance: float) -> str:
        """A few words of a sentence as a person might remember them: some left out, some changed."""
        every = words(sentence)
        size = int(self.rng.integers(_SHORTEST, _LONGEST + 1))
        first = int(self.rng.integers(0, max(1, len(every) - size + 1)))
        kept = [word for word in every[first : first + size] if self.rng.random() < self._stays(word)]
        return " ".join(self._changed(word, chance) for word in kept)

    def _stays(self, word: str) -> float:
        return _SMALL_WORD_STAYS if self.families.analyzer.is_stop_word(word) else _WORD_STAYS

    def _changed(self, word: str, chance: float) -> str:
        if self.families.analyzer.is_stop_word(word) or self.rng.random() > chance:
            return word
        way = self.rng.random()
        synonyms = self.families.synonyms.get(word)
        if way < _SYNONYM and synonyms:
            return self._one_of(synonyms)
        parts = self.families.made_of(word)
        if way < _PARTS and parts:
            first, head = parts
            return self._one_of((f"{head} for {first}", f"{head} av {first}", f"{head} på {first}", head))
        return self._one_of(self.families.relatives(word) or (word,))

    def _one_of(self, choices: tuple[str, ...]) -> str:
        return choices[int(self.rng.integers(len(choices)))]
