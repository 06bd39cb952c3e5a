"""What goes wrong while an index is written, in words for people: nothing there was before is lost by it."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from retrieval.errors import IndexUnusableError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LOCKED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_CLOSE_TO_FULL = 1_000_000
_BEFORE = "Den forrige indeksen, hvis det finnes en, er uendret."


@contextmanager
def writable(index: Path) -> Iterator[None]:
    """Turn what the system or an engine says while it writes into an IndexUnusableError: "disk_full", "not_writable".

    The engines tell of a full disk in their own ways (SQLite by a code, tantivy and FAISS by a sentence), so the
    space that is left decides where there is no error number.
    """
    try:
        yield
    except (OSError, sqlite3.Error, RuntimeError, ValueError) as error:
        raise _named(index, error) from error


def _named(index: Path, error: Exception) -> Exception:
    number = getattr(error, "errno", None)
    if number in _FULL or getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or _is_full(index):
        message = f"Det er ikke plass til indeksen i «{index}». Frigjør plass på disken og prøv igjen. {_BEFORE}"
        return IndexUnusableError("disk_full", message)
    if isinstance(error, OSError | sqlite3.OperationalError) or "os error" in str(error).lower():
        why = getattr(error, "strerror", None) or str(error)
        remedy = "Sjekk at du har skrivetilgang dit" if number in _LOCKED else "Sjekk disken"
        message = f"Indeksen i «{index}» kan ikke skrives ({why}). {remedy} og prøv igjen. {_BEFORE}"
        return IndexUnusableError("not_writable", message)
    return error


def _is_full(index: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(index).free < _CLOSE_TO_FULL
    return False
