"""Questions as people and machines send them: empty, far too long, odd, malformed."""

import json

import pytest

from tests.service.conftest import Service, refused

ODD = [
    "Hvor mange 😀 ansatte 🚢 hadde etaten?",
    "'; DROP TABLE documents; --",
    "<script>alert('ansatte')</script>",
    'ansatte" OR "1"="1',
    "ansatte AND (NOT 2024) * ^2 ~1 +x -y field:z [a TO b]",
    "ansatte\x00\x07\x1b[31m i 2024",
    "a\u0301nsatte \u202eettasna\u202c",
    "ansatte " * 240,
    "{0.__class__} %s %(x)s ${HOME}",
]


@pytest.mark.parametrize("path", ["/api/ask", "/api/search"])
@pytest.mark.parametrize("question", ["", "   ", "\n\t", "?!", "\x00\x01", "😀😀"])
def test_a_question_without_words_is_asked_for(read_only: Service, path: str, question: str) -> None:
    """Nothing to search for: said plainly."""
    response = read_only.client.post(path, json={"question": question})
    assert "Skriv et spørsmål" in refused(response, 400, "empty_question")


@pytest.mark.parametrize("path", ["/api/ask", "/api/search"])
def test_a_question_of_10_000_characters_is_too_long(read_only: Service, path: str) -> None:
    """The message says how long it is and how long it may be."""
    response = read_only.client.post(path, json={"question": "x" * 10_000})
    message = refused(response, 400, "question_too_long")
    assert "10000" in message
    assert "2000" in message


def test_the_longest_question_allowed_is_answered(read_only: Service) -> None:
    """The limit itself is within it."""
    assert read_only.ask("ansatte ".ljust(2000, "x"))["status"] in ("answered", "not_found")


def test_an_earlier_question_has_the_same_limit(read_only: Service) -> None:
    """A conversation cannot bring in what a question cannot."""
    body = {"question": "og i 2023?", "history": ["x" * 10_000]}
    refused(read_only.client.post("/api/ask", json=body), 400, "question_too_long")


@pytest.mark.parametrize("question", ODD)
def test_odd_questions_are_only_words(read_only: Service, question: str) -> None:
    """Whatever is in a question, it is searched as words, and the collection stays as it was."""
    assert read_only.ask(question)["question"] == question
    assert read_only.client.post("/api/search", json={"question": question}).status_code == 200
    assert len(read_only.client.get("/api/documents").json()) == 4


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ({"question": 3}, "question"),
        ({"question": None}, "question"),
        ({"question": "a", "limit": 0}, "limit"),
        ({"question": "a", "limit": 51}, "limit"),
        ({"question": "a", "limit": "mange"}, "limit"),
        ({"question": "a", "years": "2024"}, "years"),
        ({"question": "a", "years": ["i fjor"]}, "years.0"),
        ({"question": "a", "history": ["a"] * 51}, "history"),
        ({"question": "a", "spørsmål": "b"}, "spørsmål"),
    ],
)
def test_a_wrong_field_is_named_in_norwegian(read_only: Service, body: dict[str, object], field: str) -> None:
    """The message names the field, and no English word of the validation's own gets through."""
    message = refused(read_only.client.post("/api/ask", json=body), 422, "invalid_request")
    assert f"«{field}»" in message
    assert "nput" not in message
    assert "should" not in message


@pytest.mark.parametrize("body", [b"", b"{", b"[1, 2", b"\xff\xfe", b"[]", b'"ansatte"', b"null", b"[" * 100_000])
def test_malformed_json_is_answered_not_fallen_over(read_only: Service, body: bytes) -> None:
    """The status tells that the request is wrong, never that the service is."""
    response = read_only.client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    assert response.json()["error"]["message"].startswith("Forespørselen")


def test_half_a_surrogate_is_not_text(read_only: Service) -> None:
    """JSON can hold what no text can; it is refused before it is searched or written down."""
    question = json.dumps({"question": "\ud800 ansatte", "verdict": "right"}).encode()
    for path in ("/api/ask", "/api/search", "/api/feedback"):
        response = read_only.client.post(path, content=question, headers={"Content-Type": "application/json"})
        refused(response, 422, "invalid_request")


def test_json_must_be_said_to_be_json(read_only: Service) -> None:
    """A request without the content type is told which one it needs."""
    response = read_only.client.post("/api/ask", content=b'{"question": "ansatte"}')
    assert "Content-Type: application/json" in refused(response, 422, "invalid_request")


def test_an_unknown_document_is_not_silently_ignored(read_only: Service) -> None:
    """A filter that cannot be kept to is an error: an answer from elsewhere would mislead."""
    body = {"question": "ansatte", "documents": ["finnes-ikke"]}
    for path in ("/api/ask", "/api/search"):
        assert "finnes-ikke" in refused(read_only.client.post(path, json=body), 404, "unknown_document")


def test_a_year_far_away_is_a_filter_like_any_other(read_only: Service) -> None:
    """No number is too large to be a year that no document is of."""
    assert read_only.ask("ansatte", years=[10**30, -1])["status"] == "not_found"
