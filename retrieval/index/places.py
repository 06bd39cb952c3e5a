"""Where generations lie: `current` names the one in use; `generations/NAME/` holds each.

A generation is `store.sqlite`, `lexical/`, `dense.faiss` and `manifest.json`. The next one is made aside and renamed
into its place whole; a reader that has a generation open keeps it.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import IndexUnusableError

STORE = "store.sqlite"
KEPT = 2
"""How many generations stay on disk: the one in use and the one before it."""


def generations_of(index: Path) -> Path:
    """The folder of an index's generations."""
    return index / "generations"


def current_generation(index: Path) -> Path:
    """The folder of the generation in use. Raises IndexUnusableError("no_index") when there is none."""
    try:
        name = (index / "current").read_text("utf8").strip()
    except OSError as error:
        message = f"Det finnes ingen indeks i «{index}». Kjør «kildesvar ingest MAPPE» først."
        raise IndexUnusableError("no_index", message) from error
    return generations_of(index) / name


@contextmanager
def writing(index: Path) -> Iterator[None]:
    """Hold the index for writing. Raises IndexUnusableError("busy") when somebody else does."""
    index.mkdir(parents=True, exist_ok=True)
    with (index / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = "En annen innlesing holder på med denne indeksen. Vent til den er ferdig, og prøv igjen."
            raise IndexUnusableError("busy", message) from error
        yield


def swap_in(index: Path, made: Path) -> Path:
    """Give a finished generation its number, and point `current` at it; returns its folder.

    A rename is atomic: a reader sees the old name or the new one. Generations before the last `KEPT` go.
    """
    generations = generations_of(index)
    finished = made.rename(generations / _next_name(generations))
    aside = index / ".current"
    with aside.open("w", encoding="utf8") as file:
        file.write(finished.name)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(index / "current")
    for path in _numbered(generations)[:-KEPT]:
        shutil.rmtree(path, ignore_errors=True)
    return finished


def _next_name(generations: Path) -> str:
    last = max((int(path.name) for path in _numbered(generations)), default=0)
    return f"{last + 1:06d}"


def _numbered(generations: Path) -> list[Path]:
    return sorted(path for path in generations.iterdir() if path.name.isdigit())
