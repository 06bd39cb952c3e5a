"""Questions asked in several worker processes at once, each with an engine of its own over the same index."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from typing import TypeVar

from eval.items import Item
from eval.run import Ask, Reply, ask_item, in_process
from retrieval.engine import Engine

PAYS_FROM = 150
"""From how many items on starting another process is worth its seconds."""
AT_A_TIME = 8

Made = TypeVar("Made")

_engine: Engine | None = None


def workers_for(items: int) -> int:
    """How many processes to ask so many items with."""
    return min(cpu_count() or 1, 1 + items // PAYS_FROM)


def ask_apart(items: Sequence[Item], index: Path, encoder: str | None, workers: int) -> Iterator[list[Reply]]:
    """The replies to each item in order, from so many worker processes."""
    with engines(index, encoder, workers) as pool:
        yield from pool.map(_ask, items, chunksize=AT_A_TIME)


def ask_threads(items: Sequence[Item], ask: Ask, workers: int) -> Iterator[list[Reply]]:
    """The replies to each item in order, so many asked at once: for a service that answers elsewhere."""
    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(lambda item: ask_item(item, ask), items)


def engines(index: Path, encoder: str | None, workers: int) -> Executor:
    """Processes that each hold an engine over the index; `with_engine` gives it to what runs there."""
    return ProcessPoolExecutor(workers, get_context("spawn"), _start, (index, encoder))


def with_engine(work: Callable[[Engine], Made]) -> Made:
    """Do something with the engine of this worker process."""
    if _engine is None:
        raise RuntimeError("this process was not started by `engines`")
    return work(_engine)


def _start(index: Path, encoder: str | None) -> None:
    """One thread each: the processes share the cores, and threads beyond them only wait for one another."""
    import torch

    global _engine
    torch.set_num_threads(1)
    _engine = Engine(index, encoder)
    _engine.answerer()


def _ask(item: Item) -> list[Reply]:
    return with_engine(lambda engine: ask_item(item, in_process(engine.answerer())))
