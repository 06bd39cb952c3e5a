"""Figures and questions made by hand, so that one feature is seen at a time."""

from decimal import Decimal

import numpy as np

from ingest.quantities import Context, read_periods
from ingest.quantities.model import Measure, Period
from retrieval.analysis import Analyzer
from retrieval.concepts import Concept
from retrieval.forms import Form
from retrieval.index.records import FigureRecord
from retrieval.query import Query
from retrieval.question import understand


def asking(text: str, *words: str) -> Query:
    """A question whose subject is these words, all equally rare."""
    stem = Analyzer().stem
    concepts = tuple(Concept(word, (Form((stem(word),), 1.0, "word"),), 1.0, True) for word in words)
    return Query(understand(text, 2024), concepts, np.zeros((1, 2), dtype=np.float32))


def period(text: str) -> Period:
    """The period a text names."""
    return read_periods(text, Context(year=None, period=None))[0].period


def in_sentence(
    number: int, words: str, place: int, clause: tuple[int, int], unit: str | None = "personer"
) -> FigureRecord:
    """A figure in a sentence of these words, before the one at `place`."""
    stem = Analyzer().stem
    return figure(number, unit, sentence_terms=tuple(stem(word) for word in words.split()), place=place, clause=clause)


def figure(
    number: int = 0,
    unit: str | None = "personer",
    when: Period | None = None,
    *,
    table: str | None = None,
    row: str = "",
    sentence_terms: tuple[str, ...] = (),
    place: int = 0,
    clause: tuple[int, int] = (0, 0),
    lead: str = "",
) -> FigureRecord:
    """A figure with what matters to the test, and nothing else."""
    stem = Analyzer().stem
    return FigureRecord(
        number=number,
        passage=1,
        id=f"f{number}",
        text="7",
        value=Decimal(7),
        scale=1,
        unit=unit,
        period=when,
        measure=Measure.LEVEL,
        approximate=False,
        label=row,
        stored_spans="[]",
        stored_row_path="[]",
        stored_column_path="[]",
        table=table,
        row=None,
        column=None,
        row_terms=frozenset(stem(word) for word in row.split()),
        column_terms=frozenset(),
        sentence_terms=sentence_terms,
        place=place,
        clause=clause,
        lead_terms=frozenset(stem(word) for word in lead.split()),
        confidence=1.0,
    )
