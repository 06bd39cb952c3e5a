"""GET /api/documents and what stands under it: the list, lines, the original file."""

from pathlib import Path

import pytest

from service.api import MOST_LINES, USUAL_LINES
from tests.service.conftest import Service, refused

FIELDS = {
    "id",
    "source",
    "names",
    "title",
    "kind",
    "year",
    "language",
    "publisher",
    "publisher_line",
    "published",
    "published_line",
    "media_type",
    "pages",
    "lines",
    "passages",
    "unread",
}


def lines(service: Service, source: str, **window: object) -> list[dict[str, object]]:
    """The lines of a document within a window."""
    reply = service.client.get(f"/api/documents/{service.ident(source)}/lines", params=window)  # type: ignore[arg-type]
    assert reply.status_code == 200, reply.text
    return list(reply.json()["lines"])


def test_the_list_has_every_document(read_only: Service) -> None:
    """With everything a reader chooses by."""
    listed = read_only.client.get("/api/documents").json()
    assert {entry["source"] for entry in listed} == {"rapport.txt", "brev.txt", "brygger 2022.txt", "vrak.pdf"}
    assert all(set(entry) == FIELDS for entry in listed)
    assert all(entry["title"] and entry["passages"] > 0 for entry in listed)
    assert not any(entry["unread"] for entry in listed)
    assert {entry["media_type"] for entry in listed} == {"text/plain", "application/pdf"}


def test_one_document_has_its_contents_and_pages(read_only: Service) -> None:
    """Sections with their lines, and every physical page."""
    found = read_only.client.get(f"/api/documents/{read_only.ident('rapport.txt')}").json()
    assert [section["path"] for section in found["sections"]] == [["1 Om etaten"], ["2 Nøkkeltall"], ["3 Veien videre"]]
    assert set(found["sections"][0]) == {"path", "level", "page", "page_label", "lines"}
    assert found["page_list"] == [{"number": 1, "label": None, "lines": [1, found["lines"]], "state": "text"}]
    pages = read_only.client.get(f"/api/documents/{read_only.ident('vrak.pdf')}").json()["page_list"]
    assert [page["number"] for page in pages] == [1, 2]


def test_lines_are_the_files_own(read_only: Service) -> None:
    """Numbered from 1, blank ones included, exactly as they stand."""
    text = (read_only.documents / "rapport.txt").read_text("utf8").split("\n")
    for line in lines(read_only, "rapport.txt"):
        assert isinstance(line["number"], int)
        assert line["text"] == text[line["number"] - 1]


def test_a_window_has_both_its_ends(read_only: Service) -> None:
    """First and last are included; one line is a window too."""
    assert [line["number"] for line in lines(read_only, "rapport.txt", first=7, last=9)] == [7, 8, 9]
    assert [line["number"] for line in lines(read_only, "rapport.txt", first=7, last=7)] == [7]


def test_a_window_ends_where_the_document_does(read_only: Service) -> None:
    """Asking for more is no error; asking wholly beyond gives nothing."""
    assert len(lines(read_only, "rapport.txt", first=1, last=100_000)) < 30
    assert lines(read_only, "rapport.txt", first=99_999) == []


def test_long_documents_are_read_in_windows(service: Service) -> None:
    """As many lines as are usual, the rest by asking on, never more at a time than are allowed."""
    (service.documents / "lang.txt").write_text("\n".join(f"Linje {n} om fyr og los." for n in range(2100)), "utf8")
    service.ingest()
    assert [line["number"] for line in lines(service, "lang.txt")] == list(range(1, USUAL_LINES + 1))
    assert lines(service, "lang.txt", first=1001)[-1]["number"] == 1000 + USUAL_LINES
    assert len(lines(service, "lang.txt", first=1, last=2100)) == MOST_LINES


def test_a_window_the_wrong_way_round_is_an_error(read_only: Service) -> None:
    """Nothing would be shown, and nobody would know why."""
    address = f"/api/documents/{read_only.ident('rapport.txt')}/lines"
    refused(read_only.client.get(address, params={"first": 5, "last": 2}), 400, "bad_range")


@pytest.mark.parametrize("window", [{"first": "0"}, {"first": "-3"}, {"first": "a"}, {"first": "1" + "0" * 40}])
def test_an_impossible_line_is_named(read_only: Service, window: dict[str, str]) -> None:
    """Lines are counted from 1 and have an end."""
    address = f"/api/documents/{read_only.ident('rapport.txt')}/lines"
    assert "«first»" in refused(read_only.client.get(address, params=window), 422, "invalid_request")


@pytest.mark.parametrize("rest", ["", "/lines", "/file"])
def test_an_unknown_document(read_only: Service, rest: str) -> None:
    """The message names it."""
    response = read_only.client.get(f"/api/documents/finnes-ikke{rest}")
    assert "finnes-ikke" in refused(response, 404, "unknown_document")


@pytest.mark.parametrize(("source", "kind"), [("vrak.pdf", "application/pdf"), ("brygger 2022.txt", "text/plain")])
def test_the_original_is_given_byte_by_byte(read_only: Service, source: str, kind: str) -> None:
    """Shown in the browser, so that a link can open a page of it."""
    response = read_only.client.get(f"/api/documents/{read_only.ident(source)}/file")
    assert response.content == (read_only.documents / source).read_bytes()
    assert response.headers["content-type"].startswith(kind)
    assert response.headers["content-disposition"].startswith("inline")


def test_a_file_changed_since_it_was_read_is_not_given(service: Service) -> None:
    """A citation must never open something else than was cited."""
    with (service.documents / "rapport.txt").open("a", encoding="utf8") as out:
        out.write("En linje til.\n")
    response = service.client.get(f"/api/documents/{service.ident('rapport.txt')}/file")
    assert "rapport.txt" in refused(response, 404, "file_gone")


def test_a_file_that_is_gone_is_said_to_be(service: Service) -> None:
    """The answers from it still stand; the original does not."""
    (service.documents / "rapport.txt").unlink()
    refused(service.client.get(f"/api/documents/{service.ident('rapport.txt')}/file"), 404, "file_gone")
    assert service.ask("Hvor mange ansatte hadde etaten ved utgangen av 2024?")["answer"] == "214 ansatte"


def test_no_file_outside_the_folder_is_given(service: Service, tmp_path: Path) -> None:
    """Not even one with the right content behind a link that leads out."""
    inside = service.documents / "rapport.txt"
    outside = tmp_path / "utenfor.txt"
    inside.rename(outside)
    inside.symlink_to(outside)
    refused(service.client.get(f"/api/documents/{service.ident('rapport.txt')}/file"), 404, "file_gone")


@pytest.mark.parametrize("ident", ["..%2f..%2fetc%2fpasswd", "%2e%2e", "....//....//etc/passwd", "%00"])
def test_no_path_leads_out_through_an_id(read_only: Service, ident: str) -> None:
    """An id is looked up among the documents and is never a path."""
    assert read_only.client.get(f"/api/documents/{ident}/file").status_code == 404


@pytest.mark.parametrize("path", ["/page/../app.py", "/page/%2e%2e/app.py", "/page/..%2f..%2fpyproject.toml"])
def test_no_path_leads_out_of_the_page(read_only: Service, path: str) -> None:
    """The chat page's own files are all that is given."""
    assert read_only.client.get(path).status_code == 404
