"""The answer: its status, its words, its figures and passages, and how it came about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from retrieval.compare import Comparison, Plan, Rank, compare, read_plan, with_stated
from retrieval.confidence import Verdict, judge
from retrieval.conversation import complete, is_follow_up
from retrieval.conversation.earlier import Place, Places, with_earlier
from retrieval.figures import RankedFigure, rank_figures
from retrieval.forms import Language
from retrieval.highlight import highlights
from retrieval.index.open import Index
from retrieval.index.records import DocumentRecord
from retrieval.index.scope import Filter
from retrieval.overview import Grids, NoOverview, Overview, find_overview
from retrieval.overview.asked import read_asked
from retrieval.phrasing import figure_in_words
from retrieval.query import Query, make_query
from retrieval.question import Question, understand
from retrieval.search import Candidate, Found, search
from retrieval.spans import Answering, answering, place_of
from retrieval.spelling import Speller
from retrieval.weights import Weights

MOST_FIGURES = 5
_NOTHING = Answering(None)
"""What a reply says when the documents do not hold the answer."""


@dataclass(frozen=True, slots=True)
class AnswerFigure:
    """A figure of an answer: what was found, in which document, and how sure it is."""

    ranked: RankedFigure
    document: DocumentRecord
    confidence: float


@dataclass(frozen=True, slots=True)
class AnswerPassage:
    """A passage of an answer, its document, and the offsets of what is marked in its text.

    That is the sentence that answers, or else the question's words.
    """

    candidate: Candidate
    document: DocumentRecord
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is replied. `answer` is None when the documents do not hold it."""

    question: str
    resolved: str
    answered: bool
    confidence: float
    answer: str | None
    figures: tuple[AnswerFigure, ...]
    passages: tuple[AnswerPassage, ...]
    comparison: Comparison | None
    overview: Overview | None
    trace: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was read: completed, searched for, and what it may be answered with, best first."""

    resolved: str
    query: Query
    found: Found
    plan: Plan | None
    ranked: tuple[RankedFigure, ...]

    @property
    def place(self) -> Place | None:
        """Where it is answered: its best figure, or its best passage."""
        if self.ranked:
            return Place(self.ranked[0].candidate.passage, self.ranked[0].figure)
        return Place(self.found.candidates[0].passage, None) if self.found.candidates else None


class Answerer:
    """Answers questions from an index. The same index and the same question always give the same answer."""

    def __init__(self, index: Index, language: Language, weights: Weights) -> None:
        self.index = index
        self.language = language
        self.weights = weights
        self._grids = Grids(index)
        self._places = Places()
        self._speller = Speller(index, language)

    def close(self) -> None:
        """Give back all that is held of the generation; nothing can be asked afterwards."""
        self._grids.load.cache_clear()
        self.index.close()

    def with_weights(self, weights: Weights) -> "Answerer":
        """The same answerer with other weights."""
        return Answerer(self.index, self.language, weights)

    def ask(self, question: str, history: Sequence[str], chosen: Filter, limit: int) -> Answer:
        """Answer a question, completed from the earlier ones of its conversation where it needs them."""
        reading = self._read(question, history, chosen)
        query, found, plan, ranked = reading.query, reading.found, reading.plan, reading.ranked
        verdict = judge(query, found.candidates, ranked, self.weights)
        if plan is not None and not verdict.answered:
            verdict = self._by_sides(plan, chosen, verdict)
        made = self._overview(reading.resolved, chosen)
        table = made if isinstance(made, Overview) else None
        confidence = round(table.held, 4) if table else verdict.confidence
        answered = table is not None or (verdict.answered and made is None)
        comparison = None
        if plan is not None and answered and table is None:
            comparison = self._comparison(query, plan, ranked, chosen)
            answered = comparison is None or comparison.refused is None
        shown = table.figures if table else _shown(ranked, comparison)
        cited = shown[:1] if query.question.wants_figure or comparison or table else ()
        candidates = _cited_first(found.candidates, cited)[:limit]
        words = self._words(query, shown, candidates, table or comparison) if answered else _NOTHING
        return Answer(
            question=question,
            resolved=reading.resolved,
            answered=answered,
            confidence=confidence,
            answer=words.words,
            figures=tuple(
                self._figure(item, confidence if table else confidence * verdict.share(item)) for item in shown
            ),
            passages=tuple(self._passage(candidate, query, words) for candidate in candidates),
            comparison=comparison,
            overview=table,
            trace={
                **_trace(query, found, None if table else verdict, comparison),
                "no_overview": made.why if isinstance(made, NoOverview) else None,
            },
        )

    def search(self, text: str, chosen: Filter, limit: int) -> tuple[AnswerPassage, ...]:
        """The best passages alone."""
        query = make_query(text, self.index, self.language)
        found = search(self.index, query, chosen, self.weights)
        return tuple(self._passage(candidate, query, _NOTHING) for candidate in found.candidates[:limit])

    def _overview(self, question: str, chosen: Filter) -> Overview | NoOverview | None:
        """The overview a question asks for, or why there is none; None where something else may answer it."""
        asked = read_asked(question, self.index.newest_year)
        if asked is None:
            return None

        def finder(text: str) -> Sequence[Candidate]:
            return search(self.index, make_query(text, self.index, self.language), chosen, self.weights).candidates

        made = find_overview(self._grids, self.language, asked, finder)
        return None if isinstance(made, NoOverview) and not asked.explicit else made

    def completed(self, question: str, history: Sequence[str]) -> str:
        """The question as it stands alone, every misspelt word read as the one that was meant."""
        asked = [self._speller.read(text) for text in (*history, question)]
        return complete(asked[-1], asked[:-1], self._likeness)

    def place_of(self, question: str, history: Sequence[str], chosen: Filter) -> Place | None:
        """Where a question is answered: remembered, or found again."""
        known, place = self._places.get((*history, question), chosen)
        return place if known else self._read(question, history, chosen).place

    def _read(self, question: str, history: Sequence[str], chosen: Filter) -> Reading:
        """A question completed, searched for and its figures ranked; what that gives is remembered for the next one."""
        resolved = self.completed(question, history)
        query = make_query(resolved, self.index, self.language)
        found = search(self.index, query, chosen, self.weights)
        plan = read_plan(query.question.text, self.index.newest_year, self._likeness)
        leans = bool(history) and is_follow_up(question)
        earlier = self.place_of(history[-1], history[:-1], chosen) if leans else None
        reading = Reading(resolved, query, found, plan, tuple(self._figures(query, found, plan, earlier)))
        self._places.put((*history, question), chosen, reading.place)
        return reading

    def _likeness(self, phrase: str, others: Sequence[str]) -> list[float]:
        """How like a phrase each of the others is, to the encoder."""
        vectors = np.asarray(self.index.encoder.encode([phrase, *others]), dtype=np.float32)
        return [float(value) for value in vectors[1:] @ vectors[0]]

    def _figures(self, query: Query, found: Found, plan: Plan | None, earlier: Place | None) -> list[RankedFigure]:
        asked = query.question
        if not (asked.wants_figure or asked.wants_date or plan):
            return []
        ranked = self._rank(query, found)
        return distinct(with_earlier(ranked, earlier, self.weights.follow) if earlier else ranked)

    def _comparison(
        self, query: Query, plan: Plan, ranked: Sequence[RankedFigure], chosen: Filter
    ) -> Comparison | None:
        comparison = compare(self.index, query, plan, self._ranker(chosen))
        return with_stated(comparison, plan, ranked) if comparison else None

    def _by_sides(self, plan: Plan, chosen: Filter, whole: Verdict) -> Verdict:
        """Two things set against each other are seldom told of in one place: each side is judged by itself."""
        if plan.same or plan.step or len(plan.sides) == 1:
            return whole
        sides = []
        for side in plan.sides:
            query = make_query(side.text, self.index, self.language)
            found = search(self.index, query, chosen, self.weights)
            sides.append(judge(query, found.candidates, self._rank(query, found), self.weights))
        least = min(sides, key=lambda verdict: verdict.confidence)
        return replace(whole, answered=True, confidence=least.confidence) if least.answered else whole

    def _ranker(self, chosen: Filter) -> Rank:
        """Ranks the figures for a side of a comparison as for a question of its own.

        Sides that differ only in their period are searched for once.
        """
        known: dict[tuple[str, Question], tuple[Query, Found]] = {}

        def rank(text: str, understood: Callable[[Question], Question]) -> list[RankedFigure]:
            read = understand(text, self.index.newest_year)
            asked = understood(read)
            sought = replace(asked, periods=read.periods or asked.periods)
            if (text, sought) not in known:
                query = replace(make_query(text, self.index, self.language), question=sought)
                known[text, sought] = query, search(self.index, query, chosen, self.weights)
            query, found = known[text, sought]
            return self._rank(replace(query, question=asked), found)

        return rank

    def _rank(self, query: Query, found: Found) -> list[RankedFigure]:
        return rank_figures(self.index, query, found.candidates, self.weights)

    def _figure(self, item: RankedFigure, confidence: float) -> AnswerFigure:
        document = self.index.documents[item.candidate.passage.document]
        return AnswerFigure(item, document, round(confidence, 2))

    def _passage(self, candidate: Candidate, query: Query, words: Answering) -> AnswerPassage:
        """A passage with the sentence that answers marked where it holds it, else the question's words."""
        document = self.index.documents[candidate.passage.document]
        text = candidate.passage.text
        place = place_of(words.sentence, text) if words.passage == candidate.passage.number else None
        marked = (place,) if place else highlights(text, query, self.index.analyzer)
        return AnswerPassage(candidate, document, marked)

    def _words(
        self,
        query: Query,
        figures: Sequence[RankedFigure],
        candidates: Sequence[Candidate],
        made: Overview | Comparison | None,
    ) -> Answering:
        if isinstance(made, Overview):
            return Answering(made.in_words)
        if made is not None and made.stated is None and made.in_words:
            return Answering(made.in_words)
        if figures and query.question.wants_figure:
            return Answering(figure_in_words(figures[0].figure))
        return answering(self.index, query, candidates[0].passage, candidates[0].figures)


def distinct(ranked: Sequence[RankedFigure]) -> list[RankedFigure]:
    """The figures without repetitions of the same amount and measure; the best of each stays."""
    seen: set[tuple[Decimal, str]] = set()
    kept: list[RankedFigure] = []
    for item in ranked:
        key = (item.figure.amount, item.figure.measure.value)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def _shown(ranked: Sequence[RankedFigure], comparison: Comparison | None) -> tuple[RankedFigure, ...]:
    """What a comparison comes to where it is stated, its operands, then the best figures."""
    if comparison is None:
        return tuple(ranked[:MOST_FIGURES])
    first = (comparison.stated, *comparison.operands) if comparison.stated else comparison.operands
    numbers = {item.figure.number for item in first}
    rest = [item for item in ranked if item.figure.number not in numbers]
    return (*first, *rest[: max(MOST_FIGURES - len(first), 0)])


def _cited_first(candidates: Sequence[Candidate], figures: Sequence[RankedFigure]) -> list[Candidate]:
    """The passage of the first figure first, then the others in their order."""
    first = [figure.candidate for figure in figures]
    numbers = {candidate.passage.number for candidate in first}
    return [*first, *(candidate for candidate in candidates if candidate.passage.number not in numbers)]


def _trace(query: Query, found: Found, verdict: Verdict | None, comparison: Comparison | None) -> dict[str, object]:
    """How the answer came about; without a verdict nothing is told of what it weighed."""
    question = query.question
    return {
        "terms": [concept.words for concept in query.concepts],
        "legs": dict(found.legs),
        "kind": question.kind.value,
        "unit": question.unit,
        "measure": question.measure.value,
        "periods": [period.text for period in question.periods],
        "operation": comparison.operation.value if comparison and comparison.operation else None,
        "not_compared": comparison.refused if comparison else None,
        "forms": {concept.words: [" ".join(form.stems) for form in concept.forms[1:9]] for concept in query.concepts},
        "unknown": [concept.words for concept in query.concepts if not concept.known],
        "confidence": {name: round(value, 3) for name, value in verdict.features.items()} if verdict else None,
    }
