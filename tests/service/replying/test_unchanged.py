"""What the asker has already is not sent again."""

from pathlib import Path

import httpx
import pytest

from tests.service.conftest import Service, service_in


def paths(service: Service) -> list[str]:
    """Something of each kind that is read."""
    ident, pdf = service.ident("rapport.txt"), service.ident("vrak.pdf")
    table = next(
        passage["table"]
        for passage in service.ask("Hvor stor andel av betongbryggene var i god stand?")["passages"]
        if passage["table"]
    )
    return [
        "/",
        "/page/main.js",
        "/openapi.json",
        "/api/documents",
        f"/api/documents/{ident}",
        f"/api/documents/{ident}/lines",
        f"/api/documents/{pdf}/file",
        f"/api/tables/{table}",
        f"/api/tables/{table}.csv",
    ]


def again(service: Service, path: str, tag: str) -> httpx.Response:
    """The response to one who has the content of that tag."""
    return service.client.get(path, headers={"If-None-Match": tag})


def test_whatever_is_read_has_a_tag_and_is_sent_once(read_only: Service) -> None:
    """304 and not a byte, with the tag and the other headers still there."""
    for path in paths(read_only):
        first = read_only.client.get(path)
        tag = first.headers["ETag"]
        for held in (tag, f'"annen", {tag}', tag.removeprefix("W/"), "*"):
            response = again(read_only, path, held)
            assert (path, response.status_code, response.content) == (path, 304, b"")
            assert response.headers["ETag"] == tag
            assert "Content-Security-Policy" in response.headers
        assert again(read_only, path, '"annen"').content == first.content
        if path.startswith("/api"):
            assert first.headers["Cache-Control"] == "private, no-cache"


def test_two_contents_have_two_tags(read_only: Service) -> None:
    """The lines asked for are part of what is sent."""
    tags = [read_only.client.get(path).headers["ETag"] for path in paths(read_only)]
    assert len(set(tags)) == len(tags)


def test_a_change_is_seen_at_once(service: Service) -> None:
    """The list of documents has another tag as soon as it has another document."""
    tag = service.client.get("/api/documents").headers["ETag"]
    assert service.upload("kai.txt", b"Kaien fikk 77 nye lamper i 2020.\n").status_code == 201
    assert again(service, "/api/documents", tag).status_code == 200


def test_a_removed_document_is_gone_for_one_who_has_it(service: Service) -> None:
    """404 and not 304."""
    address = f"/api/documents/{service.ident('rapport.txt')}/file"
    tag = service.client.get(address).headers["ETag"]
    assert service.client.delete(address.removesuffix("/file")).status_code == 200
    assert again(service, address, tag).status_code == 404


@pytest.mark.parametrize("path", ["/health", "/ready", "/metrics"])
def test_what_is_true_only_now_is_not_kept(read_only: Service, path: str) -> None:
    """Whoever asks wants to know how it is at this moment."""
    response = read_only.client.get(path)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_answers_and_errors_are_not_kept(read_only: Service) -> None:
    """A question is private, and an error may be over."""
    asked = read_only.client.post("/api/ask", json={"question": "Hvor mange ansatte?"})
    missing = read_only.client.get("/api/documents/finnes-ikke", headers={"If-None-Match": "*"})
    assert (asked.status_code, missing.status_code) == (200, 404)
    assert {asked.headers["Cache-Control"], missing.headers["Cache-Control"]} == {"no-store"}


def test_a_part_of_a_file_can_be_read(read_only: Service) -> None:
    """As a viewer does with a long PDF; what it is a part of is told by the same tag."""
    address = f"/api/documents/{read_only.ident('vrak.pdf')}/file"
    whole = read_only.client.get(address)
    part = read_only.client.get(address, headers={"Range": "bytes=10-19", "If-Range": whole.headers["ETag"]})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert part.headers["ETag"] == whole.headers["ETag"]


def raw(service: Service, path: str) -> httpx.Response:
    """The response as it came, compressed if it was."""
    with service.client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as response:
        response.read()
        return response


def test_text_is_compressed_and_what_is_compressed_already_is_not(read_only: Service) -> None:
    """A PDF as it is; a page or JSON much smaller, the content the same."""
    address = f"/api/documents/{read_only.ident('vrak.pdf')}/file"
    assert "Content-Encoding" not in raw(read_only, address).headers
    sent = raw(read_only, "/openapi.json")
    assert sent.headers["Content-Encoding"] == "gzip"
    assert sent.headers["Vary"] == "Accept-Encoding"
    plain = read_only.client.get("/openapi.json", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert sent.json() == plain.json()
    assert int(sent.headers["Content-Length"]) < len(plain.content) / 2


def test_no_other_site_may_read_unless_it_is_named(read_only: Service, tmp_path: Path) -> None:
    """CORS is off; where it is set, for those sites alone."""
    origin = {"Origin": "https://samarbeid.example"}
    assert "Access-Control-Allow-Origin" not in read_only.client.get("/health", headers=origin).headers
    opened = service_in(tmp_path, origins=("https://samarbeid.example",)).client
    assert opened.get("/health", headers=origin).headers["Access-Control-Allow-Origin"] == origin["Origin"]
    other = opened.get("/health", headers={"Origin": "https://ond.example"})
    assert "Access-Control-Allow-Origin" not in other.headers
    asks = {**origin, "Access-Control-Request-Method": "DELETE", "Access-Control-Request-Headers": "authorization"}
    assert opened.options("/api/documents/x", headers=asks).status_code == 200
