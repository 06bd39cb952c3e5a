"""How much may be sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.guards.sizes import ROOM
from tests.service.conftest import Service, refused, service_in


@pytest.fixture
def small(tmp_path: Path) -> Service:
    """A service that takes little."""
    return service_in(tmp_path, body_bytes=1000, upload_bytes=5000)


def pieces(size: int) -> Iterator[bytes]:
    """A body that comes bit by bit, its length not announced."""
    for _ in range(size // 100):
        yield b" " * 100


@pytest.mark.parametrize("path", ["/api/ask", "/api/feedback", "/finnes-ikke"])
def test_an_announced_length_is_refused_before_anything_is_read(small: Service, path: str) -> None:
    """The message names the limit."""
    assert "1 000" in refused(small.client.post(path, content=b" " * 1001), 413, "too_large")


def test_what_comes_bit_by_bit_is_refused_as_well(small: Service) -> None:
    """No more is read than is allowed, whatever is announced."""
    response = small.client.post("/api/ask", content=pieces(2000), headers={"Content-Type": "application/json"})
    refused(response, 413, "too_large")


def test_what_is_within_is_read(small: Service) -> None:
    """The limit itself included."""
    body = b'{"question": "?"}'.ljust(1000)
    response = small.client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    refused(response, 400, "empty_question")


def test_an_upload_has_a_limit_of_its_own(small: Service) -> None:
    """A file too large is told as such; a form far too large is not even read."""
    refused(small.upload("kai.txt", b"x" * 5001), 413, "file_too_large")
    refused(small.upload("kai.txt", b"x" * (5000 + ROOM)), 413, "too_large")
    response = small.client.post(
        "/api/documents", content=pieces(2 * ROOM), headers={"Content-Type": "multipart/form-data; boundary=x"}
    )
    refused(response, 413, "too_large")
