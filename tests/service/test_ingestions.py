"""Reading told as it goes: the events, what is kept, and that it is told while it happens."""

import json
from collections.abc import Iterable, Iterator
from threading import Event
from typing import Any

import httpx
import pytest

from retrieval.index.lock import writing
from retrieval.update import Update, update_index
from tests.retrieval.conftest import REPORT
from tests.service.conftest import Service, pdf, refused
from tests.service.running import running
from tests.service.test_uploads import QUESTION, names, sources

KAI = b"Kaien fikk 77 nye lamper i 2020.\n"
Told = tuple[str, dict[str, Any]]


def events(lines: Iterable[str]) -> Iterator[Told]:
    """Each event's name and data."""
    name = ""
    for line in lines:
        kind, _, value = line.partition(": ")
        if kind == "event":
            name = value
        elif kind == "data":
            yield name, json.loads(value)


def sent(service: Service, *files: tuple[str, bytes]) -> list[Told]:
    """The events of an ingestion of these files."""
    response = service.client.post("/api/ingestions", files=[("file", file) for file in files])
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("text/event-stream")
    return list(events(response.text.splitlines()))


def named(told: Iterable[Told], name: str) -> list[dict[str, Any]]:
    """The data of the events of a name."""
    return [data for event, data in told if event == name]


def test_every_file_is_told_as_it_is_read_and_what_became_of_it(service: Service) -> None:
    """In this order, counted at the end; the next question finds what is new."""
    told = sent(service, ("kai.txt", KAI), ("lykter.pdf", pdf(["Fyrene fikk 19 nye lykter i 2020."])))
    assert [name for name, _ in told] == ["reading", "reading", "outcome", "outcome", "done"]
    readings = named(told, "reading")
    assert {reading["source"] for reading in readings} == {"kai.txt", "lykter.pdf"}
    assert [(reading["done"], reading["total"]) for reading in readings] == [(1, 2), (2, 2)]
    assert named(told, "outcome")[0] == {
        "source": "kai.txt",
        "status": "new",
        "document": service.ident("kai.txt"),
        "code": None,
        "message": None,
        "unread": [],
    }
    assert named(told, "done") == [{"new": 2, "changed": 0, "unchanged": 0, "kept": 0, "removed": 0, "failed": 0}]
    assert service.ask("Hvor mange nye lamper fikk kaien i 2020?")["figures"][0]["value"] == 77


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("rapport.txt", b"Noe annet.\n", "name_taken"),
        ("kopi.txt", REPORT.encode(), "already_here"),
        ("brev.docx", b"PK", "unknown_kind"),
        ("..", b"Tekst.\n", "bad_name"),
        ("skadet.pdf", b"%PDF-1.7\nikke mer", "damaged"),
        ("stor.txt", b"x" * 100_001, "file_too_large"),
    ],
)
def test_one_file_that_cannot_be_read_stops_no_other(service: Service, name: str, data: bytes, code: str) -> None:
    """Its reason is told, and it is not kept."""
    before = names(service)
    told = sent(service, (name, data), ("kai.txt", KAI))
    failed, read = named(told, "outcome")
    assert (failed["status"], failed["code"], failed["document"]) == ("failed", code, None)
    assert failed["message"].endswith(".")
    assert (read["source"], read["status"]) == ("kai.txt", "new")
    assert names(service) == before | {"kai.txt"}


def test_two_files_of_one_name_or_of_one_content(service: Service) -> None:
    """The first is kept, whichever way the second is the same."""
    told = sent(service, ("kai.txt", KAI), ("kai.txt", b"En annen kai.\n"), ("lik.txt", KAI))
    outcomes = {(outcome["source"], outcome["code"]) for outcome in named(told, "outcome")}
    assert outcomes == {("kai.txt", None), ("kai.txt", "name_taken"), ("lik.txt", "already_here")}
    assert (service.documents / "kai.txt").read_bytes() == KAI
    assert sources(service) == {"rapport.txt", "brev.txt", "brygger 2022.txt", "vrak.pdf", "kai.txt"}


def test_nothing_that_can_be_read_changes_nothing(service: Service) -> None:
    """No file is even looked for in the folder."""
    told = sent(service, ("brev.docx", b"PK"))
    assert [name for name, _ in told] == ["outcome", "done"]
    assert named(told, "done")[0]["failed"] == 1


def test_without_files_the_folder_is_read_again(service: Service) -> None:
    """Only what changed is told."""
    (service.documents / "kai.txt").write_bytes(KAI)
    (service.documents / "brev.txt").unlink()
    told = list(events(service.client.post("/api/ingestions").text.splitlines()))
    assert [(outcome["source"], outcome["status"]) for outcome in named(told, "outcome")] == [
        ("brev.txt", "removed"),
        ("kai.txt", "new"),
    ]
    assert "kai.txt" in sources(service)


def test_an_ingestion_at_work_is_told(service: Service) -> None:
    """As an event, since the stream has begun; nothing is kept, so that it can be tried again."""
    before = names(service)
    with writing(service.settings.index):
        told = sent(service, ("kai.txt", KAI))
    assert [(name, data["code"]) for name, data in told] == [("error", "busy")]
    assert names(service) == before


def test_a_fault_is_told_plainly_and_keeps_nothing(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """The listener is never left waiting."""

    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = names(service)
    monkeypatch.setattr("service.collection.update_index", broken)
    told = sent(service, ("kai.txt", KAI))
    assert [(name, data["code"]) for name, data in told] == [("error", "internal")]
    assert "device" not in told[0][1]["message"]
    assert names(service) == before


def test_what_is_no_file_is_refused_before_the_stream(service: Service) -> None:
    """In the form every error has."""
    refused(service.client.post("/api/ingestions", data={"file": "tekst"}), 422, "invalid_request")


class Slow:
    """`update_index` that waits after the first file until it is let go."""

    def __init__(self) -> None:
        self.let_go = Event()

    def __call__(self, *given: Any, **named: Any) -> Update:
        """Read as usual, and wait."""
        *others, progress = given

        def waiting(source: str, done: int, total: int) -> None:
            progress(source, done, total)
            assert self.let_go.wait(30)

        return update_index(*others, waiting, **named)


def test_it_is_told_while_it_happens_and_finished_when_nobody_listens(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first event comes before the reading is over; whoever leaves then does not undo it."""
    slow = Slow()
    monkeypatch.setattr("service.collection.update_index", slow)
    with running(service.client.app) as address:  # type: ignore[arg-type]
        with httpx.stream("POST", f"{address}/api/ingestions", files={"file": ("kai.txt", KAI)}) as response:
            assert next(events(response.iter_lines())) == ("reading", {"source": "kai.txt", "done": 1, "total": 1})
            assert httpx.post(f"{address}/api/ask", json={"question": QUESTION}).json()["answer"] == "214 ansatte"
        slow.let_go.set()
    with service.collection._turn:
        assert "kai.txt" in sources(service)
