"""The analysis both an index and its questions go through: words → stems, function words left out."""

import hashlib
import tomllib
from functools import lru_cache
from importlib.resources import files

import Stemmer

from retrieval.analysis.words import words

_VERSION = "1"


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    data = tomllib.loads(files("retrieval.analysis").joinpath("stop_words.toml").read_text("utf8"))
    return frozenset(word for group in data.values() for word in group)


class Analyzer:
    """Words → stems by the Snowball algorithm for Norwegian (Porter; snowballstem.org/algorithms/norwegian)."""

    def __init__(self) -> None:
        self._stem = Stemmer.Stemmer("norwegian", 200_000).stemWord
        self._stop = _stop_words()
        self._known: dict[str, str] = {}

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text would give other terms."""
        source = "\n".join([_VERSION, Stemmer.version(), *sorted(self._stop)])
        return hashlib.sha256(source.encode()).hexdigest()[:16]

    def stem(self, word: str) -> str:
        """The stem of one folded word; numbers stay as they are."""
        stem = self._known.get(word)
        if stem is None:
            stem = word if word[:1].isdigit() else str(self._stem(word))
            if len(self._known) < 500_000:
                self._known[word] = stem
        return stem

    def is_stop_word(self, word: str) -> bool:
        """Whether the folded word is left out of every index and question."""
        return word in self._stop

    def terms(self, text: str) -> list[str]:
        """The stems of a text in order, function words left out."""
        return [self.stem(word) for word in words(text) if word not in self._stop]


def grams(term: str, size: int = 4) -> list[str]:
    """The character n-grams of a word with its ends marked: «^aap$»; numbers and short words have none."""
    if len(term) <= size or term[:1].isdigit():
        return []
    marked = f"^{term}$"
    return [marked[at : at + size] for at in range(len(marked) - size + 1)]
