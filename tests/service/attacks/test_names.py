"""File names that try to be paths, headers or commands."""

import pytest

from tests.service.attacks.corpus import CORPUS, state
from tests.service.conftest import Service

KEPT_BY_THE_INDEX = ("index/", "documents/")


@pytest.mark.parametrize("given", CORPUS["names"])
@pytest.mark.parametrize("path", ["/api/documents", "/api/ingestions"])
def test_a_name_is_only_a_name(service: Service, given: str, path: str) -> None:
    """The file ends in the folder under a name that is one, or nowhere; what was there is as it was."""
    before = state(service)
    name = given if given.endswith(".txt") else f"{given}.txt"
    response = service.client.post(path, files={"file": (name, b"Kaien fikk 77 nye lamper i 2020.\n")})
    assert response.status_code in (200, 201, 400, 415, 422), response.text
    assert "X-Injected" not in response.headers
    after = state(service)
    assert all(place.startswith(KEPT_BY_THE_INDEX) for place in after.keys() - before.keys())
    added = [place for place in after if place.startswith("documents/") and place not in before]
    assert len(added) <= 1
    for place in added:
        bare = place.removeprefix("documents/")
        assert "/" not in bare
        assert not bare.startswith(".")
        assert bare.isprintable()
    unchanged = [place for place in before if place.startswith("documents/")]
    assert all(after[place] == before[place] for place in unchanged)


@pytest.mark.parametrize("given", CORPUS["names"])
def test_a_name_that_is_kept_can_be_opened_and_removed(service: Service, given: str) -> None:
    """Its header is one header, and the removal takes that file alone."""
    before = state(service).keys()
    response = service.upload(f"{given}.txt", b"Kaien fikk 77 nye lamper i 2020.\n")
    if response.status_code != 201:
        return
    address = f"/api/documents/{response.json()['document']}"
    opened = service.client.get(f"{address}/file")
    assert opened.status_code == 200
    assert opened.headers["content-disposition"].startswith("inline; filename")
    assert "X-Injected" not in opened.headers
    assert service.client.delete(address).status_code == 200
    kept = {place for place in state(service) if place.startswith("documents/")}
    assert kept == {place for place in before if place.startswith("documents/")}
