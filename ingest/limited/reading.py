"""Files → Documents, each read apart, several at a time, in the order they were asked for."""

import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from os import cpu_count
from pathlib import Path
from time import monotonic
from typing import Any, TypeAlias, TypeVar

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.limited.child import Reply, Task
from ingest.limited.limits import LIMITS, Limits, stopped, too_slow
from ingest.limited.worker import Worker, borrowed, given_back
from ingest.summary import Summary

READER = "ingest.read:read_file"
"""What reads a file, in the process that does it."""

Kept = TypeVar("Kept")
Keep = Callable[[Document], Kept]
"""What is made of a document where it was read, so that only that is sent back."""
Result: TypeAlias = tuple[Summary, Kept] | UnreadableFileError

_AHEAD = 4
"""How many results for each process wait for one before them: all that is held in memory at a time."""

_WORTH = 50_000
"""Bytes to be read that make it worth to start one more process."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file: where it is, its name as given, and its size in bytes."""

    path: Path
    source: str
    size: int


@dataclass(slots=True)
class _Reading:
    """A file under way in a process, to be done before `deadline`."""

    number: int
    task: Task
    worker: Worker
    deadline: float
    again: bool


def read_file(path: Path, source: str, limits: Limits = LIMITS) -> Document:
    """Read one file within limits; safe in any thread. Raises UnreadableFileError, with a sentence for people."""
    ((_, result),) = read_files([FileToRead(path, source, path.stat().st_size)], whole, limits)
    if isinstance(result, UnreadableFileError):
        raise result
    return result[1]


def whole(document: Document) -> Document:
    """Keeps all of a document."""
    return document


def read_files(
    files: Sequence[FileToRead], keep: Keep[Kept], limits: Limits = LIMITS
) -> Iterator[tuple[FileToRead, Result[Kept]]]:
    """Each file with what came of it, in the order given, as soon as it and those before it are done.

    `keep` is sent to the processes that read, so it must be one that can be packed. A file that takes its process
    down, or costs more than it may, ends in an UnreadableFileError of its own and stops no other.
    """
    reading = _Readings(files, pickle.dumps(keep), limits)
    try:
        for number, file in enumerate(files):
            yield file, reading.result(number)
    finally:
        reading.end()


class _Readings:
    """The files under way, and the results that wait for their turn."""

    def __init__(self, files: Sequence[FileToRead], keep: bytes, limits: Limits) -> None:
        self._files = files
        self._keep = keep
        self._limits = limits
        self._waiting = deque(range(len(files)))
        self._under_way: list[_Reading] = []
        self._done: dict[int, Result[Any]] = {}
        worth = 1 + sum(file.size for file in files) // _WORTH
        self._most = min(len(files), cpu_count() or 1, worth)

    def result(self, number: int) -> Result[Any]:
        """What came of that file; the ones before it have been asked for already."""
        while number not in self._done:
            self._fill(number)
            self._collect(wait_for_one=True)
        self._collect(wait_for_one=False)
        self._fill(number)  # so that others are read while this one is put away
        return self._done.pop(number)

    def end(self) -> None:
        """Stop what is under way; nobody asks for it any more."""
        for reading in self._under_way:
            reading.worker.kill()

    def _fill(self, asked: int) -> None:
        """Give every free place a file, as long as results do not pile up behind the one that is asked for."""
        horizon = asked + _AHEAD * self._most
        while self._waiting and len(self._under_way) < self._most and self._waiting[0] < horizon:
            self._start(self._waiting.popleft(), borrowed())

    def _start(self, number: int, worker: Worker, *, again: bool = False) -> None:
        file, limits = self._files[number], self._limits
        task = Task(READER, file.path, file.source, self._keep, limits, limits.seconds_for(file.size))
        worker.give(task)
        self._under_way.append(_Reading(number, task, worker, monotonic() + limits.patience * task.seconds, again))

    def _collect(self, *, wait_for_one: bool) -> None:
        """Take in the results that are there; wait for one, or for the time of a process that hangs to run out."""
        first = min((reading.deadline for reading in self._under_way), default=0.0)
        patience = max(0.0, first - monotonic()) if wait_for_one else 0.0
        ready = wait([reading.worker.pipe for reading in self._under_way], patience)
        for reading in list(self._under_way):
            if reading.worker.pipe in ready:
                self._under_way.remove(reading)
                self._finish(reading, reading.worker.take())
            elif reading.deadline <= monotonic():
                self._under_way.remove(reading)
                reading.worker.kill()
                self._done[reading.number] = too_slow(reading.task.seconds)

    def _finish(self, reading: _Reading, reply: Reply) -> None:
        if reply.fault is not None:
            _log.error("%s could not be read\n%s", reading.task.source, reply.fault)
        if not reply.last:
            given_back(reading.worker)
        if (
            reply.result is None and not reading.again
        ):  # it may have been another's doing: the system's, short of memory
            self._start(reading.number, Worker(), again=True)
        else:
            self._done[reading.number] = reply.result or stopped()
