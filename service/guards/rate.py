"""How often one machine may ask: a bucket of tokens for each, which fills again evenly."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from threading import Lock
from time import monotonic

from fastapi import Request

from service.errors import ServiceError

LIMITED = "/api/"
"""What is limited; the page's own files are many and cost nothing."""
MOST_BUCKETS = 10_000
"""Above this many machines, those whose buckets are full again are forgotten."""


@dataclass(slots=True)
class _Bucket:
    """What is left, and when that was so."""

    tokens: float
    at: float


class RateLimit:
    """Refuses a machine that asks more often than so many times a minute, in bursts of as many at most."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = monotonic) -> None:
        self._most = float(per_minute)
        self._a_second = per_minute / 60
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}
        self._lock = Lock()

    def __call__(self, request: Request) -> None:
        """Raise ServiceError("too_often"), with the seconds to wait, when the machine's bucket is empty."""
        if request.scope["path"].startswith(LIMITED):
            wait = self._take(request.client.host if request.client else "")
            if wait:
                message = f"Det kommer for mange forespørsler fra denne maskinen. Prøv igjen om {wait} sekunder."
                raise ServiceError(429, "too_often", message, {"Retry-After": str(wait)})

    def _take(self, machine: str) -> int:
        """Take a token; the whole seconds until there is one when there is none, else 0."""
        now = self._clock()
        with self._lock:
            if len(self._buckets) >= MOST_BUCKETS:
                self._forget_full(now)
            bucket = self._buckets.setdefault(machine, _Bucket(self._most, now))
            bucket.tokens, bucket.at = self._tokens(bucket, now), now
            if bucket.tokens < 1:
                return ceil((1 - bucket.tokens) / self._a_second)
            bucket.tokens -= 1
            return 0

    def _forget_full(self, now: float) -> None:
        self._buckets = {name: held for name, held in self._buckets.items() if self._tokens(held, now) < self._most}

    def _tokens(self, bucket: _Bucket, now: float) -> float:
        return min(self._most, bucket.tokens + (now - bucket.at) * self._a_second)
