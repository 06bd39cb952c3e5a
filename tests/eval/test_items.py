"""Known-answer questions: read, checked, and split the same way for ever."""

import json
from pathlib import Path

import pytest

from eval.items import Item, QuestionSetError, read_items

FIGURE = {
    "id": "a-1",
    "question": "Hvor mange?",
    "kind": "figure-text",
    "lang": "nn",
    "doc": "rapport",
    "evidence": [[3, 4]],
    "answer": {"value": 7.4, "scale": 1e9},
}


def written(folder: Path, *lines: object) -> Path:
    """A question file of these lines."""
    path = folder / "spørsmål.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(texts), "utf8")
    return path


def complaint(path: Path) -> str:
    """The message that reading a file ends in."""
    with pytest.raises(QuestionSetError) as caught:
        read_items(path)
    return str(caught.value)


def test_a_single_question_is_an_item_of_one_turn(tmp_path: Path) -> None:
    """Blank lines are skipped."""
    (item,) = read_items(written(tmp_path, "", FIGURE, "  "))
    assert (item.id, item.lang, item.is_conversation) == ("a-1", "nn", False)
    (turn,) = item.turns
    assert turn.evidence == [(3, 4)]
    assert turn.answer is not None
    assert turn.answer.amount == 7.4e9


def test_a_conversation_has_its_turns(tmp_path: Path) -> None:
    """In their order."""
    turns = [{name: FIGURE[name] for name in ("question", "kind", "evidence", "answer")}] * 2
    (item,) = read_items(written(tmp_path, {"id": "c-1", "turns": turns}))
    assert (item.is_conversation, len(item.turns), item.lang) == (True, 2, "nb")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "JSON"),
        ("[1]", "JSON-objekt"),
        ({name: value for name, value in FIGURE.items() if name != "id"}, "«id»"),
        (FIGURE | {"kind": "tall"}, "«turns.0.kind»"),
        (FIGURE | {"svar": 3}, "«turns.0.svar»"),
        (FIGURE | {"answer": None}, "skal ha «answer»"),
        (FIGURE | {"kind": "unanswerable"}, "skal ha «answer»"),
        (FIGURE | {"evidence": [[3]]}, "evidence"),
        (FIGURE, "«a-1» er brukt to ganger"),
    ],
)
def test_a_mistake_is_told_by_file_and_line(tmp_path: Path, line: object, words: str) -> None:
    """In words, with the field."""
    message = complaint(written(tmp_path, FIGURE, "", line))
    assert message.startswith("spørsmål.jsonl, linje 3: ")
    assert words in message


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    """Named with its path."""
    path = tmp_path / "borte.jsonl"
    assert str(path) in complaint(path)
    path.write_bytes("{å}".encode("latin-1"))
    assert "UTF-8" in complaint(path)


def test_the_split_never_changes() -> None:
    """A question is on its side by its id alone: what was kept aside last year is kept aside now."""
    turn = {"question": "q", "kind": "unanswerable"}
    sides = {name: Item.model_validate({"id": name, "turns": [turn]}).kept for name in ("sam-001", "sam-002", "c-17")}
    assert sides == {"sam-001": False, "sam-002": True, "c-17": False}


def test_the_split_is_even() -> None:
    """About half of many questions are kept aside."""
    turn = {"question": "q", "kind": "unanswerable"}
    kept = [Item.model_validate({"id": f"x-{number}", "turns": [turn]}).kept for number in range(1000)]
    assert 450 < sum(kept) < 550


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "eval" / "questions").glob("*.jsonl")))
def test_the_questions_that_ship_are_of_the_form(path: Path) -> None:
    """Every file, and each side of the split has enough to be measured."""
    items = read_items(path)
    assert sum(len(item.turns) for item in items) >= 40
    assert 0.3 < sum(item.kept for item in items) / len(items) < 0.7
