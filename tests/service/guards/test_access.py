"""Who may do what over HTTP."""

import base64
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute

from service.guards.access import OPEN, QUESTIONS, role_needed
from service.guards.keyring import Role
from tests.service.conftest import Service, refused, service_in
from tests.service.guards.test_keyring import READER, WRITER

CHANGES = {"POST /api/documents", "POST /api/ingestions", "DELETE /api/documents/{ident}"}
"""What changes the collection."""


@pytest.fixture
def keyed(service: Service, tmp_path: Path) -> Service:
    """A service with a key for each role, over documents of its own."""
    return service_in(tmp_path, keys=f"read:{READER} write:{WRITER}")


def bearer(key: str) -> dict[str, str]:
    """A key as programs send it."""
    return {"Authorization": f"Bearer {key}"}


def basic(key: str, name: str = "") -> dict[str, str]:
    """A key as a browser sends it that has asked a person for it."""
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{key}".encode()).decode()}


def upload(service: Service, headers: dict[str, str]) -> httpx.Response:
    """The response to an upload with these headers."""
    files = {"file": ("kai.txt", b"Kaien fikk 77 nye lamper i 2020.\n")}
    return service.client.post("/api/documents", files=files, headers=headers)


@pytest.mark.parametrize("path", ["/", "/page/main.js", "/api/documents", "/metrics", "/openapi.json", "/finnes-ikke"])
def test_reading_needs_a_key_when_there_are_keys_for_it(keyed: Service, path: str) -> None:
    """The page as well, so that the browser itself asks for the key and sends it with everything."""
    response = keyed.client.get(path)
    assert "nøkkel" in refused(response, 401, "key_needed")
    assert response.headers["WWW-Authenticate"].startswith("Basic ")
    if path != "/finnes-ikke":
        assert keyed.client.get(path, headers=basic(READER, "kari")).status_code == 200
        assert keyed.client.get(path, headers=bearer(WRITER)).status_code == 200


@pytest.mark.parametrize("path", sorted(OPEN))
def test_what_an_orchestrator_looks_at_is_open(keyed: Service, path: str) -> None:
    """It has no key."""
    assert keyed.client.get(path).status_code == 200


def test_a_reader_may_ask_and_not_change(keyed: Service) -> None:
    """The message says what is lacking, and nothing is kept."""
    asked = keyed.client.post("/api/ask", json={"question": "Hvor mange ansatte?"}, headers=bearer(READER))
    assert asked.status_code == 200
    assert "skrivetilgang" in refused(upload(keyed, bearer(READER)), 403, "write_key_needed")
    assert not (keyed.documents / "kai.txt").exists()


def test_a_writer_may_change(keyed: Service) -> None:
    """Bring a document, and take it away again."""
    response = upload(keyed, bearer(WRITER))
    assert response.status_code == 201
    address = f"/api/documents/{response.json()['document']}"
    refused(keyed.client.delete(address, headers=bearer(READER)), 403, "write_key_needed")
    assert keyed.client.delete(address, headers=basic(WRITER)).status_code == 200


@pytest.mark.parametrize(
    "header",
    [
        f"Bearer {WRITER}x",
        f"Basic {base64.b64encode(f'{WRITER}:'.encode()).decode()}x",
        f"Basic {base64.b64encode(b'kari:feil').decode()}",
        "Bearer \xff\xfe",
    ],
)
def test_a_wrong_key_opens_nothing(keyed: Service, header: str) -> None:
    """Nor does a part of one, or one in the place of the name."""
    response = upload(keyed, {"Authorization": header.encode("latin-1")})  # type: ignore[dict-item]
    assert response.status_code == 401
    assert response.json()["error"]["code"] in ("unknown_key", "key_needed")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic !!!", "Basic a", f"Digest {WRITER}", WRITER])
def test_what_is_no_key_at_all(keyed: Service, header: str) -> None:
    """As if none were given."""
    refused(upload(keyed, {"Authorization": header}), 401, "key_needed")


def test_without_keys_all_is_open(service: Service) -> None:
    """As on a machine of one's own."""
    assert upload(service, {}).status_code == 201


def operations(service: Service) -> Iterator[tuple[str, str]]:
    """Every method and path that is served."""
    app = service.client.app
    for path, methods in app.openapi()["paths"].items():  # type: ignore[attr-defined]
        yield from ((method.upper(), path) for method in methods)
    assert any(isinstance(route, APIRoute) for route in app.routes)  # type: ignore[attr-defined]


def test_every_operation_has_the_role_it_should(read_only: Service) -> None:
    """A new one that changes something needs a key by itself; a new one that only asks is to be named in QUESTIONS."""
    found = set(operations(read_only))
    writing = {f"{method} {path}" for method, path in found if role_needed(method, path) == Role.WRITE}
    assert writing == CHANGES
    assert {path for _, path in found} >= QUESTIONS | OPEN
