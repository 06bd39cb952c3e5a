"""Builds broken on purpose are caught by the comparison; the program as it is passes it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.ablation.switches import Ablation
from eval.ablation.without import without
from eval.comparing.baseline import baseline_folder, of_questions, read_baseline
from eval.comparing.compare import Comparison, compare
from eval.comparing.guards import guards_for
from eval.measuring.scored import Scored
from eval.sets import QuestionSet
from ingest.document import Document, PassageKind
from retrieval.answer import Answerer
from retrieval.engine import Engine
from tests.eval.sample import engine_over, sample_set, scores


def judged(before: Sequence[Scored], answerer: Answerer, entry: QuestionSet) -> Comparison:
    """A build compared with the program as it is, by the margins that guard it."""
    return compare(entry.name, scores(answerer, entry), of_questions(before, {}), guards_for(entry.name))


def fallen(comparison: Comparison) -> set[str]:
    """The names of the measures that fell too far."""
    return {measure.measure for measure in comparison.fallen}


def test_the_program_as_it_is_passes(engine: Engine, few: QuestionSet, few_scores: list[Scored]) -> None:
    """Asked again, not one mark is another."""
    found = judged(few_scores, engine.answerer(), few)
    assert found.fallen == []
    assert found.changes == ()
    assert all(measure.after == measure.before for measure in found.measures)


@pytest.mark.parametrize("leg", ["dense", "lexical"])
def test_a_leg_turned_off_is_caught(engine: Engine, few: QuestionSet, few_scores: list[Scored], leg: str) -> None:
    """By the leg's own silence, however little it costs on a small collection."""
    off = without(engine.answerer(), Ablation(leg, leg, {"legs": (leg,)}))
    assert f"all answerable / {leg} leg" in fallen(judged(few_scores, off, few))


def test_threshold_zero_is_caught(engine: Engine, few: QuestionSet, few_scores: list[Scored]) -> None:
    """Nothing is refused any more."""
    answerer = engine.answerer()
    eager = answerer.with_weights(replace(answerer.weights, threshold=0.0))
    assert "unanswerable / refused" in fallen(judged(few_scores, eager, few))


def test_units_dropped_are_caught(
    documents: tuple[Document, ...], few: QuestionSet, few_scores: list[Scored], tmp_path: Path
) -> None:
    """Figures that lost their units while they were read."""
    without_units = [
        replace(document, figures=tuple(replace(figure, unit=None) for figure in document.figures))
        for document in documents
    ]
    broken = engine_over(without_units, tmp_path).answerer()
    assert "all answerable / unit" in fallen(judged(few_scores, broken, few))


def test_table_rows_dropped_are_caught(
    documents: tuple[Document, ...], few: QuestionSet, few_scores: list[Scored], tmp_path: Path
) -> None:
    """Tables that are not cut into rows any more."""
    broken = engine_over([without_rows(document) for document in documents], tmp_path).answerer()
    assert {"headline", "figure-table / cited@1"} <= fallen(judged(few_scores, broken, few))


def without_rows(document: Document) -> Document:
    """A document without its table rows, and without the figures that stand in them."""
    passages = tuple(passage for passage in document.passages if passage.kind != PassageKind.TABLE_ROW)
    kept = {passage.id for passage in passages}
    figures = tuple(figure for figure in document.figures if figure.passage in kept)
    return replace(document, passages=passages, figures=figures)


def test_the_accepted_baseline_holds(engine: Engine) -> None:
    """Over all questions, no guarded measure is below what was accepted by more than its margin.

    When it is meant: `kildesvar eval` and then `kildesvar eval accept`.
    """
    entry = sample_set()
    base = read_baseline(baseline_folder(), entry.name)
    assert base is not None
    margins = guards_for(entry.name)
    found = compare(entry.name, scores(engine.answerer(), entry), base, margins)
    assert [f"{m.measure}: {m.before:.3f} → {m.after:.3f}" for m in found.fallen] == []
    assert (found.gone, found.altered) == ((), ())
    assert set(margins) <= {measure.measure for measure in found.measures}
