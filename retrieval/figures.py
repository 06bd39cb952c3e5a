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
DATE_PASSAGES = 1
"""The same for dates: a date answers as part of the sentence it stands in, so it is looked for where that was found."""
OTHER_PERIOD = -1.0
"""The agreement of two periods that have nothing in common."""
WORDS_AROUND = 6
"""How many words before and after a number say what it counts."""
HALF_AWAY = 6
"""How many words away from a number another word counts half."""

FIGURE_FEATURES = (
    "passage",
    "covered",
    "own",
    "row_precision",
    "column_precision",
    "near",
    "near_precision",
    "label_dense",
    "unit",
    "unit_noun",
    "period",
    "newest",
    "change_for_level",
    "level_for_change",
    "in_table",
    "in_question",
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
    most = DATE_PASSAGES if query.question.wants_date else PASSAGES
    wanted = [
        (figure, candidate)
        for candidate in candidates[:most]
        for figure in candidate.figures
        if (figure.measure == Measure.DATE) == query.question.wants_date
    ]
    labels = all_terms([figure.row_terms | figure.column_terms | _around(figure) for figure, _ in wanted])
    frequencies = index.store.frequencies(labels)
    rarity = {term: idf(frequencies.get(term, 0), index.store.passages) for term in labels}
    likeness = index.labels.likeness(query.vector, (figure.label for figure, _ in wanted))
    ranked = [
        _ranked(index, query, figure, candidate, rarity, likeness[figure.label], weights)
        for figure, candidate in wanted
    ]
    return sorted(ranked, key=lambda item: (-item.score, item.figure.number))


def _ranked(
    index: Index,
    query: Query,
    figure: FigureRecord,
    candidate: Candidate,
    rarity: Mapping[str, float],
    label_dense: float,
    weights: Weights,
) -> RankedFigure:
    newest = index.documents[candidate.passage.document].year
    asks_change = query.question.measure == Measure.CHANGE
    features = {
        "passage": candidate.score,
        **_subject_features(query, figure, candidate, rarity),
        "near": _near(query, figure),
        "near_precision": precision(_around(figure), query.asked, rarity) if figure.sentence_terms else 0.0,
        "label_dense": label_dense,
        "unit": _unit(query, figure),
        "unit_noun": _unit_noun(index, query, figure),
        "period": _period(query.question.periods, figure.period),
        "newest": _newest(query, figure, newest),
        "change_for_level": float(not asks_change and figure.measure == Measure.CHANGE),
        "level_for_change": float(asks_change and figure.measure != Measure.CHANGE),
        "in_table": float(figure.table is not None),
        "in_question": float(" ".join(figure.text.split()) in query.numbers),
        "approximate": float(figure.approximate),
        "confidence": figure.confidence,
    }
    return RankedFigure(figure, candidate, features, score(weights.figure, features))


def _subject_features(
    query: Query, figure: FigureRecord, candidate: Candidate, rarity: Mapping[str, float]
) -> dict[str, float]:
    """How much of the question the figure's own words hold, with and without what it stands under, and the reverse.

    Its own words are its row and column, or its sentence. Precision is how much of them the question asks for: a row
    with more in its name than was asked for is another row.
    """
    own = figure.row_terms | figure.column_terms | frozenset(figure.sentence_terms)
    heads = frozenset(term for term in figure.column_terms if not term.isdigit())
    in_table = figure.table is not None
    return {
        "covered": query.coverage(own | candidate.passage.context_terms),
        "own": query.coverage(own),
        "row_precision": precision(figure.row_terms, query.asked, rarity) if in_table else 0.0,
        "column_precision": precision(heads, query.asked, rarity) if in_table else 0.0,
    }


def _around(figure: FigureRecord) -> frozenset[str]:
    """The stems next to a number in its sentence: what it says it is about, its restrictions included."""
    return frozenset(figure.sentence_terms[max(0, figure.place - WORDS_AROUND) : figure.place + WORDS_AROUND])


def _near(query: Query, figure: FigureRecord) -> float:
    """How near the number the question's words stand in its sentence: a word six words away counts half."""
    near: dict[str, float] = {}
    for at, stem in enumerate(figure.sentence_terms):
        if stem in query.matcher.stems:
            near[stem] = max(near.get(stem, 0.0), 1 / (1 + abs(at - figure.place) / HALF_AWAY))
    return query.share(query.matcher.nearness(near)) if near else 0.0


def _unit(query: Query, figure: FigureRecord) -> float:
    """1 for a unit of the class asked for, -1 for another; half of that where a class is only likely."""
    if query.question.wants_date:
        return float(figure.unit == "dato")
    found = unit_class(figure.unit)
    if query.question.unit is not None:
        if found is None:
            return 0.2 if query.question.unit == "count" else 0.0
        return 1.0 if found == query.question.unit else -1.0
    if query.question.likely and found is not None:
        return 0.5 if found in query.question.likely else -0.5
    return 0.0


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
    """A figure at the end of what was asked for may be its level; one from an earlier part of it is another figure."""
    if (asked.start, asked.end) == (found.start, found.end):
        return 1.0
    if asked.end is not None and asked.end == found.end:
        return 0.8
    if asked.year is None or found.year is None or asked.year != found.year:
        return OTHER_PERIOD
    return 0.1 if _is_inside(found, asked) else 0.4


def _is_inside(part: Period, whole: Period) -> bool:
    """Whether one period lies within another; an open end lies nowhere."""
    if part.start is None or part.end is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= part.start and part.end <= whole.end


def _newest(query: Query, figure: FigureRecord, year: int | None) -> float:
    """Where no period is asked for, the document's own year is meant."""
    if query.question.periods or figure.period is None or year is None:
        return 0.0
    return 1.0 if figure.period.year == year else -1.0
