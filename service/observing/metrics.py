"""Metrics in the Prometheus text format."""

from collections.abc import Iterator
from contextlib import suppress

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60)
"""Bounds of the histogram: a question takes hundredths of a second, the reading of a long document many seconds."""
COUNTED = ("documents", "passages", "figures")


class Metrics:
    """What one service has counted since it was started. Labels are routes, statuses and codes, never addresses."""

    def __init__(self, engine: Engine) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "kildesvar_requests", "Requests answered.", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "kildesvar_request_seconds", "Time to answer.", ("route",), buckets=SECONDS, registry=self._registry
        )
        self._errors = Counter(
            "kildesvar_errors", "Errors answered, by their code.", ("code",), registry=self._registry
        )
        self.in_flight = Gauge("kildesvar_requests_in_flight", "Requests being answered now.", registry=self._registry)
        self._registry.register(_OfIndex(engine))

    def count(self, route: str, status: int, seconds: float, code: str | None) -> None:
        """Count an answered request; `code` is the error it was answered with, None when with none."""
        self._requests.labels(route, status).inc()
        self._seconds.labels(route).observe(seconds)
        if code is not None:
            self._errors.labels(code).inc()

    def text(self) -> bytes:
        """All of it as Prometheus reads it."""
        return generate_latest(self._registry)


class _OfIndex(Collector):
    """The generation in use, where there is one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """What is counted in the index, and which generation it is."""
        with suppress(IndexUnusableError):
            with self._engine.reading() as answerer:
                manifest, generation = answerer.index.manifest, int(answerer.index.generation.name)
            for name in COUNTED:
                yield GaugeMetricFamily(f"kildesvar_{name}", f"The index's {name}.", getattr(manifest, name))
            yield GaugeMetricFamily("kildesvar_index_generation", "The number of the generation in use.", generation)
