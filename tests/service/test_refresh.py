"""A folder whose files move and change under a running service: names, originals and answers stay right."""

from pathlib import Path

from tests.retrieval.conftest import LETTER, REPORT
from tests.service.conftest import Service

QUESTION = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"


def originals(service: Service) -> dict[str, bytes]:
    """Every document's file, as the service gives it."""
    listed = service.client.get("/api/documents").json()
    given = {str(entry["source"]): service.client.get(f"/api/documents/{entry['id']}/file") for entry in listed}
    assert {response.status_code for response in given.values()} == {200}
    return {source: response.content for source, response in given.items()}


def on_disk(folder: Path) -> dict[str, bytes]:
    """Every file of the folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_that_swap_names(service: Service) -> None:
    """Each document follows its content."""
    (service.documents / "rapport.txt").write_text(LETTER, "utf8")
    (service.documents / "brev.txt").write_text(REPORT, "utf8")
    service.ingest()
    assert originals(service) == on_disk(service.documents)
    assert service.ask(QUESTION)["figures"][0]["citation"]["source"] == "brev.txt"


def test_a_renamed_file_whose_old_name_is_used_again(service: Service) -> None:
    """Two documents never go by one name."""
    (service.documents / "rapport.txt").rename(service.documents / "rapport 2024.txt")
    (service.documents / "rapport.txt").write_text(REPORT.replace("2024", "2030").replace("214", "999"), "utf8")
    service.ingest()
    assert originals(service) == on_disk(service.documents)
    assert service.ask(QUESTION)["figures"][0]["citation"]["source"] == "rapport 2024.txt"


def test_a_copy_outlives_the_file_it_is_a_copy_of(service: Service) -> None:
    """The document goes by the name that is left."""
    (service.documents / "kopi.txt").write_text(REPORT, "utf8")
    service.ingest()
    assert service.ident("rapport.txt")
    (service.documents / "rapport.txt").unlink()
    service.ingest()
    assert service.ask(QUESTION)["figures"][0]["citation"]["source"] == "kopi.txt"


def test_a_file_that_becomes_unreadable_is_still_answered_from(service: Service) -> None:
    """What was read of it stands until it can be read again."""
    (service.documents / "rapport.txt").write_bytes(b"\xe6")
    service.ingest()
    assert service.ask(QUESTION)["answer"] == "214 ansatte"


def test_nothing_of_a_removed_document_is_found(service: Service) -> None:
    """Not by its words, not by its numbers, not in a search of everything."""
    gone = service.ident("rapport.txt")
    (service.documents / "rapport.txt").unlink()
    service.ingest()
    for question in (QUESTION, "fyrlykter merker tilsyn", "direktør Åse Fjordholm"):
        response = service.client.post("/api/search", json={"question": question, "limit": 50})
        assert response.status_code == 200
        assert gone not in {passage["document"] for passage in response.json()["passages"]}


def test_many_small_changes_leave_what_one_reading_would(service: Service) -> None:
    """An index that was changed again and again answers as one made at once."""
    for number in range(4):
        (service.documents / "rapport.txt").write_text(REPORT.replace("214", str(300 + number)), "utf8")
        service.ingest()
    (service.documents / "rapport.txt").write_text(REPORT, "utf8")
    service.ingest()
    reply = service.ask(QUESTION)
    assert reply["answer"] == "214 ansatte"
    assert len(reply["passages"]) == len({passage["id"] for passage in reply["passages"]})
