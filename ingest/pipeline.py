"""The files of a folder → what is kept of each, read by as many processes as there are cores.

A collection may be far larger than memory: a file is opened by the process that reads it, only what `keep` makes of
its document comes back, and no more than a few files a core are under way at once.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from os import cpu_count
from typing import Any, Generic, TypeAlias, TypeVar

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.folder import File, Listing, Outcome, Status, failed, no_access
from ingest.read import read_document
from ingest.summary import Summary, summary_of

_log = logging.getLogger(__name__)

IN_PROCESS_BYTES = 20_000
"""Below this much new text in all, starting worker processes costs more than it saves."""
AHEAD = 4
"""How many files a process are under way or waiting to be taken: bounds memory, and evens out long files."""

Kept = TypeVar("Kept")
Keep = Callable[[Document], Kept]
"""What is made of a document where it was read, so that only that is sent back. Runs in the worker processes."""
Progress = Callable[[str, int, int], None]
"""Called with (source, files done, files in all)."""
Result: TypeAlias = tuple[Summary, Kept] | UnreadableFileError


def read_listed(listing: Listing, keep: Keep[Kept], progress: Progress) -> Iterator[tuple[Outcome, Kept | None]]:
    """Every outcome of a listing, with what is kept of the documents that were read, in the order of their names.

    One bad file never stops the others.
    """
    yield from ((outcome, None) for outcome in listing.outcomes)
    bad: dict[str, UnreadableFileError] = {}
    for done, (file, result) in enumerate(_read_all(listing.todo, keep), 1):
        if isinstance(result, UnreadableFileError):
            bad[file.digest] = result
            yield failed(file.source, result), None
        else:
            summary, kept = result
            yield Outcome(file.source, file.status, file.digest, summary), kept
        progress(file.source, done, len(listing.todo))
    yield from ((_copy(file, bad.get(file.digest)), None) for file in listing.copies)


def _copy(file: File, error: UnreadableFileError | None) -> Outcome:
    """A file whose content stands under another name as well fares as that one did."""
    return failed(file.source, error) if error else Outcome(file.source, Status.UNCHANGED, file.digest)


def _read_all(files: Sequence[File], keep: Keep[Kept]) -> Iterator[tuple[File, Result[Kept]]]:
    """Each file as it is read. Worker processes are started from the main thread alone: others may not fork safely."""
    small = len(files) < 2 or sum(file.size for file in files) < IN_PROCESS_BYTES
    if small or threading.current_thread() is not threading.main_thread():
        attempt = _Attempt(keep)
        yield from ((file, attempt(file)) for file in files)
    else:
        yield from _read_apart(files, keep)


def _read_apart(files: Sequence[File], keep: Keep[Kept]) -> Iterator[tuple[File, Result[Kept]]]:
    """Each file as a worker process has read it; when one takes its process down, those under way are read alone."""
    waiting, under_way = deque(files), deque[tuple[File, "Future[Result[Kept]]"]]()
    while waiting:
        try:
            with _workers(min(len(waiting), cpu_count() or 1), keep) as pool:
                yield from _in_order(pool, waiting, under_way)
        except BrokenProcessPool:
            for file, _ in under_way:
                yield file, _read_alone(file, keep)
            under_way.clear()


def _in_order(
    pool: ProcessPoolExecutor, waiting: deque[File], under_way: deque[tuple[File, "Future[Result[Kept]]"]]
) -> Iterator[tuple[File, Result[Kept]]]:
    most = AHEAD * (cpu_count() or 1)
    while waiting or under_way:
        while waiting and len(under_way) < most:
            under_way.append((waiting[0], pool.submit(_attempt_here, waiting[0])))
            waiting.popleft()
        file, future = under_way[0]
        result = future.result()
        under_way.popleft()
        yield file, result


def _read_alone(file: File, keep: Keep[Kept]) -> Result[Kept]:
    with _workers(1, keep) as pool:
        try:
            result: Result[Kept] = pool.submit(_attempt_here, file).result()
        except BrokenProcessPool:
            return _unexpected("prosessen stoppet")
    return result


class _Attempt(Generic[Kept]):
    """Reads one file and keeps of it what is wanted."""

    def __init__(self, keep: Keep[Kept]) -> None:
        self._keep = keep

    def __call__(self, file: File) -> Result[Kept]:
        """What no reader foresaw is logged and named, and stops nothing but that file."""
        try:
            document = read_document(file.path.read_bytes(), file.source)
            return summary_of(document), self._keep(document)
        except UnreadableFileError as error:
            return error
        except OSError as error:
            return no_access(error)
        except Exception as error:  # noqa: BLE001 — one bad file never stops the others
            _log.exception("%s could not be read", file.source)
            return _unexpected(type(error).__name__)


_attempt: _Attempt[Any] | None = None


def _workers(count: int, keep: Keep[Kept]) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, initializer=_start, initargs=(keep,))


def _start(keep: Keep[object]) -> None:
    global _attempt
    _attempt = _Attempt(keep)


def _attempt_here(file: File) -> Result[Any]:
    if _attempt is None:
        raise RuntimeError("this process was not started by `_workers`")
    return _attempt(file)


def _unexpected(reason: str) -> UnreadableFileError:
    return UnreadableFileError(
        "unexpected",
        f"Filen kunne ikke leses på grunn av en feil i programmet ({reason}). "
        "Prøv å lagre den på nytt fra kilden; hjelper ikke det, meld fra om feilen.",
    )
