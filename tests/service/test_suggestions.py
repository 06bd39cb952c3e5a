"""Suggested questions: each is answered with the cell it was made from."""

import pytest

from retrieval.suggestions.labels import asked_for, named, year_of
from tests.service.conftest import Service, refused


def suggested(service: Service, **asked: object) -> list[str]:
    """The questions that are suggested."""
    response = service.client.post("/api/suggestions", json=asked)
    assert response.status_code == 200, response.text
    return list(response.json()["questions"])


def test_questions_to_begin_with_are_answered(read_only: Service) -> None:
    """Each of them gets a figure from a table."""
    questions = suggested(read_only)
    assert questions
    for question in questions:
        reply = read_only.ask(question)
        assert reply["status"] == "answered"
        assert reply["figures"][0]["cell"] is not None


def test_questions_to_go_on_with_stay_in_the_table(read_only: Service) -> None:
    """The other year of the row and the other rows of the column, asked in the conversation."""
    first = "Hva var utgiftene til drift av fyrlykter i 2024?"
    cell = read_only.ask(first)["figures"][0]["cell"]
    questions = suggested(read_only, question=first)
    assert "Og i 2023?" in questions
    for question in questions:
        other = read_only.ask(question, history=[first])["figures"][0]["cell"]
        assert other["table"] == cell["table"]
        assert (other["row"], other["column"]) != (cell["row"], cell["column"])


def test_nothing_is_suggested_after_a_refusal(read_only: Service) -> None:
    """Where nothing was found there is nothing to go on from."""
    assert suggested(read_only, question="Hvor mange romskip har etaten på Mars?") == []


def test_a_question_that_is_too_long_is_refused(service: Service) -> None:
    """As it is when it is asked."""
    refused(service.client.post("/api/suggestions", json={"question": "x" * 3000}), 400, "question_too_long")


@pytest.mark.parametrize(
    ("path", "label"),
    [
        (["Utgifter", "Drift av fyrlykter"], "drift av fyrlykter"),
        (["AAP mottatt i alt"], "AAP mottatt i alt"),
        (["Kap. 0601 post 01"], None),
        (["(tall i prosent)"], None),
        ([], None),
    ],
)
def test_a_row_is_named_in_a_question(path: list[str], label: str | None) -> None:
    """A readable label begins with a small letter unless it is an abbreviation; codes make no question."""
    assert named(path) == label


def test_how_a_row_is_asked_for_follows_its_unit() -> None:
    """Counted things are counted, sums are amounts, and a label that names its measure is asked for as it is."""
    assert asked_for("helt ledige", "personer") == "Hvor mange {label} var det i {year}?"
    assert asked_for("drift av fyrlykter", "kroner") == "Hvor mye utgjorde {label} i {year}?"
    assert asked_for("andelen varsler som slår til", "prosent") == "Hva var {label} i {year}?"
    assert asked_for("uten radar", "prosent") is None
    assert asked_for("ansatte", "personer") is None


def test_only_a_year_alone_is_a_year() -> None:
    """A column that is a year and something else is for something else."""
    assert year_of(["Regnskap", "2024"]) == 2024
    assert year_of(["Endring 2023–2024"]) is None
