"""Where generations lie: `current` names the one in use; `generations/NAME/` holds each.

A generation is `store.sqlite`, `lexical/`, `dense.faiss` and `manifest.json`. The next one is made aside and renamed
into its place whole; a reader that has a generation open keeps it. Names are numbers that grow.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from retrieval.errors import IndexUnusableError
from retrieval.index.manifest import NAME as MANIFEST
from retrieval.index.manifest import damaged

STORE = "store.sqlite"
KEPT = 2
"""How many generations stay on disk: the one in use and the one before it."""


def generations_of(index: Path) -> Path:
    """The folder of an index's generations."""
    return index / "generations"


def is_made(index: Path) -> bool:
    """Whether there is an index in a folder, whole or not."""
    return (index / "current").exists()


def current_generation(index: Path) -> Path:
    """The folder of the generation in use.

    Raises IndexUnusableError: "no_index" when there is none, "damaged" when nothing is said that can be one.
    """
    try:
        name = (index / "current").read_text("ascii", "replace").strip()
    except OSError as error:
        message = f"Det finnes ingen indeks i «{index}». Kjør «kildesvar ingest MAPPE» først."
        raise IndexUnusableError("no_index", message) from error
    if not name.isdigit():
        raise damaged(index, "current")
    return generations_of(index) / name


def numbered(index: Path) -> list[Path]:
    """The finished generations, oldest first."""
    folder = generations_of(index)
    return sorted(path for path in (folder.iterdir() if folder.is_dir() else ()) if path.name.isdigit())


def swap_in(index: Path, made: Path, give_up: Callable[[Path], None]) -> Path:
    """Give a finished generation its number, and take it into use; returns its folder. The caller holds the index.

    Everything in it is on the disk before its name is. Generations before the last `KEPT` go, and so do those that
    came after the one in use until now: they were rolled back. `give_up` is told of each before its folder goes.
    """
    for path in [*made.rglob("*"), made]:
        _sync(path)
    for path in _after_the_one_in_use(index):
        _forget(path, give_up)
    last = max((int(path.name) for path in numbered(index)), default=0)
    finished = made.rename(generations_of(index) / f"{last + 1:06d}")
    _sync(finished.parent)
    point_at(index, finished)
    for path in numbered(index)[:-KEPT]:
        _forget(path, give_up)
    return finished


def point_at(index: Path, generation: Path) -> None:
    """Take a generation into use. A rename is atomic: a reader sees the old name or the new one."""
    aside = index / ".current"
    with aside.open("w", encoding="ascii") as file:
        file.write(generation.name)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(index / "current")
    _sync(index)


def roll_back(index: Path) -> Path:
    """Take the generation before the one in use into use again; returns its folder. The caller holds the index.

    Raises IndexUnusableError("no_previous") when there is none.
    """
    name = current_generation(index).name
    earlier = [path for path in numbered(index) if path.name < name]
    if not earlier:
        raise IndexUnusableError("no_previous", "Det finnes ingen tidligere utgave av indeksen å gå tilbake til.")
    point_at(index, earlier[-1])
    return earlier[-1]


def in_use(generation: Path) -> BinaryIO:
    """Mark a generation as being read, for as long as the file returned is open: it is not forgotten meanwhile.

    Raises OSError when it is not there.
    """
    file = (generation / MANIFEST).open("rb")
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def _after_the_one_in_use(index: Path) -> Iterator[Path]:
    with suppress(IndexUnusableError):
        name = current_generation(index).name
        yield from (path for path in numbered(index) if path.name > name)


def _forget(generation: Path, give_up: Callable[[Path], None]) -> None:
    """Remove a generation, unless it is being read or cannot be given up now; the next ingestion tries again."""
    with suppress(OSError, IndexUnusableError):
        with (generation / MANIFEST).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        give_up(generation)
        shutil.rmtree(generation, ignore_errors=True)


def _sync(path: Path) -> None:
    """See to it that a file, or the list of names in a folder, is on the disk and not on its way there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
