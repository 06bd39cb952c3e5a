"""Whether a generation is as it was written: a quick look whenever it is opened, and a thorough one on demand."""

import sqlite3
from pathlib import Path

from ingest.plan import file_digest
from retrieval.errors import IndexUnusableError
from retrieval.index.legs.protocol import Keeping
from retrieval.index.manifest import Manifest, damaged, read_manifest
from retrieval.index.places import STORE
from retrieval.index.write import connect_for_reading

COUNTED = ("documents", "passages", "figures")
READ_ON_OPENING = 300_000_000
"""Bytes of a generation that are read through whenever it is opened, smallest file first: about 0.2 s of work."""


def check_on_opening(generation: Path, manifest: Manifest) -> None:
    """See that every file is there with its size, and that the bytes of all but the largest are what was written.

    Raises IndexUnusableError("damaged"), naming the file.
    """
    left = READ_ON_OPENING
    for name, mark in sorted(manifest.files.items(), key=lambda item: item[1].size):
        left -= mark.size
        _check_file(generation, name, manifest, read=left >= 0)


def check_bytes(generation: Path) -> Manifest:
    """See that every byte is what was written; returns the manifest.

    Raises IndexUnusableError: "damaged", naming the file, or "other_format".
    """
    manifest = read_manifest(generation)
    for name in manifest.files:
        _check_file(generation, name, manifest, read=True)
    return manifest


def check_thoroughly(generation: Path, keeping: Keeping) -> Manifest:
    """See that every byte is what was written, and that the parts agree; returns the manifest.

    Raises IndexUnusableError: "damaged", naming the file, or "other_format".
    """
    manifest = check_bytes(generation)
    check_counts(generation, keeping)
    connection = connect_for_reading(generation / STORE)
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise _damaged(generation, STORE) from error
    finally:
        connection.close()
    if verdict != "ok":
        raise _damaged(generation, STORE)
    return manifest


def check_counts(generation: Path, keeping: Keeping) -> None:
    """See that the store and both legs hold the same passages. Raises IndexUnusableError("damaged")."""
    manifest = read_manifest(generation)
    connection = connect_for_reading(generation / STORE)
    try:
        counts = {name: count(connection, name) for name in COUNTED}
    except sqlite3.DatabaseError as error:
        raise _damaged(generation, STORE) from error
    finally:
        connection.close()
    if any(counts[name] != getattr(manifest, name) for name in COUNTED):
        raise _damaged(generation, STORE)
    for leg in keeping.open(generation):
        held = len(leg)
        leg.close()
        if held != manifest.passages:
            raise _damaged(generation, keeping.name)


def count(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table of the store has."""
    (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 — fixed names
    return int(rows)


def _check_file(generation: Path, name: str, manifest: Manifest, *, read: bool) -> None:
    path, mark = generation / name, manifest.files[name]
    try:
        whole = path.stat().st_size == mark.size and (not read or file_digest(path) == mark.sha256)
    except OSError as error:
        raise _damaged(generation, name) from error
    if not whole:
        raise _damaged(generation, name)


def _damaged(generation: Path, what: str) -> IndexUnusableError:
    return damaged(generation.parent.parent, what)
