"""How a figure stands beside its siblings: the other figures of its table, or of its passage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.index.records import FigureRecord
from retrieval.query import Query
from retrieval.question import unit_class

OTHER_CLAUSE = 8
"""How many words farther away a word counts that stands in another clause than the number."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What of the question a figure holds that its siblings do not.

    `apart`: how much more of the question its own words hold than those of its siblings do on average. `claimed`: the
    share of the question whose words, in its sentence, stand nearer to it than to any other number of its unit.
    """

    apart: float
    claimed: float


def own_terms(figure: FigureRecord) -> frozenset[str]:
    """The words that are the figure's own: its row and column, or its clause."""
    first, last = figure.clause
    return figure.row_terms | figure.column_terms | frozenset(figure.sentence_terms[first:last])


def stand_beside(query: Query, figures: Sequence[FigureRecord]) -> Mapping[int, Beside]:
    """Every figure's stand, by its number."""
    families: dict[tuple[int, str | None], list[FigureRecord]] = {}
    sentences: dict[tuple[int, tuple[str, ...], str | None], list[FigureRecord]] = {}
    for figure in figures:
        families.setdefault((0, figure.table) if figure.table else (figure.passage, None), []).append(figure)
        if figure.sentence_terms:
            key = (figure.passage, figure.sentence_terms, unit_class(figure.unit))
            sentences.setdefault(key, []).append(figure)
    claimed = {number: share for family in sentences.values() for number, share in _claims(query, family).items()}
    return {
        figure.number: Beside(apart, claimed.get(figure.number, 0.0))
        for family in families.values()
        for figure, apart in zip(family, _apart(query, family), strict=True)
    }


def _apart(query: Query, family: Sequence[FigureRecord]) -> list[float]:
    held = [query.coverage(own_terms(figure)) for figure in family]
    mean = sum(held) / len(held)
    return [value - mean for value in held]


def _claims(query: Query, family: Sequence[FigureRecord]) -> Mapping[int, float]:
    """Every part of the question goes to the number of the sentence that it stands nearest to."""
    nearness = [query.matcher.nearness(_near(figure)) for figure in family]
    best = [max(values) for values in zip(*nearness, strict=True)]
    return {
        figure.number: query.share(
            [float(value > 0 and value == most) for value, most in zip(values, best, strict=True)]
        )
        for figure, values in zip(family, nearness, strict=True)
    }


def _near(figure: FigureRecord) -> Mapping[str, float]:
    near: dict[str, float] = {}
    first, last = figure.clause
    for at, stem in enumerate(figure.sentence_terms):
        away = abs(at - figure.place) + (0 if first <= at < last else OTHER_CLAUSE)
        near[stem] = max(near.get(stem, 0.0), 1 / (1 + away))
    return near
