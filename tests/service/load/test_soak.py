"""Minutes or hours of asking, uploading and removing in turn: neither memory nor open files grow.

KILDESVAR_SOAK_MINUTES says for how long, KILDESVAR_SOAK_PAUSE how many seconds there are between rounds; the
measures are logged: `pytest --log-cli-level=info` shows them.
"""

import asyncio
import logging
import os
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, sleep

import httpx
import pytest

from tests.service.load.clients import PATIENCE, Reply, ask, questions
from tests.service.load.server import Holding, Server, serving

MINUTES = float(os.environ.get("KILDESVAR_SOAK_MINUTES", "1"))
PAUSE = float(os.environ.get("KILDESVAR_SOAK_PAUSE", "0"))
CLIENTS = 4
QUESTIONS = 5
"""How many questions each client asks in a round."""
FEWEST = 30
"""Rounds, however slow the machine: thirds of fewer say nothing."""
GROWTH = 1.03
"""What may be held in the last third of the rounds when least is held, to what was held so in the middle third.

What the system has lent goes up and down by a twentieth between rounds; what is never given back lifts the lowest.
"""
FILES = 8
"""How many more files than then may be open at the fewest: those of an index that a reader just let go come and go."""
NOTE = "1 Måker\n\nFyrvokterne på Lyngøya talte {} måkeegg i 2023.\n"
EGGS = "Hvor mange måkeegg talte fyrvokterne på Lyngøya i 2023?"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Round:
    """The replies of a round, and what the service held when it was over."""

    replies: list[Reply]
    held: Holding


async def change(http: httpx.AsyncClient, number: int) -> list[Reply]:
    """Upload a document that no round before had, ask about it, remove it, and ask again."""
    eggs = 300 + number % 600
    sent = await http.post("/api/documents", files={"file": ("måker.txt", NOTE.format(eggs).encode())})
    assert sent.status_code == 201, sent.text
    found = await ask(http, CLIENTS, EGGS)
    assert [figure["value"] for figure in found.body["figures"]][:1] == [eggs]
    removed = await http.delete(f"/api/documents/{sent.json()['document']}")
    assert removed.status_code == 200, removed.text
    gone = await ask(http, CLIENTS, EGGS)
    assert eggs not in [figure["value"] for figure in gone.body["figures"]]
    return [found, gone]


async def asking(http: httpx.AsyncClient, client: int, asked: list[str]) -> list[Reply]:
    """One question after the other."""
    return [await ask(http, client, question) for question in asked]


async def one_round(server: Server, number: int, asked: list[str]) -> Round:
    """Clients ask while another changes the documents; connections are the round's own."""
    async with httpx.AsyncClient(base_url=server.address, timeout=PATIENCE) as http, asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(asking(http, client, asked[client * QUESTIONS : (client + 1) * QUESTIONS]))
            for client in range(CLIENTS)
        ]
        tasks.append(group.create_task(change(http, number)))
    return Round([reply for task in tasks for reply in task.result()], server.holding())


def check_no_growth(rounds: list[Round]) -> None:
    """What is held once everything has been used does not become more."""
    third = len(rounds) // 3
    middle, last = rounds[third : 2 * third], rounds[2 * third :]
    held = [quantiles([entry.held.memory for entry in part], n=10)[0] for part in (middle, last)]
    usual = [median(entry.held.memory for entry in part) for part in (middle, last)]
    files = [min(entry.held.files for entry in part) for part in (middle, last)]
    times = [reply.seconds * 1000 for entry in rounds for reply in entry.replies]
    told = "%s rounds, %s questions, median %.0f ms, p95 %.0f ms"
    _log.info(told, len(rounds), len(times), median(times), quantiles(times, n=20)[-1])
    for number in range(0, len(rounds), max(1, third // 4)):
        _log.info("round %s: %s", number, rounds[number].held)
    _log.info("last: %s; memory, lowest tenth %s, median %s; files %s", rounds[-1].held, held, usual, files)
    assert held[1] < held[0] * GROWTH
    assert files[1] <= files[0] + FILES


@pytest.mark.long
def test_nothing_grows(tmp_path: Path) -> None:
    """Every question is answered, every document found while it is there and not after, and nothing is kept of it."""
    asked = cycle(questions(1))
    rounds: list[Round] = []
    with serving(tmp_path) as server:
        end = monotonic() + MINUTES * 60
        while monotonic() < end or len(rounds) < FEWEST:
            own = list(islice(asked, CLIENTS * QUESTIONS))
            rounds.append(asyncio.run(one_round(server, len(rounds), own)))
            sleep(PAUSE)
        assert {reply.status for entry in rounds for reply in entry.replies} == {200}
    check_no_growth(rounds)
