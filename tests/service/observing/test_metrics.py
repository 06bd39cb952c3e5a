"""What is counted."""

from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from tests.service.conftest import Service, service_in


def sample(service: Service, name: str, **labels: str) -> float:
    """The value of one line, read as Prometheus reads it; 0 when it is not there."""
    for family in text_string_to_metric_families(service.client.get("/metrics").text):
        for found in family.samples:
            if found.name == name and labels.items() <= found.labels.items():
                return float(found.value)
    return 0.0


def test_requests_are_timed_by_route(service: Service) -> None:
    """A histogram; the smallest bounds are where a question should be."""
    for _ in range(3):
        service.ask("Hvor mange ansatte hadde etaten?")
    assert sample(service, "kildesvar_request_seconds_count", route="/api/ask") == 3
    assert sample(service, "kildesvar_request_seconds_sum", route="/api/ask") > 0
    assert sample(service, "kildesvar_request_seconds_bucket", route="/api/ask", le="60.0") == 3


def test_errors_and_refusals_are_counted_by_code(tmp_path: Path) -> None:
    """What is refused before any route is chosen included."""
    made = service_in(tmp_path, body_bytes=1000)
    made.client.post("/api/ask", content=b" " * 2000)
    made.client.get("/health", headers={"Host": "ond.example"})
    assert sample(made, "kildesvar_errors_total", code="too_large") == 1
    assert sample(made, "kildesvar_errors_total", code="unknown_host") == 1
    assert sample(made, "kildesvar_requests_total", route="none", status="400") == 1


def test_what_is_being_answered_is_counted(read_only: Service) -> None:
    """The request for the metrics is itself one."""
    assert sample(read_only, "kildesvar_requests_in_flight") == 1


def test_the_generation_is_told(service: Service) -> None:
    """It grows with every ingestion that changed something."""
    before = sample(service, "kildesvar_index_generation")
    assert service.upload("kai.txt", b"Kaien fikk 77 nye lamper i 2020.\n").status_code == 201
    assert sample(service, "kildesvar_index_generation") == before + 1
    assert sample(service, "kildesvar_documents") == 5


def test_two_services_do_not_count_together(service: Service, tmp_path: Path) -> None:
    """Each has its own."""
    service.client.get("/health")
    assert sample(service_in(tmp_path), "kildesvar_requests_total", route="/health") == 0
