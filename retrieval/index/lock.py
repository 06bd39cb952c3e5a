"""One ingestion at a time writes an index; who holds it can be read by the others."""

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import FileIO
from pathlib import Path

from retrieval.errors import IndexUnusableError
from retrieval.index.trouble import writable

_NAME = "lock"


@contextmanager
def writing(index: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the index for writing; the system lets go of it when this process ends, however it ends.

    With `wait`, wait until whoever holds it is done. Else raises IndexUnusableError("busy"), which names the holder.
    Raises IndexUnusableError("not_writable") when nothing can be written there.
    """
    with writable(index):
        index.mkdir(parents=True, exist_ok=True)
        lock = (index / _NAME).open("ab+", buffering=0)
    with lock:
        _take(lock, wait=wait)
        with suppress(OSError):  # a courtesy to whoever must wait; what cannot be written shows soon enough
            _sign(lock)
        yield


def _take(lock: FileIO, *, wait: bool) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError as error:
        message = (
            f"En annen innlesing{_holder(lock)} holder på med denne indeksen. Vent til den er ferdig, og prøv igjen."
        )
        raise IndexUnusableError("busy", message) from error


def _sign(lock: FileIO) -> None:
    lock.truncate(0)
    since = datetime.now().astimezone().strftime("%H.%M")
    holder = {"process": os.getpid(), "machine": socket.gethostname(), "since": since}
    lock.write(json.dumps(holder).encode())


def _holder(lock: FileIO) -> str:
    """Who holds the lock, in words; nothing when that cannot be read, for the holder may be about to sign."""
    lock.seek(0)
    try:
        held = json.loads(lock.read())
        return f" (prosess {held['process']} på «{held['machine']}», siden kl. {held['since']})"
    except (ValueError, KeyError, TypeError):
        return ""
