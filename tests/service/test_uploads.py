"""Documents brought and taken away over HTTP: what is new is answered from at once, and nothing is lost."""

import threading
from pathlib import Path

import httpx
import pytest

from retrieval.index.lock import writing
from tests.retrieval.conftest import LETTER, REPORT
from tests.service.conftest import Service, partly_scanned, pdf, refused

QUESTION = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"


def names(service: Service) -> set[str]:
    """What is in the folder, hidden files included."""
    return {path.name for path in service.documents.iterdir()}


def sources(service: Service) -> set[str]:
    """What is in the collection."""
    return {entry["source"] for entry in service.client.get("/api/documents").json()}


def test_a_new_document_is_answered_from_at_once(service: Service) -> None:
    """The reply names its id, and the next question finds it."""
    response = service.upload("kai.txt", b"Kaien fikk 77 nye lamper i 2020.\n")
    assert response.status_code == 201
    body = response.json()
    assert body == {
        "source": "kai.txt",
        "status": "new",
        "document": service.ident("kai.txt"),
        "code": None,
        "message": None,
        "unread": [],
    }
    assert service.ask("Hvor mange nye lamper fikk kaien i 2020?")["figures"][0]["value"] == 77


def test_a_pdf_can_be_uploaded(service: Service) -> None:
    """The kind is told from the content and the name."""
    assert service.upload("Lykter Å.pdf", pdf(["Fyrene fikk 19 nye lykter i 2020."])).status_code == 201
    assert "Lykter Å.pdf" in sources(service)


def test_pages_that_were_not_read_are_told(service: Service) -> None:
    """At once, and in the list as long as the document is there: nothing they say is answered from."""
    why = "er bilder av tekst og er ikke lest (kjør tekstgjenkjenning på filen først)"
    told = {
        "state": "pictures",
        "count": 3,
        "total": 5,
        "pages": [[2, 3], [5, 5]],
        "message": f"3 av 5 sider {why}: side 2–3, 5.",
    }
    outcome = service.upload("skannet.pdf", partly_scanned()).json()
    assert (outcome["status"], outcome["unread"]) == ("new", [told])
    listed = {entry["source"]: entry["unread"] for entry in service.client.get("/api/documents").json()}
    assert listed.pop("skannet.pdf") == [told]
    assert not any(listed.values())
    assert service.client.get(f"/api/documents/{outcome['document']}").json()["unread"] == [told]


def test_a_name_that_is_taken_is_kept_by_its_owner(service: Service) -> None:
    """An upload never overwrites."""
    before = (service.documents / "rapport.txt").read_bytes()
    message = refused(service.upload("rapport.txt", b"Noe annet.\n"), 409, "name_taken")
    assert "rapport.txt" in message
    assert (service.documents / "rapport.txt").read_bytes() == before


def test_the_same_content_again_is_not_kept_twice(service: Service) -> None:
    """The reply says under what name it is there already."""
    before, listed = names(service), service.client.get("/api/documents").json()
    assert "rapport.txt" in refused(service.upload("a.txt", REPORT.encode()), 409, "already_here")
    assert names(service) == before
    assert service.client.get("/api/documents").json() == listed


def test_content_whose_file_is_gone_can_be_brought_again(service: Service) -> None:
    """Under whatever name; the original can then be opened again."""
    (service.documents / "rapport.txt").unlink()
    assert service.upload("ny.txt", REPORT.encode()).status_code == 201
    assert service.client.get(f"/api/documents/{service.ident('ny.txt')}/file").status_code == 200


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../kai.txt", "kai.txt"), ("C:\\Mine filer\\kai.txt", "kai.txt"), ("/etc/kai.txt", "kai.txt")],
)
def test_a_name_with_a_path_is_only_a_name(service: Service, given: str, kept: str) -> None:
    """Whatever folder the name speaks of, the file ends in the documents' own."""
    assert service.upload(given, b"Kaien fikk lamper.\n").json()["source"] == kept
    assert (service.documents / kept).is_file()
    assert sorted(path.name for path in service.documents.parent.iterdir()) == ["documents", "index"]


@pytest.mark.parametrize("name", ["..", ".", ".skjult.txt", "a\u202etxt.txt", "å" * 120 + ".txt", " / "])
def test_a_name_that_cannot_be_used(service: Service, name: str) -> None:
    """Hidden, unprintable or far too long."""
    before = names(service)
    refused(service.upload(name, b"Tekst.\n"), 400, "bad_name")
    assert names(service) == before


def test_the_two_ways_of_writing_a_letter_are_one_name(service: Service) -> None:
    """«å» as one character and as two are the same to a person."""
    assert service.upload("gra\u030a.txt", "Gråberg og kai.\n".encode()).json()["source"] == "gr\u00e5.txt"


def test_an_unknown_kind(service: Service) -> None:
    """The message says which kinds can be read."""
    message = refused(service.upload("brev.docx", b"PK"), 415, "unknown_kind")
    assert ".pdf" in message


def test_a_file_that_is_too_large(service: Service) -> None:
    """The limit itself is within it; the message names it."""
    most = service.settings.upload_bytes
    assert "100 000" in refused(service.upload("stor.txt", b"x" * (most + 1)), 413, "file_too_large")
    assert service.upload("nesten.txt", (b"ord " * 24 + b"end\n") * (most // 100)).status_code == 201


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("tom.txt", b" \n", "empty"),
        ("latin.txt", "Årsrapport på norsk".encode("latin-1"), "not_utf8"),
        ("binær.txt", b"a\x00b", "not_text"),
        ("skadet.pdf", b"%PDF-1.7\nikke mer", "damaged"),
        ("tom.pdf", b"", "empty"),
    ],
)
def test_an_unreadable_file_is_not_kept_and_loses_nothing(service: Service, name: str, data: bytes, code: str) -> None:
    """The reason is told; the collection answers as before."""
    before = names(service)
    refused(service.upload(name, data), 422, code)
    assert names(service) == before
    assert service.ask(QUESTION)["answer"] == "214 ansatte"


def test_an_upload_during_an_ingestion_is_asked_to_wait(service: Service) -> None:
    """Nothing is kept of it, so that it can simply be tried again."""
    with writing(service.settings.index):
        assert "prøv igjen" in refused(service.upload("kai.txt", b"Kaien.\n"), 409, "busy")
    assert "kai.txt" not in names(service)
    assert service.upload("kai.txt", b"Kaien.\n").status_code == 201


def test_a_fault_while_reading_keeps_nothing(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong, a failed upload leaves no file behind."""

    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = names(service)
    monkeypatch.setattr("service.collection.update_index", broken)
    refused(service.upload("kai.txt", b"Kaien.\n"), 500, "internal")
    assert names(service) == before


def test_uploads_at_the_same_time_are_all_kept(service: Service) -> None:
    """They wait for each other."""
    responses: list[httpx.Response] = []

    def send(number: int) -> None:
        responses.append(service.upload(f"kai{number}.txt", f"Kai nummer {number} er ny.\n".encode()))

    threads = [threading.Thread(target=send, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [response.status_code for response in responses] == [201] * 4
    assert {f"kai{number}.txt" for number in range(4)} <= sources(service)


def test_an_upload_without_a_file(service: Service) -> None:
    """The field is named."""
    assert "«file»" in refused(service.client.post("/api/documents"), 422, "invalid_request")
    response = service.client.post("/api/documents", content=b"x", headers={"Content-Type": "multipart/form-data"})
    assert response.status_code == 400


def test_a_removed_document_is_gone_with_its_file(service: Service) -> None:
    """Its figures are no longer answered with."""
    ident = service.ident("rapport.txt")
    body = service.client.delete(f"/api/documents/{ident}").json()
    assert (body["source"], body["status"]) == ("rapport.txt", "removed")
    assert "rapport.txt" not in names(service)
    assert all(figure["text"] != "214" for figure in service.ask(QUESTION)["figures"])
    refused(service.client.delete(f"/api/documents/{ident}"), 404, "unknown_document")


def test_a_removed_document_takes_its_copies_with_it(service: Service) -> None:
    """Else it would come back under the other name."""
    (service.documents / "mappe").mkdir()
    (service.documents / "mappe" / "kopi.txt").write_text(REPORT, "utf8")
    assert service.client.delete(f"/api/documents/{service.ident('rapport.txt')}").status_code == 200
    assert sources(service) == {"brev.txt", "brygger 2022.txt", "vrak.pdf"}
    assert list((service.documents / "mappe").iterdir()) == []


def test_a_removal_that_fails_puts_the_file_back(service: Service) -> None:
    """An ingestion at work is no reason to lose a file."""
    ident = service.ident("rapport.txt")
    before = names(service)
    with writing(service.settings.index):
        refused(service.client.delete(f"/api/documents/{ident}"), 409, "busy")
    assert names(service) == before
    assert service.client.get(f"/api/documents/{ident}/file").status_code == 200


def test_the_last_document_cannot_be_removed(service: Service) -> None:
    """An empty collection answers nothing; the message says what to do instead."""
    for source in ("rapport.txt", "brygger 2022.txt", "vrak.pdf"):
        assert service.client.delete(f"/api/documents/{service.ident(source)}").status_code == 200
    message = refused(service.client.delete(f"/api/documents/{service.ident('brev.txt')}"), 409, "last_document")
    assert "Last opp" in message
    assert (service.documents / "brev.txt").read_text("utf8") == LETTER


def test_a_document_named_outside_the_folder_cannot_be_deleted(service: Service, tmp_path: Path) -> None:
    """A link in the folder is removed as a link; what it leads to stays."""
    outside = tmp_path / "utenfor.txt"
    (service.documents / "rapport.txt").rename(outside)
    (service.documents / "rapport.txt").symlink_to(outside)
    service.client.delete(f"/api/documents/{service.ident('rapport.txt')}")
    assert outside.read_text("utf8") == REPORT
