"""A folder → the documents that changed, read in parallel."""

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from enum import StrEnum
from os import cpu_count
from pathlib import Path

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.read import digest_of, read_document
from ingest.readers import SUFFIXES

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


def read_folder(folder: Path, known: Collection[Known], progress: Callable[[str, int, int], None]) -> list[Outcome]:
    """Read every file of a folder that is not known already, subfolders included, hidden files left out.

    A file of a known digest is UNCHANGED under whatever name it has. A known source with other content is CHANGED.
    A known source that is no longer there, and whose content stands under no other name, is REMOVED.
    `progress` is called with (source, files done, files in all). One bad file never stops the others.
    Raises UnreadableFileError("empty_folder") when the folder is missing or holds no file at all.
    """
    paths = _files(folder)
    digests = {entry.digest for entry in known}
    sources = {entry.source for entry in known}
    outcomes: list[Outcome] = []
    todo: list[tuple[str, bytes, str]] = []
    seen: set[str] = set()
    for path in paths:
        source = path.relative_to(folder).as_posix()
        data = _bytes(path, outcomes, source)
        if data is None:
            continue
        digest = digest_of(data)
        if digest in digests or digest in seen:
            outcomes.append(Outcome(source, Status.UNCHANGED, digest))
        else:
            todo.append((source, data, digest))
        seen.add(digest)
    present = {path.relative_to(folder).as_posix() for path in paths}
    outcomes += [
        Outcome(entry.source, Status.REMOVED, entry.digest)
        for entry in known
        if entry.source not in present and entry.digest not in seen
    ]
    for done, (source, result) in enumerate(_read_all(todo), 1):
        outcomes.append(_outcome(source, result, Status.CHANGED if source in sources else Status.NEW))
        progress(source, done, len(todo))
    return sorted(outcomes, key=lambda outcome: outcome.source)


def _files(folder: Path) -> list[Path]:
    found = sorted(
        path
        for path in (folder.rglob("*") if folder.is_dir() else ())
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not found:
        kinds = ", ".join(SUFFIXES)
        message = f"Mappen «{folder}» finnes ikke eller er tom. Legg dokumenter ({kinds}) i den og prøv igjen."
        raise UnreadableFileError("empty_folder", message)
    return found


def _bytes(path: Path, outcomes: list[Outcome], source: str) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"Filen «{source}» kan ikke leses ({error.strerror}). Sjekk at du har lesetilgang til den."
        outcomes.append(Outcome(source, Status.FAILED, code="no_access", message=message))
        return None


def _read_all(todo: list[tuple[str, bytes, str]]) -> Iterator[tuple[str, Document | UnreadableFileError]]:
    if len(todo) < 2 or sum(len(data) for _, data, _ in todo) < IN_PROCESS_BYTES:
        for source, data, _ in todo:
            yield source, _attempt(data, source)
        return
    with ProcessPoolExecutor(max_workers=min(len(todo), cpu_count() or 1)) as workers:
        largest_first = sorted(todo, key=lambda file: -len(file[1]))
        futures: dict[Future[Document | UnreadableFileError], str] = {
            workers.submit(_attempt, data, source): source for source, data, _ in largest_first
        }
        for future in as_completed(futures):
            yield futures[future], future.result()


def _attempt(data: bytes, source: str) -> Document | UnreadableFileError:
    try:
        return read_document(data, source)
    except UnreadableFileError as error:
        return error


def _outcome(source: str, result: Document | UnreadableFileError, status: Status) -> Outcome:
    if isinstance(result, Document):
        return Outcome(source, status, result.digest, result)
    return Outcome(source, Status.FAILED, code=result.code, message=result.message)
