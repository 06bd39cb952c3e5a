"""Questions of known answer made ready for fitting: asked of their index, with what counts as right."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.items import FIGURE_KINDS, Item, Turn
from eval.marks import cites, holds, is_right_amount
from eval.sets import QuestionSet
from retrieval.answer import Answerer
from retrieval.figures import RankedFigure
from retrieval.index.open import Index
from retrieval.index.records import PassageRecord
from retrieval.query import Query, make_query


@dataclass(frozen=True, slots=True)
class Collection:
    """An index and the question sets that belong to it."""

    answerer: Answerer
    sets: Sequence[QuestionSet]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the *tune* split made ready, with its known answer and the file that holds it."""

    index: Index
    query: Query
    turn: Turn
    source: str | None


def all_asked(collection: Collection) -> list[Asked]:
    """Every answerable question of *tune* that stands alone."""
    return [
        make_asked(collection.answerer, turn.question, turn, entry)
        for entry in collection.sets
        for item in entry.items
        if _is_single(item)
        for turn in item.turns
    ]


def make_asked(answerer: Answerer, question: str, turn: Turn, entry: QuestionSet) -> Asked:
    """A turn, asked in words that stand alone, understood by the answerer's index."""
    query = make_query(question, answerer.index, answerer.language)
    return Asked(answerer.index, query, turn, turn.source or entry.sources.get(turn.doc or ""))


def _is_single(item: Item) -> bool:
    """A question of *tune* that stands alone; conversations and comparisons are answered by other parts as well."""
    return not item.kept and not item.is_conversation and item.turns[0].kind not in ("compare", "unanswerable")


def is_right_passage(passage: PassageRecord, one: Asked) -> bool:
    """Whether a passage is of the evidence, and holds what it must."""
    lines = (passage.lines[0], passage.lines[-1])
    if one.index.documents[passage.document].source != one.source or not cites(passage.page, lines, one.turn):
        return False
    return one.turn.kind in FIGURE_KINDS or holds(passage.text, one.turn.answer)


def is_right_figure(item: RankedFigure, one: Asked) -> bool:
    """Whether a figure is the amount asked for and stands in the evidence."""
    return is_right_amount(float(item.figure.amount), one.turn) and is_right_passage(item.candidate.passage, one)
