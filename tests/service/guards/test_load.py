"""How many requests are worked on at a time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from service.guards.load import CHANGES
from tests.service.conftest import Service, refused, service_in


class Held:
    """An engine that makes every question wait until it is let go."""

    def __init__(self, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
        self.entered = 0
        self.arrived = Event()
        self.let_go = Event()
        reading = service.engine.reading

        def slow() -> object:
            self.entered += 1
            self.arrived.set()
            assert self.let_go.wait(30)
            return reading()

        monkeypatch.setattr(service.engine, "reading", slow)


def ask(service: Service) -> int:
    """The status of an asked question."""
    return service.client.post("/api/ask", json={"question": "Hvor mange ansatte?"}).status_code


def test_beyond_the_bound_it_says_so_at_once_and_serves_the_others(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 with when to try again; those being worked on are answered, and afterwards there is room again."""
    bounded = service_in(tmp_path, concurrent=2)
    with ThreadPoolExecutor(2) as pool, monkeypatch.context() as patched:
        held = Held(bounded, patched)
        waiting = [pool.submit(ask, bounded) for _ in range(2)]
        while held.entered < 2:
            assert held.arrived.wait(30)
        response = bounded.client.post("/api/ask", json={"question": "Hvor mange ansatte?"})
        assert "prøv igjen" in refused(response, 503, "overloaded")
        assert response.headers["Retry-After"] == "1"
        assert bounded.client.get("/health").status_code == 200
        assert bounded.client.get("/page/main.js").status_code == 200
        held.let_go.set()
        assert [done.result() for done in waiting] == [200, 200]
    assert ask(bounded) == 200


def test_a_fault_makes_room_again(service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a few faults would close the service."""
    bounded = service_in(tmp_path, concurrent=1)
    with monkeypatch.context() as patched:
        patched.setattr(bounded.engine, "reading", lambda: 1 / 0)
        assert [ask(bounded) for _ in range(3)] == [500] * 3
    assert ask(bounded) == 200


def test_waiting_uploads_leave_room_for_questions(service: Service) -> None:
    """They wait for each other, so only a few may; a question needs none of their places."""
    with ThreadPoolExecutor(CHANGES + 2) as pool:
        with service.collection._turn:
            sent = [
                pool.submit(service.upload, f"kai{number}.txt", f"Kai nummer {number} er ny.\n".encode())
                for number in range(CHANGES + 2)
            ]
            while sum(upload.done() for upload in sent) < 2:
                Event().wait(0.01)
            assert ask(service) == 200
        statuses = [upload.result().status_code for upload in sent]
    assert sorted(statuses) == [201] * CHANGES + [503] * 2
    assert {upload.result().headers.get("Retry-After") for upload in sent} == {None, "10"}
