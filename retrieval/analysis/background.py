"""How common words are in Norwegian at large, whatever the collection: data counted once from public text.

A collection alone cannot tell a rare word that matters («Australia») from one that does not («drive»): both may stand
nowhere in it.
"""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log
from pathlib import Path

from retrieval.analysis.analyzer import Analyzer

FILE = "background.tsv"
LEAST = 10
"""A stem in fewer texts than this is left out: it counts as rare."""


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of `texts` texts each stem stands."""

    texts: int
    frequencies: dict[str, int]

    def rarity(self, stem: str) -> float:
        """From 0, in every text, to 1, in none: the stem's idf as a share of the greatest there is."""
        if not self.texts:
            return 1.0
        return log((self.texts + 1) / (self.frequencies.get(stem, 0) + 1)) / log(self.texts + 1)


def count(texts: Iterable[str], analyzer: Analyzer) -> Background:
    """Count in how many texts each stem stands; numbers are left out."""
    total, counts = 0, Counter[str]()
    for text in texts:
        total += 1
        counts.update({stem for stem in analyzer.terms(text) if not stem[:1].isdigit()})
    return Background(total, {stem: number for stem, number in counts.items() if number >= LEAST})


def write(background: Background, path: Path) -> None:
    """Write the data file: the number of texts, then every stem and its frequency, commonest first."""
    with path.open("w", encoding="utf8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(["*", background.texts])
        ordered = sorted(background.frequencies.items(), key=lambda entry: (-entry[1], entry[0]))
        writer.writerows(ordered)


@lru_cache(maxsize=1)
def shipped_background() -> Background:
    """The data in the package."""
    lines = files("retrieval.analysis").joinpath(FILE).read_text("utf8").splitlines()
    entries = {stem: int(number) for stem, _, number in (line.partition("	") for line in lines)}
    texts = entries.pop("*")
    return Background(texts, entries)
