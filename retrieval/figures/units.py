"""How a figure's unit agrees with what a question wants counted."""

from retrieval.analysis import Analyzer
from retrieval.analysis.words import words
from retrieval.index.records import FigureRecord
from retrieval.query import Query
from retrieval.question import is_of_class, is_people, unit_class

MAYBE_COUNTED = 0.2
"""How well a number without a unit agrees with a question for a number of something."""


def unit_features(query: Query, figure: FigureRecord, analyzer: Analyzer) -> dict[str, float]:
    """The features of unit."""
    return {
        "unit": _unit(query, figure),
        "likely_unit": _likely_unit(query, figure),
        **_counted(query, figure, analyzer),
    }


def _unit(query: Query, figure: FigureRecord) -> float:
    """1 for a unit of the class asked for, -1 for another."""
    if query.question.wants_date:
        return float(figure.unit == "dato")
    wanted = query.question.unit
    if wanted is None:
        return 0.0
    if figure.unit is None:
        return MAYBE_COUNTED if wanted == "count" else 0.0
    return 1.0 if is_of_class(figure.unit, wanted) else -1.0


def _likely_unit(query: Query, figure: FigureRecord) -> float:
    """1 for a unit of a class that is likely where none is certain, -1 for another."""
    found = unit_class(figure.unit)
    if not query.question.likely or found is None:
        return 0.0
    return 1.0 if found in query.question.likely else -1.0


def _counted(query: Query, figure: FigureRecord, analyzer: Analyzer) -> dict[str, float]:
    """Whether it counts what is to be counted, or something that does not stand after «hvor mange» at all.

    People may go unnamed; who applied for something may be told as its applications.
    """
    if figure.unit is None or unit_class(figure.unit) != "count" or not query.many:
        return {"counted": 0.0, "counts_other": 0.0}
    stem = analyzer.stem(words(figure.unit)[-1])
    return {
        "counted": query.counted.get(stem, 0.0),
        "counts_other": float(stem not in query.many and not is_people(figure.unit)),
    }
