"""How the words a figure stands with agree with those of a question."""

from collections.abc import Mapping

from retrieval.index.records import FigureRecord
from retrieval.query import Query, precision
from retrieval.search import Candidate

WORDS_AROUND = 6
"""How many words before and after a number say what it counts."""


def label_terms(figure: FigureRecord) -> frozenset[str]:
    """The stems whose rarity decides how precisely a figure is what was asked for."""
    return figure.row_terms | figure.column_terms | _around(figure)


def word_features(
    query: Query, figure: FigureRecord, candidate: Candidate, rarity: Mapping[str, float], implied: frozenset[str]
) -> dict[str, float]:
    """How much of the question the figure's words hold, with what it stands under, and the reverse.

    Its words are its row and column, or its sentence; what leads up to it is the sentence before, which may name what
    its own refers back to: «Ordningen hadde 12 mottakere». Precision is how much of them the question asks for: a row
    with more in its name than was asked for is another row, a number with other words next to it counts something
    else. What the way of asking implies is asked for.
    """
    held = figure.row_terms | figure.column_terms | frozenset(figure.sentence_terms) | candidate.passage.context_terms
    covered = query.coverage(held)
    heads = frozenset(term for term in figure.column_terms if not term.isdigit())
    in_table = figure.table is not None
    asked = {**dict.fromkeys(implied, 1.0), **query.asked} if implied else query.asked
    return {
        "covered": covered,
        "led_up_to": query.coverage(held | figure.lead_terms) - covered,
        "row_precision": precision(figure.row_terms, asked, rarity) if in_table else 0.0,
        "column_precision": precision(heads, asked, rarity) if in_table else 0.0,
        "near_precision": precision(_around(figure), asked, rarity) if figure.sentence_terms else 0.0,
    }


def _around(figure: FigureRecord) -> frozenset[str]:
    """The stems next to a number in its sentence: what it says it is about, its restrictions included."""
    return frozenset(figure.sentence_terms[max(0, figure.place - WORDS_AROUND) : figure.place + WORDS_AROUND])
