"""Readers that go wrong in every way a reader can, by the name of the file; others are read as they are."""

import os
import time
from pathlib import Path

from ingest.document import Document
from ingest.read import read_file


def read(path: Path, source: str) -> Document:
    """Read a file, or fail as its name says."""
    fate = _FATES.get(Path(source).name)
    if fate is not None:
        fate()
    return read_file(path, source)


def _crash() -> None:
    os._exit(1)


def _crash_once() -> None:
    mark = Path(os.environ["CRASHED"])
    if not mark.exists():
        mark.touch()
        os._exit(1)


def _fail() -> None:
    raise RecursionError("for dypt")


def _spin() -> None:
    while True:
        pass


def _hang() -> None:
    time.sleep(600)


def _swell() -> None:
    grown = []
    while True:
        grown.append(bytearray(10_000_000))


_FATES = {
    "krasjer.txt": _crash,
    "krasjer en gang.txt": _crash_once,
    "feiler.txt": _fail,
    "spinner.txt": _spin,
    "henger.txt": _hang,
    "sveller.txt": _swell,
}
