"""Texts that try to be more than text, sent wherever a text can be sent."""

import json
from collections.abc import Iterator

import httpx
import pytest

from tests.service.attacks.corpus import CORPUS, SECRETS, state
from tests.service.conftest import Service
from tests.service.test_uploads import QUESTION


def everywhere(service: Service, text: str) -> Iterator[httpx.Response]:
    """The responses to a text in every place that takes one and keeps nothing."""
    client, ident = service.client, service.ident("rapport.txt")
    for path in ("/api/ask", "/api/search", "/api/suggestions"):
        yield client.post(path, json={"question": text})
        yield client.post(path, json={"question": QUESTION, "documents": [text]})
        yield client.post(path, json={text: text})
    yield client.post("/api/ask", json={"question": QUESTION, "history": [text, text]})
    yield client.get(f"/api/documents/{ident}/find", params={"words": text})
    yield client.get(f"/api/documents/{ident}/lines", params={"first": text})
    yield client.post("/api/conversations/export", json={"turns": [{"question": QUESTION}], "format": text})
    yield client.post("/api/feedback", json={"question": QUESTION, "verdict": text})


@pytest.mark.parametrize("text", CORPUS["texts"])
def test_a_text_is_only_a_text(read_only: Service, text: str) -> None:
    """It is answered with JSON that no browser takes for a page, or refused; nothing changes."""
    before = state(read_only)
    for response in everywhere(read_only, text):
        assert response.status_code in (200, 400, 404, 422), response.text
        assert response.headers["content-type"] == "application/json"
        assert response.headers["x-content-type-options"] == "nosniff"
        assert not any(secret in response.text for secret in SECRETS)
    assert state(read_only) == before
    assert read_only.ask(QUESTION)["answer"] == "214 ansatte"


@pytest.mark.parametrize("text", CORPUS["texts"])
def test_feedback_keeps_a_text_as_it_is_on_one_line(service: Service, text: str) -> None:
    """Whatever it holds, the next line is another's."""
    for _ in range(2):
        assert service.client.post("/api/feedback", json={"question": text, "verdict": "wrong"}).status_code == 201
    kept = service.settings.feedback.read_text("utf8").split("\n")
    assert [json.loads(line)["question"] for line in kept if line] == [text, text]


@pytest.mark.parametrize("form", ["markdown", "docx"])
@pytest.mark.parametrize("text", CORPUS["texts"])
def test_an_export_is_a_file_and_no_page(read_only: Service, text: str, form: str) -> None:
    """It is saved and never shown."""
    response = read_only.client.post("/api/conversations/export", json={"turns": [{"question": text}], "format": form})
    assert response.status_code in (200, 400), response.text
    if response.status_code == 200:
        assert response.headers["content-disposition"].startswith("attachment")
        assert "html" not in response.headers["content-type"]
