"""The analysis both an index and its questions go through: words → stems, function words left out."""

import hashlib
import tomllib
from functools import lru_cache
from importlib.resources import files

import Stemmer

from retrieval.analysis.endings import Inflection, parse_endings
from retrieval.analysis.words import words

_VERSION = "3"
_MOST_REMEMBERED = 500_000


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    data = tomllib.loads(_data("stop_words.toml"))
    return frozenset(word for group in data.values() for word in group)


@lru_cache(maxsize=1)
def _endings() -> Inflection:
    return parse_endings(_data("endings.toml"), "endings.toml")


def _data(name: str) -> str:
    return files("retrieval.analysis").joinpath(name).read_text("utf8")


class Analyzer:
    """Words → stems: by Snowball's Norwegian algorithm (snowballstem.org/algorithms/norwegian), then our endings."""

    def __init__(self) -> None:
        self._snowball = Stemmer.Stemmer("norwegian").stemWord
        self._stop = _stop_words()
        self._endings = _endings()
        self._known: dict[str, str] = {}

    def __reduce__(self) -> tuple[type["Analyzer"], tuple[()]]:
        """Sent to another process as what it is there: the same code over the same data."""
        return Analyzer, ()

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text would give other terms."""
        source = "\n".join([_VERSION, Stemmer.version(), _data("stop_words.toml"), _data("endings.toml")])
        return hashlib.sha256(source.encode()).hexdigest()[:16]

    def stem(self, word: str) -> str:
        """The stem of one folded word; numbers stay as they are."""
        stem = self._known.get(word)
        if stem is None:
            stem = word if word[:1].isdigit() else self._fresh(word)
            if len(self._known) < _MOST_REMEMBERED:
                self._known[word] = stem
        return stem

    def _fresh(self, word: str) -> str:
        irregular = self._endings.irregular_stem(word)
        return irregular or self._endings.inflection.off(str(self._snowball(word)))

    def root(self, stem: str) -> str:
        """What a stem shares with the other kinds of word made from it: «utbetaling» and «utbetalt» → «utbetal»."""
        return stem if stem[:1].isdigit() else self._endings.root(stem)

    def is_stop_word(self, word: str) -> bool:
        """Whether the folded word is left out of every index and question."""
        return word in self._stop

    def terms(self, text: str) -> list[str]:
        """The stems of a text in order, function words left out."""
        return [self.stem(word) for word in words(text) if word not in self._stop]


def grams(term: str, size: int = 4) -> list[str]:
    """The character n-grams of a word with its ends marked: «^bun», …, «nke$»; numbers and short words have none."""
    if len(term) <= size or term[:1].isdigit():
        return []
    marked = f"^{term}$"
    return [marked[at : at + size] for at in range(len(marked) - size + 1)]
