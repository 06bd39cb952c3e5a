"""The side of the process that reads: one file after another, within limits that the kernel holds it to."""

import pickle
import resource
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from math import ceil
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.limited.limits import Limits, too_heavy, too_much, unexpected
from ingest.summary import Summary, summary_of

_WORN = 4
"""A process that has used this share of its memory has too little left, in pieces, to be trusted with another file."""

_AT_START = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read by a function, named «module:function», of its path and its source.

    `keep` is the packed function that makes of the document what is sent back.
    """

    reader: str
    path: Path
    source: str
    keep: bytes
    limits: Limits
    seconds: float


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a task, None when the process ended without saying. After the `last` no more is done.

    `fault` is the trace of an error that no reader foresaw.
    """

    result: tuple[Summary, Any] | UnreadableFileError | None
    fault: str | None = None
    last: bool = False


def main() -> None:
    """Read what is asked for over the pipe whose number is the last argument, until it is closed."""
    with Connection(int(sys.argv[-1])) as pipe:
        last = False
        while not last:
            try:
                task: Task = pipe.recv()
                packed, last = _performed(task)
                pipe.send_bytes(packed)
            except (EOFError, OSError):  # nobody asks any more
                return


def _performed(task: Task) -> tuple[bytes, bool]:
    """The packed reply to a task, and whether it is the last one of this process."""
    _confine(task)
    try:
        reply = _reply(task)
        packed = pickle.dumps(reply, pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        reply = Reply(too_heavy(task.limits.memory), last=True)
        packed = pickle.dumps(reply)
    if len(packed) > task.limits.result:
        reply = Reply(too_much(task.limits.result), last=True)
        packed = pickle.dumps(reply)
    return packed, reply.last


def _confine(task: Task) -> None:
    """Hold this process to the limits of its next task; whatever is under way, the kernel ends it when time is up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_AS, task.limits.memory)
    _limit(resource.RLIMIT_CPU, ceil(used.ru_utime + used.ru_stime + task.seconds))
    _limit(resource.RLIMIT_CORE, 0)


def _limit(kind: int, most: int) -> None:
    """Set a limit, or leave the one that this process was started with when it is stricter."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _reply(task: Task) -> Reply:
    """Read one file. What no reader foresaw is named with its trace, and stops nothing but that file."""
    module, _, function = task.reader.partition(":")
    try:
        document: Document = getattr(import_module(module), function)(task.path, task.source)
        result = summary_of(document), _keeper(task.keep)(document)
    except UnreadableFileError as error:
        return Reply(error, last=_worn(task))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 — one bad file never stops the others
        return Reply(unexpected(type(error).__name__), traceback.format_exc(), last=True)
    return Reply(result, last=_worn(task))


@lru_cache(maxsize=1)
def _keeper(packed: bytes) -> Callable[[Document], Any]:
    """The function that keeps, unpacked once for all the files of an ingestion."""
    keep: Callable[[Document], Any] = pickle.loads(packed)  # noqa: S301 — from the process that started this one
    return keep


def _worn(task: Task) -> bool:
    """Whether much memory was used. A process that has used none yet shows what the one that started it had."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most > _AT_START and most * 1024 * _WORN > task.limits.memory
