"""Suggested questions: each is answered with the cell it was made from."""

from types import SimpleNamespace
from typing import cast

import pytest

from ingest.quantities.model import Measure
from retrieval.index.records import FigureRecord
from retrieval.suggestions.labels import asked_for, named, year_of
from retrieval.suggestions.prose import counted
from tests.service.conftest import Service, refused


def suggested(service: Service, **asked: object) -> list[str]:
    """The questions that are suggested."""
    response = service.client.post("/api/suggestions", json=asked)
    assert response.status_code == 200, response.text
    return list(response.json()["questions"])


def test_questions_to_begin_with_are_answered(read_only: Service) -> None:
    """Each of them, some by a table and some by prose."""
    replies = [read_only.ask(question) for question in suggested(read_only)]
    assert {reply["status"] for reply in replies} == {"answered"}
    assert {bool(reply["figures"] and reply["figures"][0]["cell"]) for reply in replies} == {True, False}


def test_a_sentence_gives_a_question(service: Service) -> None:
    """Whose answer is its figure; a document without tables has something to begin with."""
    for path in service.documents.iterdir():
        path.unlink()
    text = "1 Drift\n\n1.1 Losing langs kysten\n\nLosetaten gjennomførte 412 losinger i 2024. Det var flere enn før.\n"
    (service.documents / "notat.txt").write_text(text, "utf8")
    service.ingest()
    questions = suggested(service)
    assert "Hvor mange losinger gjennomførte losetaten i 2024?" in questions
    assert service.ask(questions[0])["answer"] == "412 losinger"


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


@pytest.mark.parametrize(
    ("label", "question"),
    [
        ("Varslingsavdelingen sendte … varsler i 2024", "Hvor mange varsler sendte varslingsavdelingen i 2024?"),
        ("Nav behandlet … søknader om støtte", "Hvor mange søknader om støtte behandlet Nav?"),
        ("Ved utgangen av 2024 var det … mottakere", "Hvor mange mottakere var det ved utgangen av 2024?"),
        ("Vi fikk … klager i 2024", None),
        ("mot … året før", None),
        ("Etaten fikk … klager fra en gruppe som …", None),
    ],
)
def test_a_question_is_made_of_a_sentence_that_says_who(label: str, question: str | None) -> None:
    """Pronouns, halves of comparisons and sentences cut short make none."""
    figure = SimpleNamespace(
        number=1, table=None, measure=Measure.LEVEL, approximate=False, label=label, unit="varsler"
    )  # fmt: skip
    made = [each.question for each in counted([cast(FigureRecord, figure)])]
    assert made == ([question] if question else [])


def test_only_a_year_alone_is_a_year() -> None:
    """A column that is a year and something else is for something else."""
    assert year_of(["Regnskap", "2024"]) == 2024
    assert year_of(["Endring 2023–2024"]) is None
