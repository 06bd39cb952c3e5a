"""Under which names the service answers."""

from pathlib import Path

import pytest
from fastapi import Request

from service.errors import ServiceError
from service.guards.hosts import KnownHosts, is_loopback
from tests.service.conftest import Service, refused, service_in
from tests.service.guards.heads import head

CHECK = KnownHosts({"0.0.0.0", "Kildesvar.Etaten.no"})


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "LOCALHOST.:80",
        "127.0.0.1:8000",
        "10.1.2.3",
        "[::1]:8000",
        "kildesvar.etaten.no:443",
    ],
)
def test_it_answers_under_its_own_names_and_every_address(host: str) -> None:
    """An address cannot be made to point elsewhere, as a name can."""
    CHECK(head(host=host))


@pytest.mark.parametrize(
    "host",
    [
        "",
        "ond.example",
        "ond.example:8000",
        "127.0.0.1.ond.example",
        "localhost.ond.example",
        "localhost@ond.example",
        "localhost:80:80",
        "127.0.0.1/x",
        "[::1",
        "::1",
        "etaten.no",
        "localhost\x00",
    ],
)
def test_it_answers_under_no_other_name(host: str) -> None:
    """Nor when its own name is part of another's."""
    with pytest.raises(ServiceError) as raised:
        CHECK(head(host=host))
    assert (raised.value.status, raised.value.code) == (400, "unknown_host")


def test_a_request_has_one_host() -> None:
    """None at all and two are refused alike."""
    for headers in ([], [(b"host", b"localhost"), (b"host", b"ond.example")]):
        with pytest.raises(ServiceError):
            CHECK(Request({"type": "http", "method": "GET", "path": "/", "headers": headers}))


@pytest.mark.parametrize("path", ["/", "/health", "/api/documents", "/page/main.js", "/finnes-ikke"])
def test_every_address_of_the_service_is_guarded(read_only: Service, path: str) -> None:
    """A page of another site, whose name was made to point here, reads nothing."""
    response = read_only.client.get(path, headers={"Host": "ond.example"})
    assert "KILDESVAR_HOSTS" in refused(response, 400, "unknown_host")


def test_names_are_given_in_the_settings(tmp_path: Path) -> None:
    """And are then answered under."""
    made = service_in(tmp_path, hosts=("kildesvar.etaten.no",))
    assert made.client.get("/health", headers={"Host": "kildesvar.etaten.no"}).status_code == 200


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("kildesvar.etaten.no", False),
    ],
)
def test_what_only_this_machine_reaches(host: str, alone: bool) -> None:
    """A name may lead anywhere, so it is taken to be reached by others."""
    assert is_loopback(host) == alone
