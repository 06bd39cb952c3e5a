"""What the question before was answered with, and how near to it the figures stand that may answer the next one."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from retrieval.figures import RankedFigure
from retrieval.index.records import FigureRecord, PassageRecord
from retrieval.index.scope import Filter
from retrieval.weights import score

MOST_REMEMBERED = 512
"""Of so many questions it is remembered where they were answered."""

FOLLOW_FEATURES = (
    "repeated",
    "same_row",
    "same_column",
    "same_table",
    "same_passage",
    "same_section",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands: its passage, and its figure where it has one."""

    passage: PassageRecord
    figure: FigureRecord | None


class Places:
    """Where the latest questions were answered, by the question with those before it and what was searched in.

    Remembering saves the time of finding again; what is remembered is what would be found.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[tuple[tuple[str, ...], Filter], Place | None] = OrderedDict()

    def put(self, asked: tuple[str, ...], chosen: Filter, place: Place | None) -> None:
        """Remember; the oldest is forgotten."""
        with self._lock:
            self._known[asked, chosen] = place
            self._known.move_to_end((asked, chosen))
            while len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)

    def get(self, asked: tuple[str, ...], chosen: Filter) -> tuple[bool, Place | None]:
        """Whether it is remembered, and where it was answered."""
        with self._lock:
            return (asked, chosen) in self._known, self._known.get((asked, chosen))


def with_earlier(ranked: Sequence[RankedFigure], earlier: Place, weights: Mapping[str, float]) -> list[RankedFigure]:
    """The figures ranked anew, what they share with the earlier answer counted in, best first."""
    again = [replace(item, score=item.score + score(weights, nearness(item, earlier))) for item in ranked]
    return sorted(again, key=lambda item: (-item.score, item.figure.number))


def nearness(item: RankedFigure, earlier: Place) -> dict[str, float]:
    """What a figure shares with the earlier answer: the nearest place, and its section.

    An answer is seldom given twice (`repeated`); «og i 2023?» is answered from the same row, «og for menn?» from the
    same column.
    """
    passage, before = item.candidate.passage, earlier.passage
    same_document = passage.document == before.document
    features = dict.fromkeys(FOLLOW_FEATURES, 0.0)
    features["same_section"] = float(same_document and passage.section == before.section)
    name = _nearest(item.figure, earlier, same_document=same_document)
    if name is not None:
        features[name] = 1.0
    return features


def _nearest(figure: FigureRecord, earlier: Place, *, same_document: bool) -> str | None:
    before = earlier.figure
    if before is None:
        return "same_passage" if figure.passage == earlier.passage.number else None
    if (figure.amount, figure.unit, figure.measure) == (before.amount, before.unit, before.measure):
        return "repeated"
    if figure.table is None or before.table is None:
        return "same_passage" if figure.passage == before.passage else None
    if not same_document or figure.table != before.table:
        return None
    if figure.row == before.row:
        return "same_row"
    return "same_column" if figure.column == before.column else "same_table"
