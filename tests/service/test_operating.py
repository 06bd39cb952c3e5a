"""What is round the answers: health, metrics, headers, feedback, errors of address, and a new generation."""

import json
import logging

import pytest

from service.replying.headers import HEADERS
from tests.service.conftest import Service, refused, service_in


def test_health_needs_no_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The process answers, whatever it can answer from."""
    bare = service_in(tmp_path_factory.mktemp("bare"))
    assert bare.client.get("/health").json() == {"status": "ok"}


def test_ready_counts_what_there_is(read_only: Service) -> None:
    """Documents and passages of the generation in use."""
    body = read_only.client.get("/ready").json()
    assert (body["status"], body["documents"]) == ("ready", 4)
    listed = read_only.client.get("/api/documents").json()
    assert body["passages"] == sum(entry["passages"] for entry in listed)


@pytest.mark.parametrize("path", ["/ready", "/api/documents", "/api/documents/x/file", "/api/tables/x:t1.csv"])
def test_without_an_index_the_remedy_is_told(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """503, and the command that makes one."""
    bare = service_in(tmp_path_factory.mktemp("bare"))
    assert "kildesvar ingest" in refused(bare.client.get(path), 503, "no_index")


def test_a_question_without_an_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same for the question itself; as soon as there is an index, it is answered."""
    bare = service_in(tmp_path_factory.mktemp("bare"))
    refused(bare.client.post("/api/ask", json={"question": "ansatte"}), 503, "no_index")
    assert bare.upload("kai.txt", b"Kaien fikk 77 nye lamper i 2020.\n").status_code == 201
    assert bare.ask("Hvor mange nye lamper i 2020?")["figures"][0]["value"] == 77


def test_a_damaged_index_is_said_to_be(service: Service) -> None:
    """With the remedy, and never as a fault of the service's own."""
    for store in service.settings.index.glob("generations/*/manifest.json"):
        store.write_text("{")
    assert "kildesvar ingest" in refused(service.client.get("/ready"), 503, "damaged")


def test_a_new_generation_is_picked_up_without_a_restart(service: Service) -> None:
    """What another process ingested is answered from at the next question."""
    question = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"
    assert service.ask(question)["answer"] == "214 ansatte"
    path = service.documents / "rapport.txt"
    path.write_text(path.read_text("utf8").replace("214", "333"), "utf8")
    service.ingest()
    assert service.ask(question)["answer"] == "333 ansatte"


def test_metrics_count_requests_by_route_and_status(read_only: Service) -> None:
    """By route, never by address: what was asked for is nobody's business."""
    read_only.client.get("/api/documents/hemmelig-dokument")
    text = read_only.client.get("/metrics").text
    assert 'kildesvar_requests_total{route="/api/documents/{ident}",status="404"}' in text
    assert "hemmelig" not in text
    assert "kildesvar_documents 4.0" in text.splitlines()


def test_metrics_are_there_without_an_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An operator sees the failing requests most of all then."""
    bare = service_in(tmp_path_factory.mktemp("bare"))
    bare.client.get("/ready")
    text = bare.client.get("/metrics").text
    assert 'route="/ready",status="503"' in text
    assert "kildesvar_documents" not in text


@pytest.mark.parametrize("path", ["/", "/page/index.html", "/api/documents", "/health", "/nope", "/openapi.json"])
def test_every_reply_has_the_headers(read_only: Service, path: str) -> None:
    """Scripts, styles and pictures come from the service alone; nobody frames the page."""
    response = read_only.client.get(path)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_fault_of_its_own_is_answered_plainly_and_logged(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The details go to the log; the reply has the headers and is counted like any other."""

    def broken() -> None:
        raise RuntimeError("detaljer som ikke skal vises")

    with caplog.at_level(logging.ERROR), monkeypatch.context() as patched:
        patched.setattr(service.engine, "reading", broken)
        response = service.client.post("/api/ask", json={"question": "ansatte"})
    assert "detaljer" not in refused(response, 500, "internal")
    assert "detaljer" in caplog.text
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert 'route="/api/ask",status="500"' in service.client.get("/metrics").text


def test_an_unknown_address(read_only: Service) -> None:
    """Said in Norwegian, in the form every error has."""
    refused(read_only.client.get("/api/finnes-ikke"), 404, "not_found")
    refused(read_only.client.get("/page/finnes-ikke.js"), 404, "not_found")


def test_the_wrong_method_is_told_the_right_one(read_only: Service) -> None:
    """The header says which it takes."""
    response = read_only.client.get("/api/ask")
    refused(response, 405, "method_not_allowed")
    assert response.headers["Allow"] == "POST"


def test_the_page_is_served(read_only: Service) -> None:
    """As HTML in UTF-8."""
    response = read_only.client.get("/")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "Kildesvar" in response.text


def test_openapi_describes_every_route(read_only: Service) -> None:
    """It loads, and every reference in it leads somewhere."""
    described = read_only.client.get("/openapi.json").json()
    assert {"/api/ask", "/api/search", "/api/documents", "/api/tables/{ident}.csv", "/health"} <= set(
        described["paths"]
    )
    text = json.dumps(described)
    for part in text.split('"#/components/schemas/')[1:]:
        assert part.split('"')[0] in described["components"]["schemas"]


def test_feedback_is_kept_line_by_line(service: Service) -> None:
    """One JSON object a line, with the time; line breaks in a comment stay inside it."""
    for verdict in ("right", "wrong", "missing"):
        body = {"question": "Hvor mange?", "verdict": verdict, "comment": "Æ\nØ", "answer": "214"}
        response = service.client.post("/api/feedback", json=body)
        assert (response.status_code, response.json()) == (201, {"status": "saved"})
    kept = [json.loads(line) for line in service.settings.feedback.read_text("utf8").splitlines()]
    assert [entry["verdict"] for entry in kept] == ["right", "wrong", "missing"]
    assert kept[0]["comment"] == "Æ\nØ"
    assert kept[0]["time"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"question": "a", "verdict": "kanskje"}, "verdict"),
        ({"verdict": "right"}, "question"),
        ({"question": "a", "verdict": "right", "comment": "x" * 5001}, "comment"),
    ],
)
def test_wrong_feedback_is_not_kept(service: Service, body: dict[str, str], field: str) -> None:
    """The field is named."""
    assert f"«{field}»" in refused(service.client.post("/api/feedback", json=body), 422, "invalid_request")
    assert not service.settings.feedback.exists()
