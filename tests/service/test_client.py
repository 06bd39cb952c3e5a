"""The Python client against a running service."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from service.client import Kildesvar, RefusedError, UnreachableError
from service.export.schemas import ExportRequest
from service.schemas import AskRequest, DoneEvent, FeedbackRequest, OutcomeSchema, ReadingEvent
from tests.service.conftest import Service, service_in
from tests.service.guards.test_keyring import READER, WRITER
from tests.service.running import free_port, running
from tests.service.test_uploads import QUESTION

KAI = "Kaien fikk 77 nye lamper i 2020.\n"


@pytest.fixture
def client(service: Service) -> Iterator[Kildesvar]:
    """A client of a service that has been started."""
    with running(service.client.app) as address, Kildesvar(address) as made:  # type: ignore[arg-type]
        yield made


@pytest.fixture
def kai(tmp_path: Path) -> Path:
    """A file to send."""
    path = tmp_path / "kai.txt"
    path.write_text(KAI, "utf8")
    return path


def test_every_operation_has_its_method(client: Kildesvar, service: Service, kai: Path) -> None:
    """Each reply is of its type and says what the service says; nothing the API describes is left out."""
    asked: set[str] = set()
    client._http.event_hooks["request"] = [lambda sent: asked.add(f"{sent.method} {sent.url.path}")]

    reply = client.ask(QUESTION, history=["Hva er etaten?"], documents=[service.ident("rapport.txt")], limit=2)
    assert (reply.answer, reply.figures[0].citation.source) == ("214 ansatte", "rapport.txt")
    assert client.search("brygger", years=[2022]).passages[0].source == "brygger 2022.txt"
    assert {document.source for document in client.documents()} >= {"rapport.txt", "vrak.pdf"}
    ident = service.ident("rapport.txt")
    assert client.document(ident).sections[0].path == ["1 Om etaten"]
    assert [line.number for line in client.lines(ident, 7, 9).lines] == [7, 8, 9]
    assert client.lines(ident).first == 1
    assert client.find(ident, "ansatte").matches[0].spans[0].line in range(1, 20)
    assert client.suggestions().questions == client.suggestions("", history=[]).questions
    exported = client.export(ExportRequest(turns=[AskRequest(question=QUESTION)], format="markdown"))
    assert "214 ansatte" in exported.decode()
    overview = "lag en oversikt over utgifter i 2023 og 2024 for alle formål"
    assert "Nye merker;42;57;" in client.overview_csv(overview)
    assert client.overview_xlsx(overview, history=[QUESTION]).startswith(b"PK")
    assert client.file(ident) == (service.documents / "rapport.txt").read_bytes()
    found = client.ask("Hvor stor andel av betongbryggene var i god stand i 2022?")
    table = next(passage.table for passage in found.passages if passage.table)
    assert client.table(table).columns[-1].path == ["2022"]
    assert client.table_csv(table).splitlines()[0].endswith("2021;2022")
    client.feedback(FeedbackRequest(question=QUESTION, verdict="right"))
    assert "right" in service.settings.feedback.read_text("utf8")
    uploaded = client.upload(kai)
    assert (uploaded.source, uploaded.status) == ("kai.txt", "new")
    assert client.remove(str(uploaded.document)).status == "removed"
    events = list(client.ingest([kai]))
    assert [type(event) for event in events] == [ReadingEvent, OutcomeSchema, DoneEvent]
    assert [type(event) for event in client.ingest()] == [DoneEvent]
    assert client.health().status == "ok"
    assert client.ready().documents == 5
    assert "kildesvar_documents 5" in client.metrics()

    described = service.client.get("/openapi.json").json()["paths"]
    operations = {f"{method.upper()} {path}" for path, methods in described.items() for method in methods}
    assert {name for name in operations if not any(_is(name, sent) for sent in asked)} == set()


def _is(operation: str, sent: str) -> bool:
    """Whether a sent request is that operation's."""
    pattern = "[^/]+".join(re.escape(part) for part in re.split(r"\{\w+\}", operation))
    return re.fullmatch(pattern, sent) is not None


def test_an_error_is_raised_with_its_code(client: Kildesvar) -> None:
    """Its message is the service's own."""
    with pytest.raises(RefusedError, match="finnes-ikke") as raised:
        client.document("finnes-ikke")
    assert (raised.value.status, raised.value.code, raised.value.retry_after) == (404, "unknown_document", None)


def test_an_error_in_a_stream_is_raised(client: Kildesvar, service: Service, kai: Path) -> None:
    """As if it had come before it."""
    from retrieval.index.lock import writing

    with writing(service.settings.index), pytest.raises(RefusedError) as raised:
        list(client.ingest([kai]))
    assert raised.value.code == "busy"


def test_a_key_is_sent(service: Service, tmp_path: Path, kai: Path) -> None:
    """With everything; without it nothing is given, and a stream is refused before it begins."""
    keyed = service_in(tmp_path, keys=f"read:{READER} write:{WRITER}")
    with running(keyed.client.app) as address:  # type: ignore[arg-type]
        with Kildesvar(address, READER) as reader, pytest.raises(RefusedError) as raised:
            assert reader.ask(QUESTION).answer == "214 ansatte"
            list(reader.ingest([kai]))
        assert raised.value.code == "write_key_needed"
        with Kildesvar(address, WRITER) as writer:
            assert writer.upload(kai).status == "new"


def test_the_time_to_wait_is_told(service: Service, tmp_path: Path) -> None:
    """So that a program can wait as long."""
    limited = service_in(tmp_path, rate=1)
    with running(limited.client.app) as address, Kildesvar(address) as client:  # type: ignore[arg-type]
        client.documents()
        with pytest.raises(RefusedError) as raised:
            client.documents()
    assert (raised.value.code, raised.value.retry_after) == ("too_often", 60)


def test_what_is_no_service_is_said_to_be() -> None:
    """Nobody there, or somebody else."""
    with Kildesvar(f"http://127.0.0.1:{free_port()}") as client:
        with pytest.raises(UnreachableError):
            client.health()
        with pytest.raises(UnreachableError):
            list(client.ingest())
    with Kildesvar("http://127.0.0.1") as other:
        other._http = httpx.Client(
            transport=httpx.MockTransport(lambda _: httpx.Response(502, text="<html>")), base_url="http://x"
        )
        with pytest.raises(RefusedError, match="502"):
            other.health()
