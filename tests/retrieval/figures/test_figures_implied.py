"""What a way of asking leaves unsaid."""

from dataclasses import replace

import pytest

from retrieval.analysis import Analyzer
from retrieval.figures.implied import holds_implied, implied_stems
from tests.retrieval.figures.made import figure


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Hvor mange klagde på vedtaket?", "mottatt"),
        ("Kor mange klaga på vedtaket?", "mottatt"),
        ("Hvor mange fikk lykteløyve i 2024?", "mottakere"),
        ("Hvor mye penger er det igjen på posten?", "overføres"),
        ("Hvor mye ble det til sammen?", "sum"),
    ],
)
def test_a_verb_implies_what_a_table_calls_it(question: str, word: str) -> None:
    """The noun or participle is compared by its stem."""
    analyzer = Analyzer()
    implied = implied_stems(question)
    assert holds_implied(figure(unit="søknader", row=word), implied, analyzer)
    assert not holds_implied(figure(unit="søknader", row="behandlet"), implied, analyzer)


def test_what_is_counted_may_be_what_is_implied() -> None:
    """«142 mottakere» needs no column of that name."""
    analyzer = Analyzer()
    implied = implied_stems("Hvor mange mottok lykteløyve?")
    assert holds_implied(replace(figure(), unit="mottakere"), implied, analyzer)


def test_most_questions_imply_nothing() -> None:
    """Then no figure holds it."""
    analyzer = Analyzer()
    assert implied_stems("Hva er sykefraværet?") == frozenset()
    assert not holds_implied(figure(row="mottatt"), frozenset(), analyzer)
