"""Many clients at once: each is answered as if it were alone, none much less often than another, and no memory is lost.

The measures are logged: `pytest --log-cli-level=info` shows them.
"""

import logging
from collections.abc import Iterator

import pytest

from tests.service.load.clients import Load, load, questions
from tests.service.load.server import Server, serving

ROOM = 16
"""Requests worked on at a time in the short tests; beside them the setting's own default is tried."""
GROWTH = 1.1
"""What may be held after a load, to what was held after the same load before."""
THREADS = 40
"""How many threads answer; each may have the index open."""
_log = logging.getLogger(__name__)


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service with room for few."""
    with serving(tmp_path_factory.mktemp("narrow"), KILDESVAR_CONCURRENT=str(ROOM)) as server:
        yield server


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service as it is when nothing is set."""
    with serving(tmp_path_factory.mktemp("usual")) as server:
        yield server


def check_answers(found: Load, alone: Load) -> None:
    """Every answer is, word for word, what the question gets when nobody else asks."""
    expected = {reply.question: reply.body for reply in alone.replies}
    assert [reply.question for reply in found.answered if reply.body != expected[reply.question]] == []


def check_fair(found: Load) -> None:
    """No client got less than half of what another got."""
    assert found.counts[0] * 2 >= found.counts[-1]


def check_all_answered(server: Server, clients: int, answers: int, every: int) -> None:
    """As many clients as there is room for: no error, no refusal, the right answers, fair shares, memory as before."""
    asked = questions(every)
    alone = load(server.address, 1, len(asked), asked)
    fewest = server.holding().files
    load(server.address, clients, answers, asked)
    before = server.holding()
    found = load(server.address, clients, answers, asked)
    after = server.holding()
    _log.info("%s; before %s, after %s", found.told(), before, after)
    assert {reply.status for reply in found.replies} == {200}
    assert len(found.answered) == answers
    check_answers(found, alone)
    check_fair(found)
    assert after.memory < before.memory * GROWTH
    assert after.files <= fewest + THREADS


def check_overload(server: Server, clients: int, answers: int, every: int) -> None:
    """More clients than there is room for: some are told to come back, the rest are answered rightly."""
    asked = questions(every)
    alone = load(server.address, 1, len(asked), asked)
    found = load(server.address, clients, answers, asked)
    _log.info("%s; after %s", found.told(), server.holding())
    refused = [reply for reply in found.replies if reply.status != 200]
    assert {(reply.status, reply.retry_after, reply.body["error"]["code"]) for reply in refused} == {
        (503, "1", "overloaded")
    }
    assert len(found.answered) == answers
    check_answers(found, alone)
    afterwards = load(server.address, 1, len(asked), asked)
    assert {reply.status for reply in afterwards.replies} == {200}


def test_eight_clients(narrow: Server) -> None:
    """Half of the room there is."""
    check_all_answered(narrow, 8, 64, 16)


def test_more_clients_than_there_is_room_for(narrow: Server) -> None:
    """Three times the room there is."""
    check_overload(narrow, 3 * ROOM, 60, 16)


@pytest.mark.long
@pytest.mark.parametrize(("clients", "answers"), [(8, 400), (64, 1600)])
def test_as_many_clients_as_there_is_room_for(usual: Server, clients: int, answers: int) -> None:
    """All questions, and the room there is when nothing is set: 64 clients fill it."""
    check_all_answered(usual, clients, answers, 1)


@pytest.mark.long
def test_many_more_clients_than_there_is_room_for(usual: Server) -> None:
    """Four times the room there is when nothing is set."""
    check_overload(usual, 256, 800, 1)
