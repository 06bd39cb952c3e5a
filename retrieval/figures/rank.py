"""The figures of the candidates, ranked against the question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.quantities.model import Measure
from retrieval.figures.implied import holds_implied, implied_stems
from retrieval.figures.siblings import Beside, stand_beside
from retrieval.figures.times import time_features
from retrieval.figures.units import unit_features
from retrieval.figures.words import label_terms, word_features
from retrieval.forms import idf
from retrieval.index.open import Index
from retrieval.index.records import FigureRecord
from retrieval.query import Query, all_terms
from retrieval.question import is_first_end, is_of_ages, is_whole
from retrieval.search import Candidate
from retrieval.weights import Weights, score

PASSAGES = 60
"""In how many of the best passages figures are looked for."""
DATE_PASSAGES = 1
"""The same for dates: a date answers as part of the sentence it stands in, so it is looked for where that was found."""

FIGURE_FEATURES = (
    "passage",
    "covered",
    "led_up_to",
    "implied",
    "row_precision",
    "column_precision",
    "near_precision",
    "label_dense",
    "apart",
    "claimed",
    "unit",
    "likely_unit",
    "counted",
    "counts_other",
    "period",
    "undated",
    "of_the_year",
    "change_for_level",
    "level_for_change",
    "of_other_ages",
    "first_end",
    "whole",
    "in_words",
    "zero",
    "below_zero",
    "in_table",
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
    most = DATE_PASSAGES if query.question.wants_date else PASSAGES
    wanted = [
        (figure, candidate)
        for candidate in candidates[:most]
        for figure in candidate.figures
        if (figure.measure == Measure.DATE) == query.question.wants_date
    ]
    labels = all_terms([label_terms(figure) for figure, _ in wanted])
    frequencies = index.store.frequencies(labels)
    rarity = {term: idf(frequencies.get(term, 0), index.store.passages) for term in labels}
    likeness = index.labels.likeness(query.vector, (figure.label for figure, _ in wanted))
    beside = stand_beside(query, [figure for figure, _ in wanted])
    implied = implied_stems(query.question.text)
    ranked = []
    for figure, candidate in wanted:
        features = {
            "passage": candidate.score,
            **word_features(query, figure, candidate, rarity, implied),
            "implied": float(holds_implied(figure, implied, index.analyzer)),
            "label_dense": likeness[figure.label],
            **_beside_features(beside[figure.number]),
            **unit_features(query, figure, index.analyzer),
            **time_features(query, figure, index.documents[candidate.passage.document].year),
            **_number_features(query, figure),
        }
        ranked.append(RankedFigure(figure, candidate, features, score(weights.figure, features)))
    return sorted(ranked, key=lambda item: (-item.score, item.figure.number))


def _beside_features(beside: Beside) -> dict[str, float]:
    return {"apart": beside.apart, "claimed": beside.claimed}


def _number_features(query: Query, figure: FigureRecord) -> dict[str, float]:
    """What the number itself is: a level or a change, a part or a whole, nothing, less than nothing."""
    asks_change = query.question.measure == Measure.CHANGE
    return {
        "change_for_level": float(not asks_change and figure.measure == Measure.CHANGE),
        "level_for_change": float(asks_change and figure.measure != Measure.CHANGE),
        "of_other_ages": float(is_of_ages(figure.label) and not query.of_ages),
        "first_end": float(figure.table is None and is_first_end(figure.label)),
        "whole": float(figure.table is None and is_whole(figure.label)),
        "in_words": float(not any(map(str.isdigit, figure.text))),
        "zero": float(not figure.value),
        "below_zero": float(figure.value < 0),
        "in_table": float(figure.table is not None),
    }
