"""What users marked wrong becomes drafts of questions."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.feedback import FeedbackError, as_lines, drafts
from eval.items import QuestionSetError, read_items


def feedback(tmp_path: Path, *entries: dict[str, Any]) -> Path:
    """A file as the service writes it."""
    path = tmp_path / "feedback.jsonl"
    lines = [json.dumps({"time": "2025-01-01T12:00:00+00:00", "comment": "", "answer": None, **one}) for one in entries]
    path.write_text("\n".join(lines) + "\n", "utf8")
    return path


def test_what_was_wrong_becomes_one_draft_a_question(tmp_path: Path) -> None:
    """With all that was said of it; what was right is left alone."""
    path = feedback(
        tmp_path,
        {"question": "Hvor mange ansatte?", "verdict": "wrong", "comment": "Gjelder 2023.", "answer": "201"},
        {"question": "Hvor mange  ansatte?", "verdict": "missing"},
        {"question": "Hvem leder etaten?", "verdict": "right"},
        {"question": "Hvem sitter i styret?", "verdict": "missing"},
    )
    first, second = drafts(path)
    assert (first["question"], first["kind"]) == ("Hvor mange ansatte?", "figure-text")
    assert [said["verdict"] for said in first["review"]["said"]] == ["wrong", "missing"]
    assert first["review"]["said"][0]["comment"] == "Gjelder 2023."
    assert second["kind"] == "fact"
    assert first["id"] != second["id"]
    assert drafts(path) == [first, second]


def test_a_draft_is_no_question_until_it_is_reviewed(tmp_path: Path) -> None:
    """Put into a set as it is, it is refused; filled in, it is read."""
    path = feedback(tmp_path, {"question": "Hvor mange ansatte?", "verdict": "wrong"})
    (draft,) = drafts(path)
    own = tmp_path / "own.jsonl"
    own.write_text(as_lines([draft]), "utf8")
    with pytest.raises(QuestionSetError, match=r"own\.jsonl, linje 1"):
        read_items(own)
    del draft["review"]
    draft |= {"source": "rapport.txt", "evidence": [[7, 7]], "answer": {"value": 214}}
    own.write_text(as_lines([draft]), "utf8")
    (item,) = read_items(own)
    assert item.turns[0].answer is not None


@pytest.mark.parametrize("line", ["{", "[]", '{"verdict": "wrong"}'])
def test_a_line_that_is_no_feedback_is_named(tmp_path: Path, line: str) -> None:
    """File and line."""
    path = tmp_path / "feedback.jsonl"
    path.write_text('{"question": "?", "verdict": "right"}\n' + line + "\n", "utf8")
    with pytest.raises(FeedbackError, match=r"feedback\.jsonl, linje 2"):
        drafts(path)


def test_no_file_is_an_error(tmp_path: Path) -> None:
    """Its name is told."""
    with pytest.raises(FeedbackError, match="mangler"):
        drafts(tmp_path / "mangler.jsonl")
