"""How often one machine may ask."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import ServiceError
from service.guards.rate import MOST_BUCKETS, RateLimit
from service.settings import Settings
from tests.service.conftest import refused, service_in
from tests.service.guards.heads import head
from tests.service.guards.test_keyring import WRITER


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        """Seconds since the beginning."""
        return self.now


def wait_for(limit: RateLimit, machine: str = "10.0.0.1", path: str = "/api/ask") -> int:
    """How long a request is told to wait; 0 when it passes."""
    try:
        limit(head("POST", path, machine))
    except ServiceError as error:
        assert (error.status, error.code) == (429, "too_often")
        return int((error.headers or {})["Retry-After"])
    return 0


def test_a_burst_passes_and_then_the_wait_is_told() -> None:
    """After that wait there is room for one, and for one only."""
    clock = Clock()
    limit = RateLimit(6, clock)
    assert [wait_for(limit) for _ in range(7)] == [0] * 6 + [10]
    clock.now += 10
    assert [wait_for(limit) for _ in range(2)] == [0, 10]


def test_each_machine_has_its_own() -> None:
    """One that asks too often stops no other."""
    limit = RateLimit(1, Clock())
    assert [wait_for(limit, "10.0.0.1") for _ in range(2)] == [0, 60]
    assert wait_for(limit, "10.0.0.2") == 0


def test_the_page_itself_is_not_counted() -> None:
    """It is many small files."""
    limit = RateLimit(1, Clock())
    assert [wait_for(limit, path=path) for path in ("/", "/page/main.js", "/health", "/metrics") * 3] == [0] * 12


def test_many_machines_are_forgotten_when_they_are_rested() -> None:
    """Memory stays bounded; one that is still waiting is not let off."""
    clock = Clock()
    limit = RateLimit(1, clock)
    for number in range(MOST_BUCKETS - 1):
        wait_for(limit, f"rested {number}")
    clock.now += 60
    wait_for(limit, "waiting")
    wait_for(limit, "another")
    assert len(limit._buckets) < 5
    assert wait_for(limit, "waiting") == 60


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 120))
def test_never_more_pass_than_are_allowed(pauses: list[float], per_minute: int) -> None:
    """A full bucket at first, and what has run in since."""
    clock = Clock()
    limit = RateLimit(per_minute, clock)
    passed = 0
    for pause in pauses:
        clock.now += pause
        passed += wait_for(limit) == 0
    assert passed <= per_minute + clock.now * per_minute / 60 + 1e-6


def test_over_http_it_is_answered_clearly(tmp_path: Path) -> None:
    """With the seconds to wait, in the header and in words."""
    client = service_in(tmp_path, rate=2).client
    assert [client.get("/api/nope").status_code for _ in range(2)] == [404, 404]
    response = client.get("/api/nope")
    assert "30 sekunder" in refused(response, 429, "too_often")
    assert response.headers["Retry-After"] == "30"


@pytest.mark.parametrize(
    ("host", "rate", "limited"), [("127.0.0.1", None, False), ("0.0.0.0", None, True), ("0.0.0.0", 0, False)]
)
def test_beyond_loopback_there_is_a_limit_unless_it_is_taken_away(host: str, rate: int | None, limited: bool) -> None:
    """On a machine of one's own there is none."""
    from service.app import _checks

    checks = _checks(Settings(host=host, rate=rate, keys=f"write:{WRITER}"))
    assert any(isinstance(check, RateLimit) for check in checks) == limited
