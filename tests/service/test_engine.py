"""The settings choose what the service answers with: also where what is searched is kept."""

import socket
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from retrieval.index.legs.embedded import EMBEDDED
from retrieval.update import update_index
from service.app import make_app
from service.engine import engine_for
from service.settings import Settings
from tests.retrieval.conftest import REPORT, HashEncoder
from tests.service.conftest import ADDRESS, Service, refused

pytestmark = pytest.mark.filterwarnings("ignore:Payload indexes have no effect", "ignore:Local mode performs exact")
EGGS = "Hvor mange måkeegg talte fyrvokterne i 2023?"


def service_with(folder: Path, qdrant: str | None) -> Service:
    """A service over one document, whose legs are kept where the setting says."""
    settings = Settings(index=folder / "index", documents=folder / "documents", qdrant=qdrant)
    engine = engine_for(settings)
    engine.__dict__["encoder"] = HashEncoder()
    return Service(TestClient(make_app(settings, engine), base_url=ADDRESS), engine, settings)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with one document."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "rapport.txt").write_text(REPORT, "utf8")
    return tmp_path / "documents"


def test_without_it_they_are_beside_the_store(documents: Path, tmp_path: Path) -> None:
    """On this machine."""
    assert service_with(tmp_path, None).engine.keeping is EMBEDDED


def test_a_service_whose_legs_are_in_qdrant(documents: Path, tmp_path: Path) -> None:
    """It answers, takes a document and forgets it again."""
    service = service_with(tmp_path, ":memory:")
    engine = service.engine
    update_index(documents, tmp_path / "index", HashEncoder(), engine.analyzer, lambda *_: None, keeping=engine.keeping)
    assert service.ask("Hvor mange ansatte hadde etaten ved utgangen av 2024?")["answer"] == "214 ansatte"
    sent = service.upload("måker.txt", "1 Måker\n\nFyrvokterne talte 512 måkeegg i 2023.\n".encode())
    assert sent.status_code == 201, sent.text
    assert service.ask(EGGS)["figures"][0]["value"] == 512
    assert service.client.delete(f"/api/documents/{sent.json()['document']}").status_code == 200
    assert 512 not in [figure["value"] for figure in service.ask(EGGS)["figures"]]
    assert service.client.get("/ready").json()["status"] == "ready"


def test_a_qdrant_that_does_not_answer_is_named(documents: Path, tmp_path: Path) -> None:
    """Nothing is answered without it, and an index kept otherwise is not taken instead."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
    service = service_with(tmp_path, nowhere)
    message = refused(service.upload("brev.txt", b"1 Brev\n\nEtaten fikk 3 brev.\n"), 503, "engine_unreachable")
    assert nowhere in message
    assert not (documents / "brev.txt").exists()
    beside = service_with(tmp_path, None)
    beside.ingest()
    assert beside.ask("Hvor mange ansatte hadde etaten ved utgangen av 2024?")["answer"] == "214 ansatte"
    refused(service.client.post("/api/ask", json={"question": "Hvor mange ansatte?"}), 503, "other_legs")
