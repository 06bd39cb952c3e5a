"""One made collection measured: read, opened and asked, with plain BM25 over naive chunks of the same beside it."""

import resource
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from eval.bench.made import MadeQuestion, make_collection
from eval.peers.chunks import chunks_of
from eval.peers.rankers import bm25
from retrieval.answer import Answerer
from retrieval.encoder import load_encoder
from retrieval.engine import Engine
from retrieval.index.scope import Filter
from retrieval.update import update_index

ASKED = 60
"""How many questions are asked; one more goes before them and is not counted."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a collection of so many passages cost: seconds, milliseconds a question (median, 95th), bytes.

    `right` is the share of questions whose first figure is the right one. `memory` is the most this process has held
    so far. `bm25` is what ranking alone took plain BM25, without an answer.
    """

    passages: int
    reading: float
    reading_cpu: float
    opening: float
    asking: tuple[float, float]
    asking_cpu: tuple[float, float]
    right: float
    memory: int
    disk: int
    bm25: tuple[float, float]


def measure(passages: int, folder: Path) -> Measured:
    """Make, read and ask a collection of so many passages in an empty folder."""
    questions = make_collection(folder / "documents", passages)
    encoder = load_encoder(None)
    engine = Engine(folder / "index", None)
    wall, cpu = perf_counter(), _cpu()
    update_index(folder / "documents", folder / "index", encoder, engine.analyzer, lambda *_: None)
    reading, reading_cpu = perf_counter() - wall, _cpu() - cpu
    start = perf_counter()
    answerer = engine.answerer()
    opening = perf_counter() - start
    chosen = Random(1).sample(questions, min(ASKED, len(questions)))  # noqa: S311 — nothing secret
    right = sum(_is_right(answerer, question) for question in chosen) / len(chosen)
    fresh = Engine(folder / "index", None).answerer()
    walls, cpus = timed(lambda text: fresh.ask(text, [], Filter(), 5), [item.question for item in chosen])
    rank = bm25(chunks_of(answerer.index))
    return Measured(
        passages=answerer.index.manifest.passages,
        reading=reading,
        reading_cpu=reading_cpu,
        opening=opening,
        asking=spread(walls),
        asking_cpu=spread(cpus),
        right=right,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        disk=sum(path.stat().st_size for path in answerer.index.generation.rglob("*") if path.is_file()),
        bm25=spread(timed(lambda text: rank([text]), [item.question for item in chosen])[0]),
    )


def timed(ask: Callable[[str], object], questions: Sequence[str]) -> tuple[list[float], list[float]]:
    """Milliseconds of wall clock and of processor for each question, after one that is not counted."""
    ask(questions[0])
    walls, cpus = [], []
    for question in questions:
        wall, cpu = perf_counter(), process_time()
        ask(question)
        walls.append((perf_counter() - wall) * 1000)
        cpus.append((process_time() - cpu) * 1000)
    return walls, cpus


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2], ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]


def _is_right(answerer: Answerer, question: MadeQuestion) -> bool:
    figures = answerer.ask(question.question, [], Filter(), 5).figures
    return bool(figures) and figures[0].ranked.figure.amount == question.value


def _cpu() -> float:
    """Processor seconds of this process and of those it has waited for."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
