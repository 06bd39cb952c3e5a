"""Measures of ranked passages, by ir_measures (MacAvaney, Macdonald and Ounis 2022)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ingest.errors import ToldError

RANKED = ("R@5", "R@10", "RR@10", "nDCG@5", "nDCG@10")
"""Every ranking measure, by its name in the field."""


class MeasuringToolError(ToldError):
    """A package that measures is not installed; the message says how to install it."""

    def __init__(self, package: str) -> None:
        super().__init__(f"Evalueringen trenger pakken «{package}». Kjør: pip install 'kildesvar[eval]'")


class Judged(NamedTuple):
    """What a ranking brought for one question: for each rank, which of the `places` that hold the answer it has."""

    hits: Sequence[frozenset[int]]
    places: int


def ranking_scores(judged: Mapping[str, Judged]) -> dict[str, dict[str, float]]:
    """Every ranking measure of every question.

    What is judged relevant are the places where the answer stands, each found once: at the first rank that has it.
    Ranks that bring nothing new count as something irrelevant. Raises MeasuringToolError without ir_measures.
    """
    try:
        import ir_measures
    except ImportError as error:
        raise MeasuringToolError("ir-measures") from error

    asked = {key: one for key, one in judged.items() if one.places}
    if not asked:
        return {}
    measures = [ir_measures.parse_measure(name) for name in RANKED]
    qrels = {key: {f"place-{place}": 1 for place in range(one.places)} for key, one in asked.items()}
    run = {key: _run(one) for key, one in asked.items()}
    scores: dict[str, dict[str, float]] = {key: {} for key in asked}
    for found in ir_measures.iter_calc(measures, qrels, run):
        scores[found.query_id][str(found.measure)] = float(found.value)
    return scores


def _run(judged: Judged) -> dict[str, float]:
    """The ranking as scores falling by one a rank. Two places in one passage are found at nearly the same rank."""
    seen: set[int] = set()
    run: dict[str, float] = {}
    for rank, places in enumerate(judged.hits):
        new = sorted(places - seen)
        seen |= places
        if not new:
            run[f"rank-{rank}"] = -float(rank)
        run |= {f"place-{place}": -rank - 0.001 * at for at, place in enumerate(new)}
    return run
