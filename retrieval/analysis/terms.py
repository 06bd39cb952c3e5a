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
class _Group:
    """A group as it is written, and its expressions as typed → as said in a document."""

    place: str
    expressions: list[str]
    runs: dict[Run, Run]


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
    than two expressions, two of the same stems, one without a word, a function word alone or one of too many words,
    or when another group has all of its expressions.
    """
    return _parsed({source: text}, analyzer)


def _parsed(texts: Mapping[str, str], analyzer: Analyzer) -> TermList:
    groups = [_Group(place, group, _runs(group, analyzer)) for place, group in _groups(texts)]
    for group in groups:
        _check(group)
    _check_apart(groups)
    alternatives: dict[Run, list[Run]] = {}
    for group in groups:
        for run, own in group.runs.items():
            others = alternatives.setdefault(run, [])
            found = (said for said in group.runs.values() if said and said not in (run, own))
            others.extend(said for said in found if said not in others)
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


def _check(group: _Group) -> None:
    written = f"{group.place}: the group {group.expressions}"
    if len(group.expressions) < 2:
        raise ValueError(f"{written} needs at least two expressions")
    if not all(group.runs):
        raise ValueError(f"{written} has an expression that holds no word; write one or take it out")
    if len(group.runs) < len(group.expressions):
        raise ValueError(f"{written} has two expressions of the same stems; take one out")
    if any(len(run) == 1 and not said for run, said in group.runs.items()):
        raise ValueError(f"{written} has a function word alone; no document is searched for it, so take it out")
    if max(map(len, group.runs)) > MOST_WORDS:
        raise ValueError(f"{written} has an expression of more than {MOST_WORDS} words; shorten it")


def _check_apart(groups: list[_Group]) -> None:
    """Refuse a group that adds nothing to another."""
    holders: dict[Run, set[int]] = {}
    for number, group in enumerate(groups):
        for run in group.runs:
            holders.setdefault(run, set()).add(number)
    for number, group in enumerate(groups):
        for other in set.intersection(*(holders[run] for run in group.runs)) - {number}:
            raise ValueError(
                f"{group.place}: the group {group.expressions} is said by {groups[other].expressions}; take one out"
            )


def _runs(expressions: list[str], analyzer: Analyzer) -> dict[Run, Run]:
    return {
        tuple(analyzer.stem(word) for word in words(expression)): _said(expression, analyzer)
        for expression in expressions
    }


def _said(expression: str, analyzer: Analyzer) -> Run:
    """What a document must hold for the expression to stand there: its words that are in the index.

    Empty when only one word of several is left: «satt» alone says less than «satt av».
    """
    typed = words(expression)
    kept = tuple(analyzer.stem(word) for word in typed if not analyzer.is_stop_word(word))
    return kept if len(kept) > 1 or len(typed) == 1 else ()
