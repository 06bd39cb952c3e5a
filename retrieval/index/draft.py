"""The next generation while it is made: begun from the one in use, committed as it grows, gone on with after a stop.

Documents go into the draft's store and are committed every few seconds, so a killed ingestion has lost only the last of
them. The legs, the manifest and the place among the generations come last, when every document is in.
"""

import json
import shutil
import sqlite3
from collections.abc import Collection
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from time import monotonic

from ingest.folder import Known
from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.index.legs import mirror
from retrieval.index.manifest import MadeBy, Manifest, checksums
from retrieval.index.places import STORE, current_generation, generations_of, swap_in
from retrieval.index.prepare import Prepared
from retrieval.index.write import StoreWriter, connect_for_writing, documents_in

ORIGIN = "draft.json"
"""The file that says from what a draft was begun and by what it is made; written when its store is whole."""
COMMIT_AFTER = 5.0
"""Seconds of work that a stop may cost."""


class Draft:
    """The generation after the one in use; the caller holds the index (`writing`).

    With `afresh` nothing of the one in use is kept. Nothing is written before something is added or taken away.
    """

    def __init__(self, index: Path, made_by: MadeBy, *, afresh: bool) -> None:
        self._index = index
        self._made_by = made_by
        self._folder = generations_of(index) / ".draft"
        begun = self._origin()
        self._goes_on = begun is not None and (begun == "" or (not afresh and begun == self._present_name()))
        if self._goes_on:
            self._base = generations_of(index) / begun if begun else None
        else:
            self._base = None if afresh or not self._present_name() else current_generation(index)
        self._committed = monotonic()

    def discard(self) -> None:
        """Throw away what an interrupted run left."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._goes_on = False

    @property
    def goes_on(self) -> bool:
        """Whether an interrupted run had begun it."""
        return self._goes_on

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to finish."""
        return self._goes_on or "_connection" in self.__dict__

    def known(self) -> list[Known]:
        """The documents it holds already."""
        place = self._folder if self._goes_on else self._base
        if place is None:
            return []
        return [Known(source, digest) for source, digest in documents_in(place / STORE)]

    def add(self, prepared: Prepared, replaced: Collection[str] = ()) -> None:
        """Put a document in, and take out those it replaces, in one step."""
        for digest in sorted(replaced):
            self._writer.remove(digest)
        self._writer.add(prepared)
        if monotonic() - self._committed > COMMIT_AFTER:
            self._commit()
            self._connection.execute("BEGIN")

    def remove(self, digest: str) -> None:
        """Take a document out."""
        self._writer.remove(digest)

    def rename(self, digest: str, source: str) -> None:
        """Give a document the name its file has now."""
        self._writer.rename(digest, source)

    def finish(self, encoder: Encoder, analyzer: Analyzer) -> Path:
        """Make it whole and swap it in; returns its folder."""
        self._commit()
        self._connection.execute("BEGIN")
        self._writer.relate(analyzer)
        self._connection.execute("COMMIT")
        mirror(self._connection, self._folder, self._base, encoder)
        counts = {
            name: self._connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 — fixed names
            for name in ("documents", "passages", "figures")
        }
        self.close()
        files = checksums(self._folder, besides=(ORIGIN,))
        Manifest(**asdict(self._made_by), **counts, files=files).write(self._folder)
        (self._folder / ORIGIN).unlink()
        return swap_in(self._index, self._folder)

    def close(self) -> None:
        """Keep what was added so far, to go on from, when it is not finished."""
        connection: sqlite3.Connection | None = self.__dict__.get("_connection")
        if connection is not None:
            if connection.in_transaction:
                self._commit()
            connection.close()
            del self._connection

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        if not self._goes_on:
            self._begin()
        connection = connect_for_writing(self._folder / STORE)
        connection.execute("BEGIN")
        return connection

    @cached_property
    def _writer(self) -> StoreWriter:
        return StoreWriter(self._connection)

    def _begin(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        if self._base is not None:
            shutil.copy2(self._base / STORE, self._folder / STORE)
        origin = {"base": self._base.name if self._base else "", **asdict(self._made_by)}
        (self._folder / ORIGIN).write_text(json.dumps(origin), "utf8")

    def _origin(self) -> str | None:
        """From which generation an interrupted run began what it left: "" is from none, None that nothing is left."""
        try:
            origin = json.loads((self._folder / ORIGIN).read_text("utf8"))
        except (OSError, ValueError):
            return None
        base = str(origin.pop("base", ""))
        return base if origin == asdict(self._made_by) else None

    def _present_name(self) -> str:
        return current_generation(self._index).name if (self._index / "current").exists() else ""

    def _commit(self) -> None:
        self._writer.count()
        self._connection.execute("COMMIT")
        self._committed = monotonic()
