"""The term list: expressions of one meaning (everyday ↔ official, nynorsk ↔ bokmål, English → bokmål)."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from retrieval.analysis.analyzer import Analyzer
from retrieval.analysis.words import words

_FOLDER = "expressions"
MOST_WORDS = 5
"""An expression longer than this is a phrase of one document, not a term."""

Run = tuple[str, ...]
"""The stems of an expression, in order."""


@dataclass(frozen=True, slots=True)
class TermList:
    """Every listed expression, as typed, → what may stand for it in a document: runs without function words."""

    alternatives: dict[Run, tuple[Run, ...]]
    longest: int
    fingerprint: str

    def at(self, stems: list[str], start: int) -> tuple[int, tuple[Run, ...]]:
        """The longest listed expression that begins at `start`: its length in words and its alternatives."""
        for length in range(min(self.longest, len(stems) - start), 0, -1):
            found = self.alternatives.get(tuple(stems[start : start + length]))
            if found is not None:
                return length, found
        return 0, ()


def parse_terms(text: str, source: str, analyzer: Analyzer) -> TermList:
    """A term list from TOML text: `groups = [["word", "words of the same meaning", …], …]` under any headings.

    Raises ValueError, naming the source and the group, when a heading has no list of groups, or a group has fewer
    than two expressions, the same one twice, one without a word or one of too many words.
    """
    return _parsed({source: text}, analyzer)


def _parsed(texts: Mapping[str, str], analyzer: Analyzer) -> TermList:
    alternatives: dict[Run, list[Run]] = {}
    for place, group in _groups(texts):
        runs = {_stems(expression, analyzer): _said(expression, analyzer) for expression in group}
        _check(group, list(runs), place)
        for run, own in runs.items():
            others = alternatives.setdefault(run, [])
            others.extend(said for said in runs.values() if said and said not in (run, own) and said not in others)
    return TermList(
        alternatives={run: tuple(others) for run, others in alternatives.items()},
        longest=max(map(len, alternatives), default=0),
        fingerprint=hashlib.sha256("".join(texts.values()).encode()).hexdigest()[:16],
    )


@lru_cache(maxsize=1)
def shipped_terms() -> TermList:
    """The term list in the package: every file of its folder."""
    return _parsed(_shipped(), Analyzer())


def shipped_groups() -> list[list[str]]:
    """The groups of the term list in the package, as they are written."""
    return [group for _, group in _groups(_shipped())]


def _shipped() -> dict[str, str]:
    found = sorted(files("retrieval.analysis").joinpath(_FOLDER).iterdir(), key=lambda path: path.name)
    return {path.name: path.read_text("utf8") for path in found if path.name.endswith(".toml")}


def _groups(texts: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    for source, text in texts.items():
        yield from _groups_of(text, source)


def _groups_of(text: str, source: str) -> Iterator[tuple[str, list[str]]]:
    for heading, part in tomllib.loads(text).items():
        groups = part.get("groups") if isinstance(part, dict) else None
        if not groups:
            raise ValueError(f"{source}, [{heading}]: write groups = [[…], …] under the heading")
        for group in groups:
            if not all(isinstance(expression, str) for expression in group) or isinstance(group, str):
                raise ValueError(f"{source}, [{heading}]: {group!r} must be a list of expressions in quotes")
            yield f"{source}, [{heading}]", group


def _check(group: list[str], runs: list[Run], place: str) -> None:
    if len(group) < 2:
        raise ValueError(f"{place}: the group {group} needs at least two expressions")
    if not all(runs):
        raise ValueError(f"{place}: an expression in {group} holds no word; write one or take it out")
    if len({tuple(words(expression)) for expression in group}) < len(group):
        raise ValueError(f"{place}: {group} has an expression twice; take one out")
    if max(map(len, runs)) > MOST_WORDS:
        raise ValueError(f"{place}: an expression in {group} has more than {MOST_WORDS} words; shorten it")


def _stems(expression: str, analyzer: Analyzer) -> Run:
    return tuple(analyzer.stem(word) for word in words(expression))


def _said(expression: str, analyzer: Analyzer) -> Run:
    """What a document must hold for the expression to stand there: its words that are in the index.

    Empty when only one word of several is left: «satt» alone says less than «satt av».
    """
    typed = words(expression)
    kept = tuple(analyzer.stem(word) for word in typed if not analyzer.is_stop_word(word))
    return kept if len(kept) > 1 or len(typed) == 1 else ()
