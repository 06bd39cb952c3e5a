"""A running service in the process: a small collection, an encoder made in memory, a client."""

import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.engine import Engine
from retrieval.forms import Language
from retrieval.update import update_index
from service.app import make_app
from service.collection import Collection
from service.settings import Settings
from tests.retrieval.conftest import LETTER, REPORT, HashEncoder

NOTE = """1 Brygger

Vedlikeholdet av bryggene kostet 3,5 millioner kroner, og havnen fikk dessuten i alt 1
250 nye fortøyninger i 2022. Arbeidet ble gjort av havnens egne folk gjennom sommeren.

Tabell 1. Andel brygger i god stand

                 2021    2022
Betongbrygger    81,5    84,0
Trebrygger       62,3    -1,8
"""
ADDRESS = "http://127.0.0.1:8000"
PDF_PAGES = (
    ["Rapport om skipsvrak 2021", "Innledningen forteller hva rapporten handler om."],
    ["Dykkerne fant 37 skipsvrak i 2021."],
)


def pdf(*pages: list[str]) -> bytes:
    """A PDF of these lines, page by page."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for lines in pages:
        for row, line in enumerate(lines):
            canvas.drawString(72, 760 - 30 * row, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def partly_scanned() -> bytes:
    """A PDF of five pages, of which 2, 3 and 5 are pictures."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    picture = ImageReader(Image.new("L", (8, 8), 128))
    for number in range(1, 6):
        if number in (2, 3, 5):
            canvas.drawImage(picture, 0, 0, 590, 800)
        else:
            canvas.drawString(72, 700, f"Etaten hadde {number}00 ansatte ved utgangen av 2024.")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def engine_over(index: Path) -> Engine:
    """An engine whose encoder needs no model, and which knows no words but the collection's."""
    engine = Engine(index, None)
    engine.__dict__["encoder"] = HashEncoder()
    terms = parse_terms('[t]\ngroups = [["ansatt", "employee"]]', "test", engine.analyzer)
    engine.__dict__["language"] = Language(engine.analyzer, terms, Background(100, {}))
    return engine


@dataclass(frozen=True)
class Service:
    """A service, its folders and a client of it."""

    client: TestClient
    engine: Engine
    settings: Settings

    @property
    def documents(self) -> Path:
        """The folder of its documents."""
        return self.settings.documents

    @property
    def collection(self) -> Collection:
        """What changes the documents."""
        held: Collection = self.client.app.state.collection  # type: ignore[attr-defined]
        return held

    def ingest(self) -> None:
        """Bring the index up to date with the folder, as another process would."""
        update_index(self.documents, self.settings.index, HashEncoder(), self.engine.analyzer, lambda *_: None)

    def ident(self, source: str) -> str:
        """The id of a document by its file name."""
        return next(str(entry["id"]) for entry in self.client.get("/api/documents").json() if entry["source"] == source)

    def ask(self, question: str, **more: Any) -> dict[str, Any]:
        """The reply to a question that is asked rightly."""
        response = self.client.post("/api/ask", json={"question": question, **more})
        assert response.status_code == 200, response.text
        return dict(response.json())

    def upload(self, name: str, data: bytes) -> httpx.Response:
        """The response to an upload."""
        return self.client.post("/api/documents", files={"file": (name, data)})


def service_in(folder: Path, **more: Any) -> Service:
    """A service whose documents, index and feedback are in a folder; `more` are other settings."""
    settings = Settings(
        index=folder / "index",
        documents=folder / "documents",
        feedback=folder / "feedback.jsonl",
        **{"upload_bytes": 100_000, **more},
    )
    engine = engine_over(settings.index)
    return Service(TestClient(make_app(settings, engine), base_url=ADDRESS), engine, settings)


def refused(response: httpx.Response, status: int, code: str) -> str:
    """The message of an error, which has the one form that errors have."""
    assert response.status_code == status, response.text
    body = response.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    assert body["error"]["code"] == code
    message = str(body["error"]["message"])
    assert message.endswith(".")
    return message


@pytest.fixture(scope="session")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A service over four documents that no test changes."""
    folder = tmp_path_factory.mktemp("service")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "rapport.txt").write_text(REPORT, "utf8")
    (documents / "brev.txt").write_text(LETTER, "utf8")
    (documents / "brygger 2022.txt").write_text(NOTE, "utf8")
    (documents / "vrak.pdf").write_bytes(pdf(*PDF_PAGES))
    made = service_in(folder)
    made.ingest()
    return made


@pytest.fixture
def service(read_only: Service, tmp_path: Path) -> Service:
    """A service of the test's own, over copies of the same documents and index."""
    shutil.copytree(read_only.documents, tmp_path / "documents")
    shutil.copytree(read_only.settings.index, tmp_path / "index")
    return service_in(tmp_path)
