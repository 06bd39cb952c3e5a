"""Request ids, the log and the metrics, as a running service gives them."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.observing.logs import AsJson, AsText, configure
from service.observing.request_id import HEADER, current, request_id
from service.settings import Settings
from tests.service.conftest import Service, service_in

CLIENT = ("httpx", "httpcore")
"""The test's own client logs what it sends; it is not the service."""
SECRET = "hemmelige planer for fyret på Utsira"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """What is written to the log as JSON, from the lowest level up."""
    written: list[dict[str, Any]] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not record.name.startswith(CLIENT):
                written.append(json.loads(AsJson().format(record)))

    handler, root = Kept(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def requests(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines that tell of a request."""
    return [line for line in lines if line["event"] == "request"]


def test_an_id_that_is_given_is_used(read_only: Service, lines: list[dict[str, Any]]) -> None:
    """In the reply and in the log; so a caller finds its own request again."""
    response = read_only.client.get("/health", headers={HEADER: "kall-42"})
    assert response.headers[HEADER] == "kall-42"
    assert requests(lines)[-1]["request"] == "kall-42"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, 'x"}\n{"level"', "æ", "../x"])
def test_an_id_that_could_spoil_a_log_is_not(given: str) -> None:
    """A new one is made."""
    made = request_id(given)
    assert made != given
    assert len(made) == 32
    assert made != request_id(given)


def test_refusals_have_an_id_too(read_only: Service) -> None:
    """Whoever is refused can tell the operator which request it was."""
    assert read_only.client.get("/", headers={"Host": "ond.example", HEADER: "a1"}).headers[HEADER] == "a1"


def test_a_line_for_every_request(read_only: Service, lines: list[dict[str, Any]]) -> None:
    """Its route and never its address, its status, the error's code, and how long it took."""
    read_only.client.get("/api/documents/hemmelig-dokument")
    line = requests(lines)[-1]
    assert (line["method"], line["route"], line["status"], line["code"]) == (
        "GET",
        "/api/documents/{ident}",
        404,
        "unknown_document",
    )
    assert line["ms"] >= 0
    assert line["level"] == "info"
    assert "hemmelig" not in json.dumps(lines)


def everything_with(service: Service, text: str) -> None:
    """Requests of all kinds that hold a text, some of them wrong."""
    client = service.client
    client.post("/api/ask", json={"question": text, "history": [text]})
    client.post("/api/search", json={"question": text})
    client.post("/api/ask", json={"question": "", "history": text})
    client.post("/api/ask", content=text.encode())
    client.post("/api/feedback", json={"question": text, "verdict": "wrong", "comment": text, "answer": text})
    client.get("/api/documents", params={"q": text})
    client.get(f"/{text}")
    client.get("/", headers={"Host": text.encode()})  # type: ignore[dict-item]


def test_the_log_holds_nothing_of_what_is_asked(
    service: Service, lines: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither at the lowest level, nor of a request that fails."""
    everything_with(service, SECRET)
    monkeypatch.setattr(service.engine, "reading", lambda: 1 / 0)
    everything_with(service, SECRET)
    assert any("fault" in line for line in lines)
    assert "Utsira" not in json.dumps(lines, ensure_ascii=False)


def test_the_log_holds_questions_where_it_is_told_to(
    service: Service, tmp_path: Path, lines: list[dict[str, Any]]
) -> None:
    """And only questions."""
    asked = service_in(tmp_path, log_questions=True)
    asked.client.post("/api/ask", json={"question": SECRET})
    asked.client.post("/api/feedback", json={"question": SECRET, "verdict": "wrong"})
    assert [line.get("question") for line in requests(lines)] == [SECRET, None]


def test_a_fault_is_one_line_with_its_request(
    service: Service, lines: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback inside it; outside of requests there is no id."""
    monkeypatch.setattr(service.engine, "reading", lambda: 1 / 0)
    service.client.get("/ready", headers={HEADER: "kall-7"})
    fault = next(line for line in lines if "fault" in line)
    assert "ZeroDivisionError" in fault["fault"]
    assert (fault["request"], fault["route"], fault["level"]) == ("kall-7", "/ready", "error")
    assert current.get() is None


def record(**more: Any) -> logging.LogRecord:
    """A record with values of its own."""
    made = logging.LogRecord("service.x", logging.INFO, "f", 1, "lest %s", ("fil",), None)
    made.fields = more
    return made


def test_both_forms_of_the_log() -> None:
    """The same values; what is not known is left out."""
    entry = json.loads(AsJson().format(record(status=200, code=None)))
    assert (entry["event"], entry["status"], entry["logger"]) == ("lest fil", 200, "service.x")
    assert "code" not in entry
    assert entry["time"].endswith("+00:00")
    assert AsText().format(record(route="/api/ask", code=None)) == 'INFO service.x: lest fil route="/api/ask"'


def test_a_line_break_cannot_begin_a_line_of_the_log() -> None:
    """A value is written as JSON in both forms."""
    for form in (AsJson(), AsText()):
        assert "\n" not in form.format(record(route="a\nERROR x: y"))


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_settings_choose_form_and_level(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Below the level nothing is written."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        configure(Settings(log_format=form, log_level="info"))  # type: ignore[arg-type]
        logging.getLogger("prøve").debug("under")
        logging.getLogger("prøve").info("over")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    written = capsys.readouterr().err
    assert ("under" in written, "over" in written) == (False, True)
    assert written.startswith("{") == (form == "json")
