"""The places where a question's answer stands, and which of them a passage has."""

from collections.abc import Collection, Mapping, Sequence

from eval.items import FIGURE_KINDS, PASSAGE_KINDS, Turn
from eval.marks import MOST_LINES, holds
from eval.measuring.ranking import Judged
from service.schemas import PassageSchema


def is_ranked(turn: Turn) -> bool:
    """Whether a question is answered by a place that passages can be ranked for."""
    return turn.kind in FIGURE_KINDS | PASSAGE_KINDS


def judged_passages(turn: Turn, passages: Sequence[PassageSchema], sources: Mapping[str, str]) -> Judged:
    """Which places of the answer each passage of a reply has."""
    source = turn.source or sources.get(turn.doc or "")
    hits = [
        places_had(turn, (passage.page,), passage.lines, passage.text) if passage.source == source else frozenset()
        for passage in passages
    ]
    return Judged(hits, number_of_places(turn))


def number_of_places(turn: Turn) -> int:
    """How many places hold the answer, each by itself."""
    return len(turn.evidence_pages or turn.evidence)


def places_had(turn: Turn, pages: Collection[int], lines: tuple[int, int], text: str) -> frozenset[int]:
    """The places of the answer that a passage of the right document has; none where it lacks the words it must hold."""
    first, last = lines
    if last - first + 1 > MOST_LINES or (turn.kind in PASSAGE_KINDS and not holds(text, turn.answer)):
        return frozenset()
    if turn.evidence_pages:
        return frozenset(at for at, page in enumerate(turn.evidence_pages) if page in pages)
    return frozenset(at for at, (start, end) in enumerate(turn.evidence) if first <= end and start <= last)
