"""What stands in a folder of documents beside what an index holds: told by content, not by name."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ingest.errors import UnreadableFileError
from ingest.readers import SUFFIXES
from ingest.summary import Summary


class Status(StrEnum):
    """What became of one file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file's fate: its name relative to the folder, and what was read of it or the reason there is nothing.

    `code` and `message` are those of the UnreadableFileError where the status is FAILED.
    """

    source: str
    status: Status
    digest: str | None = None
    summary: Summary | None = None
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A file the index already holds."""

    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of the folder: its name relative to it, its content's SHA-256, and its size in bytes.

    `status` is what it will be once it is read: NEW or CHANGED.
    """

    source: str
    path: Path
    digest: str
    size: int
    status: Status


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder beside an index: the files to read, their copies, and the outcomes that are plain without reading."""

    todo: tuple[File, ...]
    copies: tuple[File, ...]
    outcomes: tuple[Outcome, ...]


def files_of(folder: Path) -> list[Path]:
    """The files of a folder and its subfolders by name, hidden ones left out; none when the folder is missing."""
    return sorted(
        path
        for path in (folder.rglob("*") if folder.is_dir() else ())
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def list_folder(folder: Path, known: Collection[Known]) -> Listing:
    """Tell what must be read of a folder, subfolders included, hidden files left out.

    A file of a known digest is UNCHANGED under whatever name it has. A known source with other content is to be read
    and will be CHANGED. A known source that is no longer there, and whose content stands under no other name, is
    REMOVED. Of several new files with the same content the first is to be read and the others are its copies. Raises
    UnreadableFileError("empty_folder") when the folder is missing or holds no file at all.
    """
    paths = files_of(folder)
    if not paths:
        raise _empty_folder(folder)
    sources = {entry.source for entry in known}
    digests = {entry.digest for entry in known}
    found = [_opened(path, path.relative_to(folder).as_posix(), sources) for path in paths]
    files = [file for file in found if isinstance(file, File)]
    outcomes = [outcome for outcome in found if isinstance(outcome, Outcome)]
    outcomes += [Outcome(file.source, Status.UNCHANGED, file.digest) for file in files if file.digest in digests]
    outcomes += _removed(known, {path.relative_to(folder).as_posix() for path in paths}, files)
    first: dict[str, File] = {}
    fresh = [file for file in files if file.digest not in digests]
    copies = [file for file in fresh if first.setdefault(file.digest, file) is not file]
    return Listing(tuple(first.values()), tuple(copies), tuple(outcomes))


def _removed(known: Collection[Known], present: Collection[str], files: Iterable[File]) -> list[Outcome]:
    held = {file.digest for file in files}
    return [
        Outcome(entry.source, Status.REMOVED, entry.digest)
        for entry in known
        if entry.source not in present and entry.digest not in held
    ]


def _opened(path: Path, source: str, known: Collection[str]) -> File | Outcome:
    """A file with its digest, or the outcome of one that cannot be opened."""
    try:
        source.encode()
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        size = path.stat().st_size
    except UnicodeEncodeError:
        return failed(source.encode(errors="replace").decode(), _bad_name())
    except OSError as error:
        return failed(source, no_access(error))
    return File(source, path, digest, size, Status.CHANGED if source in known else Status.NEW)


def failed(source: str, error: UnreadableFileError) -> Outcome:
    """The outcome of a file that cannot be read."""
    return Outcome(source, Status.FAILED, code=error.code, message=error.message)


def no_access(error: OSError) -> UnreadableFileError:
    """What is told of a file that the system does not give out."""
    return UnreadableFileError(
        "no_access", f"Filen kan ikke åpnes ({error.strerror}). Sjekk at du har lesetilgang til den."
    )


def _empty_folder(folder: Path) -> UnreadableFileError:
    kinds = ", ".join(SUFFIXES)
    message = f"Mappen «{folder}» finnes ikke eller er tom. Legg dokumenter ({kinds}) i den og prøv igjen."
    return UnreadableFileError("empty_folder", message)


def _bad_name() -> UnreadableFileError:
    return UnreadableFileError("bad_name", "Filnavnet er ikke gyldig UTF-8. Gi filen et nytt navn og prøv igjen.")
