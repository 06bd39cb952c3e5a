"""One request is answered from one generation of the index, whatever is swapped in while it is worked on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from retrieval.answer import Answerer
from retrieval.engine import Engine
from service.schemas import AskRequest
from tests.retrieval.conftest import REPORT
from tests.service.conftest import Service

QUESTION = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"


def swapping(service: Service, monkeypatch: pytest.MonkeyPatch) -> list[Answerer]:
    """Another ingestion is finished after every look at the index; returns the answerers that were lent out."""
    given: list[Answerer] = []
    lend = Engine.reading

    @contextmanager
    def reading(engine: Engine) -> Iterator[Answerer]:
        with lend(engine) as answerer:
            given.append(answerer)
            (service.documents / "rapport.txt").write_text(f"{REPORT}\nTillegg {len(given)}.\n", "utf8")
            service.ingest()
            yield answerer

    monkeypatch.setattr(Engine, "reading", reading)
    return given


@pytest.mark.parametrize("path", ["", "/lines", "/find?words=fyrlykter"])
def test_a_document_is_read_from_the_generation_it_was_found_in(
    service: Service, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Its number means another document, or none, in the generation after."""
    ident = service.ident("rapport.txt")
    given = swapping(service, monkeypatch)
    response = service.client.get(f"/api/documents/{ident}{path}")
    assert response.status_code == 200, response.text
    assert len(given) == 1
    assert ident in response.text


def test_a_table_is_read_from_one_generation(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its document, its cells and the lines they are printed in."""
    cell = service.ask("Hva var utgiftene til drift av fyrlykter i 2024?")["figures"][0]["cell"]
    given = swapping(service, monkeypatch)
    assert service.client.get(f"/api/tables/{cell['table']}").status_code == 200
    assert len(given) == 1


def test_a_conversation_is_exported_from_one_generation(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """All its answers, and what the list of sources says of the documents."""
    turns = [AskRequest(question=QUESTION).model_dump()] * 3
    given = swapping(service, monkeypatch)
    response = service.client.post("/api/conversations/export", json={"turns": turns})
    assert response.status_code == 200, response.text
    assert len(given) == 1


def test_the_next_request_sees_what_was_swapped_in(service: Service) -> None:
    """What is held is held for one request alone."""
    assert service.ask(QUESTION)["answer"] == "214 ansatte"
    (service.documents / "rapport.txt").write_text(REPORT.replace("214", "215"), "utf8")
    service.ingest()
    assert service.ask(QUESTION)["answer"] == "215 ansatte"
