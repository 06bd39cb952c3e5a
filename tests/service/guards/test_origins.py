"""From which sites something may be sent."""

import pytest

from service.errors import ServiceError
from service.guards.origins import OwnOrigin
from tests.service.conftest import Service, refused
from tests.service.guards.heads import head

CHECK = OwnOrigin({"https://samarbeid.example"})
FOREIGN = ["https://ond.example", "http://127.0.0.1:9999", "http://127.0.0.1", "null", "", "http://[", "file://"]


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8000", "https://127.0.0.1:8000", "https://samarbeid.example"])
def test_its_own_page_and_those_allowed_may_send(origin: str) -> None:
    """Whichever protocol a proxy before it speaks."""
    CHECK(head("POST", host="127.0.0.1:8000", origin=origin))


def test_a_program_may_send() -> None:
    """It sends no Origin; only browsers do."""
    CHECK(head("POST", host="127.0.0.1:8000"))


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT"])
def test_another_sites_page_may_not(origin: str, method: str) -> None:
    """Another port is another site; «null» is a page without one."""
    with pytest.raises(ServiceError) as raised:
        CHECK(head(method, host="127.0.0.1:8000", origin=origin))
    assert (raised.value.status, raised.value.code) == (403, "foreign_origin")


def test_reading_is_not_its_business() -> None:
    """A browser keeps what it reads from another site's page by itself."""
    CHECK(head("GET", host="127.0.0.1:8000", origin="https://ond.example"))


def test_an_upload_from_another_sites_form_is_not_kept(service: Service) -> None:
    """A browser asks nobody before it sends a form."""
    before = sorted(service.documents.iterdir())
    files = {"file": ("kai.txt", b"Kaien fikk 77 nye lamper i 2020.\n")}
    response = service.client.post("/api/documents", files=files, headers={"Origin": "https://ond.example"})
    refused(response, 403, "foreign_origin")
    assert sorted(service.documents.iterdir()) == before
