"""Addresses and headers as they go over the wire, letter by letter: no client makes them harmless first."""

import socket
from collections.abc import Iterator

import pytest

from tests.service.attacks.corpus import CORPUS, SECRETS, state
from tests.service.conftest import Service
from tests.service.running import running
from tests.service.test_uploads import QUESTION

Address = tuple[str, int]


@pytest.fixture(scope="module")
def address(read_only: Service) -> Iterator[Address]:
    """A running service."""
    with running(read_only.client.app) as url:  # type: ignore[arg-type]
        host, _, port = url.removeprefix("http://").partition(":")
        yield host, int(port)


def sent(address: Address, line: str, *headers: str) -> tuple[int, str, str]:
    """The status, the head and the body of the response to these letters."""
    lines = [line, "Host: localhost", "Connection: close", *headers, "", ""]
    with socket.create_connection(address, 10) as connection:
        connection.sendall("\r\n".join(lines).encode("utf8"))
        received = b""
        while piece := connection.recv(65536):
            received += piece
    head, _, body = received.decode("utf8", "replace").partition("\r\n\r\n")
    return int(head.split(" ")[1]), head, body


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
@pytest.mark.parametrize("path", CORPUS["paths"])
def test_no_address_leads_anywhere_else(read_only: Service, address: Address, path: str, method: str) -> None:
    """It is refused, and nothing of any other file comes back."""
    before = state(read_only)
    status, head, body = sent(address, f"{method} {path} HTTP/1.1", "Content-Length: 0")
    assert 400 <= status < 500 or (status == 307 and "ond.example" not in head)
    assert "X-Injected" not in head
    assert not any(secret in body for secret in SECRETS)
    assert "<script>" not in body
    assert state(read_only) == before


@pytest.mark.parametrize("path", ["/", "/health", "/api/documents", "/metrics", "/page/index.html"])
@pytest.mark.parametrize("header", CORPUS["headers"])
def test_no_header_changes_anything(read_only: Service, address: Address, header: str, path: str) -> None:
    """The same is served, or the request is refused; no header of the reply is the asker's own."""
    before = state(read_only)
    status, head, body = sent(address, f"GET {path} HTTP/1.1", header)
    assert status in (200, 206, 304, 400, 413, 416), head
    assert "X-Injected: 1" not in head
    assert "ond.example" not in head + body
    assert "<script>window" not in head
    assert not any(secret in body for secret in SECRETS)
    assert state(read_only) == before
    assert read_only.ask(QUESTION)["answer"] == "214 ansatte"


def test_two_requests_in_one_are_two_or_none(address: Address) -> None:
    """A length and a chunked body at once is what smuggling is made of."""
    body = "0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"
    headers = (f"Content-Length: {len(body)}", "Transfer-Encoding: chunked", "Content-Type: application/json")
    with socket.create_connection(address, 10) as connection:
        head = "\r\n".join(["POST /api/ask HTTP/1.1", "Host: localhost", *headers, "", ""])
        connection.sendall((head + body).encode())
        received = b""
        while piece := connection.recv(65536):
            received += piece
    assert received.count(b"HTTP/1.1 ") == 1
    assert b"two_lengths" in received
