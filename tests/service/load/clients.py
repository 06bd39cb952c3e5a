"""Many clients at once, each with a connection of its own, asking one question after the other."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import httpx

from tests.service.load.server import ROOT

PATIENCE = 120.0
"""Seconds a reply may take before the client takes the service for dead."""
AGAIN = 0.05
"""Seconds a client waits when there was no room: less than it is told, so that the service stays crowded."""


def questions(every: int) -> list[str]:
    """Every so many-th of the questions over the sample documents: figures, texts, comparisons, what is not there."""
    rows = (ROOT / "eval" / "questions" / "sample_documents.jsonl").read_text("utf8").splitlines()
    asked = [item["question"] for item in map(json.loads, rows) if "question" in item]
    return asked[::every]


@dataclass(frozen=True)
class Reply:
    """What a client got for a question, and how many seconds it took."""

    client: int
    question: str
    status: int
    seconds: float
    body: dict[str, Any]
    retry_after: str | None


@dataclass(frozen=True)
class Load:
    """What so many clients got."""

    clients: int
    replies: Sequence[Reply]
    seconds: float

    @cached_property
    def answered(self) -> list[Reply]:
        """The replies with an answer."""
        return [reply for reply in self.replies if reply.status == 200]

    @property
    def counts(self) -> list[int]:
        """How many answers each client got, the fewest first."""
        found = Counter(reply.client for reply in self.answered)
        return sorted(found[client] for client in range(self.clients))

    def told(self) -> str:
        """The measures in a line: how many were answered and how many not, and milliseconds of the answered."""
        times = [reply.seconds * 1000 for reply in self.answered]
        return (
            f"{self.clients} clients, {len(self.replies)} requests in {self.seconds:.1f} s, "
            f"{len(self.answered)} answered, median {median(times):.0f} ms, p95 {quantiles(times, n=20)[-1]:.0f} ms, "
            f"a client {self.counts[0]} to {self.counts[-1]}"
        )


def load(address: str, clients: int, answers: int, asked: Sequence[str]) -> Load:
    """Let so many clients ask until they have so many answers together; each begins at another question."""
    start = perf_counter()
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as aside:
        replies = aside.submit(asyncio.run, _all(address, clients, answers, asked)).result()
    return Load(clients, replies, perf_counter() - start)


async def _all(address: str, clients: int, answers: int, asked: Sequence[str]) -> list[Reply]:
    replies: list[Reply] = []
    left = iter(range(answers))
    async with asyncio.TaskGroup() as group:
        for client in range(clients):
            group.create_task(_one(address, client, left, asked, replies))
    return replies


async def _one(address: str, client: int, left: Iterator[int], asked: Sequence[str], replies: list[Reply]) -> None:
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE, verify=False) as http:
        for turn, _ in zip(count(client), left, strict=False):
            while True:
                reply = await ask(http, client, asked[turn % len(asked)])
                replies.append(reply)
                if reply.status != 503:
                    break
                await asyncio.sleep(AGAIN)


async def ask(http: httpx.AsyncClient, client: int, question: str) -> Reply:
    """Ask one question."""
    start = perf_counter()
    response = await http.post("/api/ask", json={"question": question})
    seconds = perf_counter() - start
    body = response.json()
    body.pop("took_ms", None)
    return Reply(client, question, response.status_code, seconds, body, response.headers.get("Retry-After"))
