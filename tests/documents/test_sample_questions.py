"""The known-answer questions over the sample documents agree with the truth behind them."""

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from eval.items import read_items

QUESTIONS = Path(__file__).parents[2] / "eval" / "questions" / "sample_documents.jsonl"
LINES = [json.loads(line) for line in QUESTIONS.read_text("utf8").splitlines()]
TURNS = [turn | {"id": line["id"]} for line in LINES for turn in line.get("turns", [line])]
FIGURES = [turn for turn in TURNS if turn["kind"].startswith("figure")]
WORDS = [turn for turn in TURNS if turn["kind"] in {"fact", "list", "passage"}]
COMPARISONS = [turn for turn in TURNS if turn["kind"] == "compare"]


def name(turn: dict[str, Any]) -> str:
    """The id a test is shown with."""
    return str(turn["id"])


def amount(value: dict[str, Any]) -> Decimal:
    """The amount of an answer."""
    return Decimal(str(value["value"])) * value.get("scale", 1)


def numbers(truth: dict[str, Any], pages: list[int]) -> Iterator[tuple[Decimal, str | None]]:
    """Every known number on those pages: its amount and its unit."""
    for table in truth["tables"]:
        for cell in table["cells"]:
            if cell["value"] is not None and (not pages or table["rows"][cell["row"]]["pdf_page"] in pages):
                yield Decimal(cell["value"]) * cell["scale"], cell["unit"]
    for block in truth["blocks"]:
        for quantity in block["quantities"]:
            if not pages or set(quantity["pdf_pages"]) & set(pages):
                yield Decimal(quantity["value"]) * quantity["scale"], quantity["unit"]


def test_form_and_number() -> None:
    """The file is of the documented form, with enough questions of every kind."""
    items = read_items(QUESTIONS)
    kinds = Counter(line.get("kind", "dialog") for line in LINES)
    assert len(items) >= 90
    assert kinds["unanswerable"] >= 18
    assert kinds["compare"] >= 8
    assert kinds["dialog"] >= 6
    assert {line["lang"] for line in LINES} == {"nb", "nn", "en"}


@pytest.mark.parametrize("turn", FIGURES, ids=name)
def test_figures_stand_in_the_truth(turn: dict[str, Any], made_documents: Any) -> None:
    """A figure's amount and unit are those of a number on one of its pages."""
    truth = made_documents[turn["source"].removesuffix(".pdf")].truth
    assert (amount(turn["answer"]), turn["answer"]["unit"]) in set(numbers(truth, turn["evidence_pages"]))


@pytest.mark.parametrize("turn", WORDS, ids=name)
def test_words_stand_on_the_pages(turn: dict[str, Any], made_documents: Any) -> None:
    """What an answer must say stands on its pages of the PDF, not divided by a hyphen."""
    shown = made_documents[turn["source"].removesuffix(".pdf")].page_text(turn["evidence_pages"]).lower()
    for alternatives in turn["answer"]["must"]:
        assert any(alternative.lower() in shown for alternative in alternatives), alternatives


@pytest.mark.parametrize("turn", COMPARISONS, ids=name)
def test_comparisons_come_out(turn: dict[str, Any], made_documents: Any) -> None:
    """The operands stand in the truth, and the result is what they come to."""
    for option in [turn["answer"], *turn.get("also", [])]:
        for value in option["values"]:
            documents = [value["doc"].removesuffix(".pdf")] if "doc" in value else list(made_documents)
            known = [found for document in documents for found, _ in numbers(made_documents[document].truth, [])]
            assert amount(value) in known
        check_result(turn["op"], [amount(value) for value in option["values"]], option["result"])


def check_result(operation: str, values: list[Decimal], result: dict[str, Any] | None) -> None:
    """Do the arithmetic again."""
    if operation == "series":
        assert result is None
        assert len(values) > 2
        return
    first, second = values[0], values[-1]
    expected = {
        "difference": first - second,
        "percent_change": (first - second) / second * 100,
        "share": first / second * 100,
        "maximum": first,
        "minimum": first,
    }[operation]
    assert result is not None
    got = Decimal(str(result["value"]))
    signs = (1, -1) if operation in {"difference", "percent_change"} else (1,)  # a fall may be told without its sign
    assert any(abs(got - sign * expected) < Decimal("0.051") for sign in signs)


@pytest.mark.parametrize("extreme", [("maximum", max), ("minimum", min)], ids=["maximum", "minimum"])
def test_extremes_are_extreme(extreme: Any, made_documents: Any) -> None:
    """The largest and smallest are so among all rows of the column they stand in, sums apart."""
    operation, pick = extreme
    extremes = [turn for turn in COMPARISONS if turn["op"] == operation and len(turn["answer"]["values"]) == 1]
    assert extremes
    for turn in extremes:
        (value,) = turn["answer"]["values"]
        for table in made_documents[turn["source"].removesuffix(".pdf")].truth["tables"]:
            rows = [n for n, row in enumerate(table["rows"]) if row["path"] != ["Sum"]]
            for column in range(len(table["columns"])):
                known = [c for c in table["cells"] if c["column"] == column and c["row"] in rows and c["value"]]
                same = [c for c in known if Decimal(c["value"]) == amount(value) and c["unit"] == value["unit"]]
                if same and table["section"][0].startswith("2") and len(known) > 4:
                    assert Decimal(same[0]["value"]) == pick(Decimal(c["value"]) for c in known)
