"""The term list: words of one meaning (everyday ↔ official, nynorsk ↔ bokmål, English → bokmål)."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from retrieval.analysis.analyzer import Analyzer
from retrieval.analysis.words import words


@dataclass(frozen=True, slots=True)
class TermList:
    """Every listed expression as a run of stems → the other expressions of its groups, each a run of stems."""

    alternatives: dict[tuple[str, ...], tuple[tuple[str, ...], ...]]
    longest: int
    fingerprint: str

    def at(self, stems: list[str], start: int) -> tuple[int, tuple[tuple[str, ...], ...]]:
        """The longest listed expression that begins at `start`: its length in words and its alternatives."""
        for length in range(min(self.longest, len(stems) - start), 0, -1):
            found = self.alternatives.get(tuple(stems[start : start + length]))
            if found:
                return length, found
        return 0, ()


def parse_terms(text: str, source: str, analyzer: Analyzer) -> TermList:
    """A term list from TOML text: `groups = [["word", "words of the same meaning", …], …]` under any headings.

    Raises ValueError, naming the source and the group, when a group has fewer than two expressions or one of
    its expressions has no word in it.
    """
    alternatives: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for heading, part in tomllib.loads(text).items():
        for group in part["groups"]:
            if len(group) < 2:
                msg = f"{source}, [{heading}]: the group {group} needs at least two expressions"
                raise ValueError(msg)
            runs = [_stems(expression, analyzer) for expression in group]
            if not all(runs):
                msg = f"{source}, [{heading}]: an expression in {group} holds no word"
                raise ValueError(msg)
            for run in runs:
                others = alternatives.setdefault(run, [])
                others.extend(other for other in runs if other != run and other not in others)
    return TermList(
        alternatives={run: tuple(others) for run, others in alternatives.items()},
        longest=max(map(len, alternatives), default=0),
        fingerprint=hashlib.sha256(text.encode()).hexdigest()[:16],
    )


@lru_cache(maxsize=1)
def shipped_terms() -> TermList:
    """The term list in the package."""
    text = files("retrieval.analysis").joinpath("terms.toml").read_text("utf8")
    return parse_terms(text, "terms.toml", Analyzer())


def _stems(expression: str, analyzer: Analyzer) -> tuple[str, ...]:
    return tuple(analyzer.stem(word) for word in words(expression))
