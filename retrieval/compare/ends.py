"""Which of two numbers without a time is the earlier: «fra 12 til 15» begins with it."""

from collections.abc import Sequence

from retrieval.compare.model import Plan
from retrieval.compare.wording import patterns
from retrieval.figures import RankedFigure
from retrieval.index.records import FigureRecord

_ENDS = 2


def in_order(plan: Plan, figures: Sequence[RankedFigure]) -> tuple[RankedFigure, ...]:
    """The operands of one thing at two times, turned round where the text says that they stand the other way."""
    starts = [side.period.start for side in plan.sides if side.period and side.period.start]
    pair = len(starts) == len(figures) == _ENDS
    if not (plan.same and pair and _are_ends(figures[0].figure, figures[1].figure)):
        return tuple(figures)
    earlier = starts.index(min(starts))
    return tuple(figures) if _begins(figures[earlier].figure) else tuple(reversed(figures))


def _are_ends(one: FigureRecord, other: FigureRecord) -> bool:
    """Whether two numbers without a time are the two ends that one sentence gives."""
    together = (one.passage, one.sentence_terms) == (other.passage, other.sentence_terms) and one.table is None
    return together and not (one.period or other.period) and _begins(one) != _begins(other)


def _begins(figure: FigureRecord) -> bool:
    """Whether the words right before a number say that something went on from it."""
    return patterns().one["ends.first"].search(figure.label) is not None
