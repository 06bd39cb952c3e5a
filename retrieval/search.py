"""Candidates from the lexical and the dense leg, fused and ranked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.document import PassageKind
from ingest.quantities.model import Measure
from retrieval.index.legs.protocol import FieldWeights
from retrieval.index.open import Index
from retrieval.index.records import FigureRecord, PassageRecord
from retrieval.index.scope import Filter
from retrieval.query import Query
from retrieval.question import Kind, has_cue, unit_class
from retrieval.said import lists
from retrieval.weights import Weights, score

LEXICAL_CANDIDATES = 80
DENSE_CANDIDATES = 40
LEGS = FieldWeights()
SENTENCE = 25
"""Words."""

PASSAGE_FEATURES = (
    "lexical",
    "dense",
    "coverage",
    "body_coverage",
    "neighbour",
    "cue",
    "year",
    "document_kind",
    "row_for_figure",
    "paragraph_for_text",
    "brief_for_text",
    "list_for_list",
    "as_many_listed",
    "wanted_unit",
    "wanted_date",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer, with its figures, its features and its score."""

    passage: PassageRecord
    figures: tuple[FigureRecord, ...]
    features: Mapping[str, float]
    score: float


@dataclass(frozen=True, slots=True)
class Legs:
    """What the legs gave a passage: its BM25 beside the best one's, its cosine, the BM25 of those next to it."""

    lexical: float
    dense: float
    neighbour: float


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates, best first, and how many each leg brought."""

    candidates: tuple[Candidate, ...]
    legs: Mapping[str, int]


def search(index: Index, query: Query, chosen: Filter, weights: Weights) -> Found:
    """Rank the passages that either leg finds. Ties go by passage number: the same question always gives the same."""
    scope = index.scope(chosen)
    lexical = dict(index.lexical.search(query.concepts, LEXICAL_CANDIDATES, scope, LEGS))
    dense = dict(index.dense.search(query.vector, DENSE_CANDIDATES, scope))
    numbers = sorted({*lexical, *dense})
    passages = index.store.passages_by_number(numbers)
    figures: dict[int, list[FigureRecord]] = {}
    for figure in index.store.figures_of(numbers):
        figures.setdefault(figure.passage, []).append(figure)
    similarity = dict(zip(numbers, index.dense.similarities(query.vector, numbers), strict=True))
    best = max(lexical.values(), default=0.0) or 1.0
    scored = {number: value / best for number, value in lexical.items()}
    candidates = []
    for number in numbers:
        passage = passages[number]
        neighbour = _neighbour(number, scored, index.documents[passage.document].numbers)
        legs = Legs(scored.get(number, 0.0), similarity[number], neighbour)
        candidates.append(_candidate(index, query, passage, tuple(figures.get(number, ())), legs, weights))
    candidates.sort(key=lambda candidate: (-candidate.score, candidate.passage.number))
    return Found(tuple(candidates), {"lexical": len(lexical), "dense": len(dense)})


def _neighbour(number: int, scored: Mapping[int, float], document: range) -> float:
    """What is said just before and after a passage is often about the same: the better of its two neighbours.

    `document` are the numbers of its document's passages: what stands before the first is another document's last.
    """
    return max((scored.get(other, 0.0) for other in (number - 1, number + 1) if other in document), default=0.0)


def _candidate(
    index: Index,
    query: Query,
    passage: PassageRecord,
    figures: tuple[FigureRecord, ...],
    legs: Legs,
    weights: Weights,
) -> Candidate:
    question = query.question
    kind = index.documents[passage.document].kind
    features = {
        "lexical": legs.lexical,
        "dense": legs.dense,
        "coverage": query.coverage(passage.terms | passage.context_terms),
        "body_coverage": query.coverage(passage.terms),
        "neighbour": legs.neighbour,
        "cue": float(has_cue(question.kind, passage.text)),
        "year": _year(query, passage),
        "document_kind": 0.0 if question.document_kind is None else (1.0 if question.document_kind == kind else -1.0),
        "row_for_figure": float(question.wants_figure and passage.kind == PassageKind.TABLE_ROW),
        "paragraph_for_text": float(not question.wants_figure and passage.kind == PassageKind.PARAGRAPH),
        "brief_for_text": 0.0 if question.wants_figure else _brevity(passage),
        "list_for_list": float(question.kind == Kind.LIST and passage.kind == PassageKind.LIST),
        "as_many_listed": float(question.listed is not None and question.listed in lists(passage.text)),
        "wanted_unit": float(question.unit is not None and _has_unit(figures, question.unit)),
        "wanted_date": float(question.wants_date and any(f.measure == Measure.DATE for f in figures)),
    }
    return Candidate(passage, figures, features, score(weights.passage, features))


def _year(query: Query, passage: PassageRecord) -> float:
    """Whether the passage or what it stands under names a year that was asked for; 0 when none was."""
    years = {str(period.year) for period in query.question.periods if period.year}
    if not years:
        return 0.0
    return 1.0 if any(year in passage.terms or year in passage.context_terms for year in years) else -0.5


def _brevity(passage: PassageRecord) -> float:
    """From 1 for no words to 0 for as many as a sentence has: a line that only names its subject explains nothing.

    A row of a table is brief by nature.
    """
    return 0.0 if passage.kind == PassageKind.TABLE_ROW else max(0.0, 1 - len(passage.text.split()) / SENTENCE)


def _has_unit(figures: Sequence[FigureRecord], wanted: str) -> bool:
    return any(figure.measure != Measure.DATE and unit_class(figure.unit) == wanted for figure in figures)
