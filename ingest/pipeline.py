"""A folder → the documents that changed, read in parallel."""

import logging
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from os import cpu_count
from pathlib import Path

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.read import digest_of, read_document
from ingest.readers import SUFFIXES

_log = logging.getLogger(__name__)

Result = Document | UnreadableFileError

IN_PROCESS_BYTES = 20_000
"""Below this much new text in all, starting worker processes costs more than it saves."""


class Status(StrEnum):
    """What became of one file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file's fate: its name relative to the folder, and the document or the reason there is none.

    `code` and `message` are those of the UnreadableFileError where the status is FAILED.
    """

    source: str
    status: Status
    digest: str | None = None
    document: Document | None = None
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A file the index already holds."""

    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the folder with its content."""

    source: str
    data: bytes
    digest: str


def files_of(folder: Path) -> list[Path]:
    """The files of a folder and its subfolders by name, hidden ones left out; none when the folder is missing."""
    return sorted(
        path
        for path in (folder.rglob("*") if folder.is_dir() else ())
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def read_folder(folder: Path, known: Collection[Known], progress: Callable[[str, int, int], None]) -> list[Outcome]:
    """Read every file of a folder that is not known already, subfolders included, hidden files left out.

    A file of a known digest is UNCHANGED under whatever name it has; so is a second file of the same content.
    A known source with other content is CHANGED. A known source that is no longer there, and whose content stands
    under no other name, is REMOVED. `progress` is called with (source, files done, files in all). One bad file never
    stops the others. Raises UnreadableFileError("empty_folder") when the folder is missing or holds no file at all.
    """
    paths = files_of(folder)
    if not paths:
        raise _empty_folder(folder)
    files, outcomes = _opened(folder, paths)
    seen = {entry.digest for entry in known}
    todo: list[_File] = []
    copies: list[_File] = []
    for file in files:
        (copies if file.digest in seen else todo).append(file)
        seen.add(file.digest)
    present = {path.relative_to(folder).as_posix() for path in paths}
    digests = {file.digest for file in files}
    outcomes += [
        Outcome(entry.source, Status.REMOVED, entry.digest)
        for entry in known
        if entry.source not in present and entry.digest not in digests
    ]
    sources = {entry.source for entry in known}
    failed: dict[str, UnreadableFileError] = {}
    for done, (file, result) in enumerate(_read_all(todo), 1):
        if isinstance(result, UnreadableFileError):
            failed[file.digest] = result
            outcomes.append(_failed(file.source, result))
        else:
            status = Status.CHANGED if file.source in sources else Status.NEW
            outcomes.append(Outcome(file.source, status, file.digest, result))
        progress(file.source, done, len(todo))
    outcomes += [_copy(file, failed) for file in copies]
    return sorted(outcomes, key=lambda outcome: outcome.source)


def _opened(folder: Path, paths: Collection[Path]) -> tuple[list[_File], list[Outcome]]:
    """Every file's content, and the outcomes of those that could not be opened."""
    files: list[_File] = []
    outcomes: list[Outcome] = []
    for path in paths:
        source = path.relative_to(folder).as_posix()
        try:
            data = path.read_bytes()
            source.encode()
        except UnicodeEncodeError:
            shown = source.encode(errors="replace").decode()
            outcomes.append(_failed(shown, _bad_name()))
        except OSError as error:
            outcomes.append(_failed(source, _no_access(error)))
        else:
            files.append(_File(source, data, digest_of(data)))
    return files, outcomes


def _failed(source: str, error: UnreadableFileError) -> Outcome:
    return Outcome(source, Status.FAILED, code=error.code, message=error.message)


def _copy(file: _File, failed: Mapping[str, UnreadableFileError]) -> Outcome:
    """A file whose content is known, or stands under another name as well: it fares as that one did."""
    error = failed.get(file.digest)
    return _failed(file.source, error) if error else Outcome(file.source, Status.UNCHANGED, file.digest)


def _read_all(todo: list[_File]) -> Iterator[tuple[_File, Result]]:
    """Each file as it is read. Worker processes are started from the main thread alone: others may not fork safely."""
    small = len(todo) < 2 or sum(len(file.data) for file in todo) < IN_PROCESS_BYTES
    if small or threading.current_thread() is not threading.main_thread():
        yield from ((file, _attempt(file)) for file in todo)
    else:
        yield from _read_apart(todo)


def _read_apart(todo: list[_File]) -> Iterator[tuple[_File, Result]]:
    """Each file as a worker process has read it; when one takes its process down, the rest are read one by one."""
    left = {file.source: file for file in sorted(todo, key=lambda file: -len(file.data))}
    with suppress(BrokenProcessPool), ProcessPoolExecutor(min(len(todo), cpu_count() or 1)) as workers:
        futures: dict[Future[Result], _File] = {workers.submit(_attempt, file): file for file in left.values()}
        for future in as_completed(futures):
            result = future.result()
            yield left.pop(futures[future].source), result
    for file in left.values():
        with ProcessPoolExecutor(1) as worker:
            try:
                yield file, worker.submit(_attempt, file).result()
            except BrokenProcessPool:
                yield file, _unexpected("prosessen stoppet")


def _attempt(file: _File) -> Result:
    """Read one file. What no reader foresaw is logged and named, and stops nothing but that file."""
    try:
        return read_document(file.data, file.source)
    except UnreadableFileError as error:
        return error
    except Exception as error:  # noqa: BLE001 — one bad file never stops the others
        _log.exception("%s could not be read", file.source)
        return _unexpected(type(error).__name__)


def _empty_folder(folder: Path) -> UnreadableFileError:
    kinds = ", ".join(SUFFIXES)
    message = f"Mappen «{folder}» finnes ikke eller er tom. Legg dokumenter ({kinds}) i den og prøv igjen."
    return UnreadableFileError("empty_folder", message)


def _no_access(error: OSError) -> UnreadableFileError:
    return UnreadableFileError(
        "no_access", f"Filen kan ikke åpnes ({error.strerror}). Sjekk at du har lesetilgang til den."
    )


def _bad_name() -> UnreadableFileError:
    return UnreadableFileError("bad_name", "Filnavnet er ikke gyldig UTF-8. Gi filen et nytt navn og prøv igjen.")


def _unexpected(reason: str) -> UnreadableFileError:
    return UnreadableFileError(
        "unexpected",
        f"Filen kunne ikke leses på grunn av en feil i programmet ({reason}). "
        "Prøv å lagre den på nytt fra kilden; hjelper ikke det, meld fra om feilen.",
    )
