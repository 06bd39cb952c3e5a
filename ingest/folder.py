"""What stands in a folder of documents: its files, and the places in it that cannot be looked into."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import time

from ingest.errors import UnreadableFileError, bad_name, no_access, no_access_to_folder

_RECENT = 2.0
"""Seconds within which a file can be written twice and bear the same time, on the coarsest of file systems."""


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file of a folder. `source` is its path in the folder, `mount` the place where the disk it is on is attached.

    `stamp` is another one whenever the file was written, moved or replaced (size, inode, times of content and of
    change); None when it was written so recently that it may be again and bear the same.
    """

    source: str
    path: Path
    size: int
    stamp: str | None
    mount: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder, by source. `faults` says what is wrong with files and folders that cannot be looked at."""

    files: tuple[FolderFile, ...]
    faults: dict[str, UnreadableFileError]
    unlisted: frozenset[str]
    """The folders that could not be looked into, as paths in the folder («» is the folder itself)."""

    def may_hold(self, source: str) -> bool:
        """Whether a file may stand there for all that could be seen."""
        above = (f"{place}/" if place else "" for place in self.unlisted)
        return source in self.faults or source.startswith(tuple(above))


def list_folder(folder: Path) -> Listing:
    """The files of a folder and its subfolders, hidden ones left out; none when the folder is missing."""
    now, mount_of = time(), cache(_mount_of)
    files: list[FolderFile] = []
    faults: dict[str, UnreadableFileError] = {}
    unlisted: dict[str, str] = {}
    for path in _paths(folder, unlisted):
        source = path.relative_to(folder).as_posix()
        try:
            source.encode()
            status = path.stat()
        except UnicodeEncodeError:
            faults[_shown(source)] = bad_name()
        except OSError as error:
            faults[source] = no_access(error)
        else:
            if stat.S_ISREG(status.st_mode):
                mount = mount_of(path.parent.resolve())
                files.append(FolderFile(source, path, status.st_size, _stamp(status, now), mount))
    faults |= {_shown(place) + "/": no_access_to_folder(reason) for place, reason in unlisted.items()}
    return Listing(tuple(sorted(files, key=lambda file: file.source)), faults, frozenset(unlisted))


def _paths(folder: Path, unlisted: dict[str, str]) -> Iterator[Path]:
    """Everything in a folder that may be a file; the folders that cannot be listed are noted with the reason."""

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            place = Path(error.filename).relative_to(folder).as_posix()
            unlisted[place.removeprefix(".")] = error.strerror or ""

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place) / name for name in names if not name.startswith("."))


def is_there(mount: str) -> bool:
    """Whether a disk is attached there now."""
    return os.path.ismount(mount)


def _mount_of(folder: Path) -> str:
    """Where the disk that a folder is on is attached."""
    while not folder.is_mount() and folder != folder.parent:
        folder = folder.parent
    return str(folder)


def _stamp(status: os.stat_result, now: float) -> str | None:
    if now - max(status.st_mtime, status.st_ctime) < _RECENT:
        return None
    return f"{status.st_size}:{status.st_ino}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def _shown(source: str) -> str:
    """A name whose bytes are no text, with the odd ones replaced."""
    return source.encode(errors="replace").decode()
