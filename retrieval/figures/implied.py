"""What a way of asking implies that a figure stands with: who complained sent what a table calls received."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.data import beside
from retrieval.analysis import Analyzer
from retrieval.analysis.words import fold
from retrieval.figures.siblings import own_terms
from retrieval.index.records import FigureRecord


@dataclass(frozen=True, slots=True)
class _Group:
    """A way of asking, and the stems of the words it implies."""

    asked: re.Pattern[str]
    stems: frozenset[str]


def implied_stems(question: str) -> frozenset[str]:
    """The stems of all that the wording of a question implies."""
    folded = " ".join(fold(question).split())
    return frozenset().union(*(group.stems for group in _groups() if group.asked.search(folded)))


def holds_implied(figure: FigureRecord, stems: frozenset[str], analyzer: Analyzer) -> bool:
    """Whether a figure stands with any of them: in its row or column, in its clause, or as what it counts."""
    if not stems:
        return False
    return not stems.isdisjoint(own_terms(figure)) or bool(figure.unit and analyzer.stem(figure.unit) in stems)


@lru_cache(maxsize=1)
def _groups() -> tuple[_Group, ...]:
    """The data file's groups. Raises ValueError, naming the group, where one is not of the documented form."""
    stem = Analyzer().stem
    groups = beside(__file__, "implied.toml").only(["group"]).tables("group")
    return tuple(
        _Group(re.compile(group.word("asked")), frozenset(map(stem, group.lower_words("words")))) for group in groups
    )
