"""The OpenAPI description: everything is described, and every example is true."""

import re
import shutil
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from retrieval.engine import Engine
from retrieval.update import update_index
from service.app import make_app
from service.described import examples
from service.settings import Settings
from tests.service.conftest import ADDRESS, Service

SAMPLES = Path(__file__).parents[2] / "documents" / "pdf"
SAME = {"status", "answer", "source", "verdict", "document"}
"""What of an example must be replied to the letter. Of the rest it is the shape: rankings are fitted anew at times."""


def operations(service: Service) -> dict[str, dict[str, Any]]:
    """Every operation by method and path."""
    described = service.client.get("/openapi.json").json()
    return {
        f"{method.upper()} {path}": operation
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample documents and an index of them, made with the encoder that ships."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(SAMPLES, folder / "documents")
    engine = Engine(folder / "index", None)
    update_index(folder / "documents", folder / "index", engine.encoder, engine.analyzer, lambda *_: None)
    return folder


@pytest.fixture
def client(ingested: Path, tmp_path: Path) -> TestClient:
    """A client of a service over copies of them."""
    shutil.copytree(ingested, tmp_path / "own")
    folder = tmp_path / "own"
    settings = Settings(index=folder / "index", documents=folder / "documents", feedback=folder / "feedback.jsonl")
    return TestClient(make_app(settings, Engine(settings.index, None)), base_url=ADDRESS)


def sent(client: TestClient, operation: str) -> httpx.Response:
    """The response to an example."""
    example = examples()[operation]
    method, path = operation.split(" ")
    parameters = dict(example.get("parameters", {}))
    address = re.sub(r"\{(\w+)\}", lambda name: str(parameters.pop(name[1])), path)
    more: dict[str, Any] = {}
    if "body" in example:
        more["json"] = example["body"]
    if "files" in example:
        more["files"] = [("file", (name, text.encode())) for name, text in example["files"].items()]
    return client.request(method, address, params=parameters, **more)


def differences(shown: Any, replied: Any, place: str = "reply") -> list[str]:
    """Where a reply is not as its example shows."""
    if isinstance(shown, dict) and isinstance(replied, dict):
        missing = [f"{place}.{name} is not replied" for name in shown.keys() - replied.keys()]
        inside = [differences(shown[name], replied[name], f"{place}.{name}") for name in shown.keys() & replied.keys()]
        return missing + [line for lines in inside for line in lines]
    if isinstance(shown, list) and isinstance(replied, list):
        pairs = zip(shown, replied, strict=False)
        short = [f"{place} is shorter than shown"] if len(replied) < len(shown) else []
        return short + [line for one, two in pairs for line in differences(one, two, f"{place}[]")]
    name = place.rpartition(".")[2]
    wrong = shown != replied if name in SAME else type(shown) is not type(replied)
    return [f"{place} is {replied!r}, shown as {shown!r}"] if wrong else []


def test_differences_are_found() -> None:
    """Else no example could be wrong."""
    assert differences({"status": "ok", "n": [1, 2]}, {"status": "ok", "n": [3, 4, 5], "more": None}) == []
    for wrong in (
        {"status": "no", "n": [1, 2]},
        {"status": "ok", "n": [1]},
        {"status": "ok", "n": ["1", 2]},
        {"n": [1, 2]},
    ):
        assert differences({"status": "ok", "n": [1, 2]}, wrong)


def test_every_operation_has_a_description_and_an_example(read_only: Service) -> None:
    """service/examples.json names them all, and nothing else."""
    found = operations(read_only)
    assert {name for name, operation in found.items() if not operation.get("description")} == set()
    assert set(examples()) == set(found)


@pytest.mark.parametrize("operation", sorted(examples()))
def test_an_example_is_what_is_replied(client: TestClient, operation: str) -> None:
    """Its status, and its reply as far as it is shown."""
    example = examples()[operation]
    response = sent(client, operation)
    assert response.status_code == example["status"], response.text
    shown = example["reply"]
    if isinstance(shown, str):
        assert response.text.removeprefix("\ufeff").startswith(shown)
    elif shown is not None:
        assert differences(shown, response.json()) == []


def test_the_description_shows_the_examples(read_only: Service) -> None:
    """Of parameters, bodies and replies."""
    found = operations(read_only)
    asking = found["POST /api/ask"]
    assert asking["requestBody"]["content"]["application/json"]["example"]["limit"] == 1
    assert asking["responses"]["200"]["content"]["application/json"]["example"]["status"] == "answered"
    lines = {parameter["name"]: parameter for parameter in found["GET /api/documents/{ident}/lines"]["parameters"]}
    assert (lines["first"]["example"], lines["last"]["example"]) == (43, 44)


def test_roles_and_refusals_are_described(read_only: Service) -> None:
    """Errors in the one form they have, and which key an operation needs."""
    described = read_only.client.get("/openapi.json").json()
    assert "HTTPValidationError" not in described["components"]["schemas"]
    found = operations(read_only)
    assert "Role: write." in found["DELETE /api/documents/{ident}"]["description"]
    assert "Role: read." in found["POST /api/ask"]["description"]
    assert "security" not in found["GET /health"]
    assert "409" in found["POST /api/documents"]["responses"]
    assert "409" not in found["GET /api/documents"]["responses"]
    for response in described["components"]["responses"].values():
        assert response["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/ErrorReply"}
