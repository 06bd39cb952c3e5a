"""The figures of the candidates, ranked against the question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.quantities.model import Measure, Period
from retrieval.concepts import idf
from retrieval.index.open import Index
from retrieval.index.records import FigureRecord
from retrieval.query import Query, all_terms, precision
from retrieval.question import unit_class
from retrieval.search import Candidate
from retrieval.weights import Weights, score

PASSAGES = 60
"""In how many of the best passages figures are looked for."""

FIGURE_FEATURES = (
    "passage",
    "row_coverage",
    "label_coverage",
    "row_precision",
    "column_coverage",
    "column_precision",
    "near",
    "sentence_coverage",
    "unit",
    "unit_noun",
    "period",
    "newest",
    "measure",
    "in_table",
    "approximate",
    "confidence",
)


@dataclass(frozen=True, slots=True)
class RankedFigure:
    """A figure that may answer, with its candidate passage, its features and its score."""

    figure: FigureRecord
    candidate: Candidate
    features: Mapping[str, float]
    score: float


def rank_figures(index: Index, query: Query, candidates: Sequence[Candidate], weights: Weights) -> list[RankedFigure]:
    """Every figure of the best candidates that is of the wanted sort (a date, or not a date), best first."""
    wanted = [
        (figure, candidate)
        for candidate in candidates[:PASSAGES]
        for figure in candidate.figures
        if (figure.measure == Measure.DATE) == query.question.wants_date
    ]
    labels = all_terms([figure.row_terms | figure.column_terms for figure, _ in wanted])
    frequencies = index.store.frequencies(labels)
    rarity = {term: idf(frequencies.get(term, 0), index.store.passages) for term in labels}
    ranked = [_ranked(index, query, figure, candidate, rarity, weights) for figure, candidate in wanted]
    return sorted(ranked, key=lambda item: (-item.score, item.figure.number))


def _ranked(
    index: Index,
    query: Query,
    figure: FigureRecord,
    candidate: Candidate,
    rarity: Mapping[str, float],
    weights: Weights,
) -> RankedFigure:
    newest = index.documents[candidate.passage.document].year
    features = {
        "passage": candidate.score,
        **_table_features(query, figure, candidate, rarity),
        **_sentence_features(query, figure),
        "unit": _unit(query, figure),
        "unit_noun": _unit_noun(index, query, figure),
        "period": _period(query.question.periods, figure.period),
        "newest": _newest(query, figure, newest),
        "measure": _measure(query, figure),
        "approximate": float(figure.approximate),
        "confidence": figure.confidence,
    }
    return RankedFigure(figure, candidate, features, score(weights.figure, features))


def _table_features(
    query: Query, figure: FigureRecord, candidate: Candidate, rarity: Mapping[str, float]
) -> dict[str, float]:
    if figure.table is None:
        names = ("row_coverage", "label_coverage", "row_precision", "column_coverage", "column_precision", "in_table")
        return dict.fromkeys(names, 0.0)
    label = figure.row_terms | figure.column_terms | candidate.passage.context_terms
    heads = frozenset(term for term in figure.column_terms if not term.isdigit())
    return {
        "row_coverage": query.coverage(figure.row_terms),
        "label_coverage": query.coverage(label),
        "row_precision": precision(figure.row_terms, query.asked, rarity),
        "column_coverage": query.coverage(heads),
        "column_precision": precision(heads, query.asked, rarity),
        "in_table": 1.0,
    }


def _sentence_features(query: Query, figure: FigureRecord) -> dict[str, float]:
    """How much of the question stands in the figure's sentence, and how near the number it stands."""
    if not figure.sentence_terms:
        return {"near": 0.0, "sentence_coverage": 0.0}
    distance: dict[str, int] = {}
    for at, stem in enumerate(figure.sentence_terms):
        away = abs(at - figure.place)
        distance[stem] = min(distance.get(stem, away), away)
    near = 0.0
    for concept in query.subject:
        best = 0.0
        for form in concept.forms:
            if all(stem in distance for stem in form.stems):
                away = max(distance[stem] for stem in form.stems)
                best = max(best, form.weight / (1 + away / 6))
        near += concept.rarity * best
    return {"near": near / query.total, "sentence_coverage": query.coverage(frozenset(figure.sentence_terms))}


def _unit(query: Query, figure: FigureRecord) -> float:
    if query.question.unit is None or query.question.wants_date:
        return 0.0
    found = unit_class(figure.unit)
    if found is None:
        return 0.2 if query.question.unit == "count" else 0.0
    return 1.0 if found == query.question.unit else -1.0


def _unit_noun(index: Index, query: Query, figure: FigureRecord) -> float:
    """Whether the noun that is counted is one the question names."""
    if figure.unit is None or unit_class(figure.unit) != "count":
        return 0.0
    return query.asked.get(index.analyzer.stem(figure.unit.split()[-1]), 0.0)


def _period(asked: Sequence[Period], found: Period | None) -> float:
    """1 for the very period asked for, less for one inside or around it, -1 for another, 0 when either is unsaid."""
    if not asked or found is None:
        return 0.0
    return max(_agreement(period, found) for period in asked)


def _agreement(asked: Period, found: Period) -> float:
    if (asked.start, asked.end) == (found.start, found.end):
        return 1.0
    if asked.end is not None and asked.end == found.end:
        return 0.8
    if asked.year is None or found.year is None or asked.year != found.year:
        return -1.0
    inside = found.start is not None and found.end is not None and asked.start is not None and asked.end is not None
    if inside and asked.start <= found.start and found.end <= asked.end:  # type: ignore[operator]
        return 0.6
    return 0.4


def _newest(query: Query, figure: FigureRecord, year: int | None) -> float:
    """Where no period is asked for, the document's own year is meant."""
    if query.question.periods or figure.period is None or year is None:
        return 0.0
    return 1.0 if figure.period.year == year else -1.0


def _measure(query: Query, figure: FigureRecord) -> float:
    asked_change = query.question.measure == Measure.CHANGE
    return 1.0 if asked_change == (figure.measure == Measure.CHANGE) else -1.0
