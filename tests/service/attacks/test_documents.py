"""What stands in documents is data: it is found and shown, and it decides nothing."""

from pathlib import Path

import pytest

from tests.service.attacks.corpus import CORPUS
from tests.service.conftest import Service, pdf
from tests.service.test_uploads import QUESTION


@pytest.mark.parametrize("text", CORPUS["documents"])
@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_a_document_that_gives_orders_is_not_obeyed(service: Service, text: str, kind: str) -> None:
    """The answer is what it was, from where it was; asked for its own words, they are given as they stand."""
    before = service.ask(QUESTION)
    data = pdf([text[:90], text[90:]]) if kind == "pdf" else text.encode()
    assert service.upload(f"ond.{kind}", data).status_code == 201
    after = service.ask(QUESTION)
    assert (after["status"], after["answer"]) == ("answered", "214 ansatte")
    assert after["figures"][0]["citation"] == before["figures"][0]["citation"]
    found = service.client.post("/api/search", json={"question": text}).json()["passages"]
    own = [passage["text"] for passage in found if passage["source"] == f"ond.{kind}"]
    assert own
    assert all(word in text for word in " ".join(own).split())


@pytest.mark.parametrize("text", CORPUS["documents"])
def test_a_document_is_given_as_what_it_is(service: Service, text: str) -> None:
    """A text is shown as text, whatever it looks like."""
    ident = service.upload("ond.txt", text.encode()).json()["document"]
    response = service.client.get(f"/api/documents/{ident}/file")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "script-src 'self'" in response.headers["content-security-policy"]


def test_the_orders_are_not_in_the_tests_alone(service: Service, tmp_path: Path) -> None:
    """A figure that a document rightly gives is answered with: a test that no document could pass proves nothing."""
    assert service.upload("ny.txt", "Losene i Fyretaten hadde 9 999 seildøgn i 2019.\n".encode()).status_code == 201
    assert service.ask("Hvor mange seildøgn hadde losene i 2019?")["figures"][0]["text"] == "9 999"
