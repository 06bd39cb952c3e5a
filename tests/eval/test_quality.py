"""The question sets are of the promised size, and every known answer stands where it is said to stand."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.items import FIGURE_KINDS, Expected, Item, Turn, read_items
from eval.marks import holds

QUESTIONS = Path(__file__).parents[2] / "eval" / "questions"
REAL = [item for path in sorted(QUESTIONS.glob("real_*.jsonl")) for item in read_items(path)]
SOURCES = {"arsrapport": "000_9fb80f13bab3c38a.txt", "tildelingsbrev": "002_c606d3bdfaf28594.txt"}
WORDS = {1: "en", 2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "sju", 8: "åtte", 9: "ni", 10: "ti"}


def kind(item: Item) -> str:
    """The kind of a question; conversations are one of their own."""
    return "conversation" if item.is_conversation else item.turns[0].kind


def test_the_sets_are_of_the_promised_size() -> None:
    """Over the real documents and over the sample documents."""
    kinds = Counter(kind(item) for item in REAL)
    assert len(REAL) >= 400
    assert kinds["unanswerable"] >= 60
    assert kinds["conversation"] >= 30
    assert kinds["compare"] >= 40
    assert len(read_items(QUESTIONS / "sample_documents.jsonl")) >= 80


def test_near_misses_are_most_of_the_unanswerable() -> None:
    """They are the hard ones."""
    classes = Counter(turn.unanswerable_class for item in REAL for turn in item.turns if turn.kind == "unanswerable")
    assert classes["near-miss"] > sum(classes.values()) / 2
    assert set(classes) == {"near-miss", "same-field", "off-topic"}


def test_both_languages_beside_bokmal_are_asked_in() -> None:
    """In every set, among the figures as among the passages."""
    asked = {(item.lang, "figure" if item.turns[0].kind in FIGURE_KINDS else "other") for item in REAL}
    assert {(lang, sort) for lang in ("nb", "nn", "en") for sort in ("figure", "other")} <= asked


def test_the_split_is_about_half_in_every_kind() -> None:
    """A measure on what is kept aside speaks of every kind."""
    for name, count in Counter(kind(item) for item in REAL).items():
        kept = sum(item.kept for item in REAL if kind(item) == name)
        assert 0.25 < kept / count < 0.75, name


def test_no_question_is_asked_twice() -> None:
    """A question in both halves would be tuned on and kept aside at once."""
    alone = Counter(item.turns[0].question.casefold() for item in REAL if not item.is_conversation)
    assert [question for question, count in alone.items() if count > 1] == []


@pytest.fixture(scope="module")
def texts(real_documents: Path) -> dict[str, list[str]]:
    """The lines of both documents by what questions call them."""
    return {name: (real_documents / source).read_text("utf8").split("\n") for name, source in SOURCES.items()}


@pytest.mark.real
@pytest.mark.parametrize("name", sorted(SOURCES))
def test_every_answer_stands_in_each_of_its_places(texts: dict[str, list[str]], name: str) -> None:
    """Figures as printed, and the words a passage must hold."""
    assert list(_wrong(name, texts[name])) == []


def _wrong(name: str, lines: list[str]) -> Iterator[str]:
    for item in REAL:
        for turn in item.turns:
            for (first, last), options in _places(turn, name):
                text = "\n".join(lines[first - 1 : last])
                if not any(_stands(text, option) for option in options):
                    yield f"{item.id} {first}–{last}"


def _places(turn: Turn, name: str) -> Iterator[tuple[tuple[int, int], list[Expected]]]:
    """Every place of a document with the answers of which one must stand there."""
    options = [option for option in (turn.answer, *turn.also) if option is not None]
    if turn.doc == name:
        yield from ((place, options) for place in turn.evidence)
    for option in options:
        for value in option.values:
            if (value.doc or turn.doc) == name:
                yield from ((place, [Expected(value=value.value)]) for place in value.evidence)


def _stands(text: str, option: Expected) -> bool:
    return _is_printed(text, option.value) if option.value is not None else holds(text, option)


def _is_printed(text: str, value: float) -> bool:
    """Whether the digits of a number stand in a text, however they are grouped, or its word does."""
    digits = re.sub(r"\D", "", f"{abs(value):.10g}")
    spelled = WORDS.get(int(value), "") if value == int(value) else ""
    grouped = r"[\s.,]*".join(digits)
    found = re.search(rf"(?<!\d){grouped}(?:,0+)?(?!\d)", text)
    return found is not None or bool(spelled and re.search(rf"\b{spelled}\b", text, re.IGNORECASE))
