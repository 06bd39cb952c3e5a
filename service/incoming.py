"""A file somebody sends, on its way into the folder: its name, its size, and that it appears there whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import mkstemp
from typing import BinaryIO
from unicodedata import normalize

from ingest.readers import SUFFIXES
from service.errors import ServiceError
from service.guards.sizes import grouped

LONGEST_NAME = 200
"""Bytes of a file name; file systems take 255."""
_PIECE = 1_000_000


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it is sent: its name as given, and its content to be read once."""

    name: str | None
    content: BinaryIO

    @property
    def shown(self) -> str:
        """The name as it can be shown, whatever it holds."""
        return "".join(character if character.isprintable() else "\ufffd" for character in self.name or "")


def safe_name(name: str | None) -> str:
    """The last part of a given file name, when it is one a document can have.

    Raises ServiceError: "bad_name", or "unknown_kind" for a kind of file that cannot be read.
    """
    bare = normalize("NFC", PurePath((name or "").replace("\\", "/")).name.strip())
    if not bare or bare.startswith(".") or not bare.isprintable() or len(bare.encode()) > LONGEST_NAME:
        raise ServiceError(400, "bad_name", "Filnavnet kan ikke brukes. Gi filen et enkelt navn og prøv igjen.")
    if not bare.casefold().endswith(SUFFIXES):
        kinds = ", ".join(SUFFIXES)
        raise ServiceError(415, "unknown_kind", f"Filer av denne typen kan ikke leses. Bruk {kinds}.")
    return bare


@contextmanager
def laid_aside(content: BinaryIO, folder: Path, largest: int) -> Iterator[Path]:
    """The content in a hidden file of the folder, which is gone afterwards unless it was moved.

    Raises ServiceError("file_too_large") for more than so many bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=".", suffix=".incoming", dir=folder)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            _copy(content, out, largest)
        yield aside
    finally:
        aside.unlink(missing_ok=True)


def put_in_place(aside: Path, target: Path) -> None:
    """Give a file its name, unless another has it: then ServiceError("name_taken"). It appears there whole."""
    try:
        target.touch(mode=0o644, exist_ok=False)
    except FileExistsError as error:
        message = f"Det finnes alt et dokument med navnet «{target.name}». Gi filen et annet navn."
        raise ServiceError(409, "name_taken", message) from error
    aside.chmod(0o644)
    aside.replace(target)


def _copy(content: BinaryIO, out: BinaryIO, largest: int) -> None:
    copied = 0
    while piece := content.read(_PIECE):
        copied += len(piece)
        if copied > largest:
            most = grouped(largest)
            raise ServiceError(413, "file_too_large", f"Filen er for stor. Den kan ikke være på mer enn {most} byte.")
        out.write(piece)
