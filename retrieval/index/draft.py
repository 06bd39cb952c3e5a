"""The next generation while it is made: begun from the one in use, committed as it grows, gone on with after a stop.

Documents go into the draft's store and are committed every few seconds, so a killed ingestion has lost only the last of
them. The legs, the manifest and the place among the generations come last, when every document is in.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from time import monotonic

from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.legs.protocol import Keeping
from retrieval.index.manifest import MadeBy, Manifest, marks
from retrieval.index.places import STORE, current_generation, generations_of, is_made, swap_in
from retrieval.index.prepare import Prepared
from retrieval.index.trouble import writable
from retrieval.index.verify import COUNTED, check_bytes, check_counts, count
from retrieval.index.write import StoreWriter, connect_for_reading, connect_for_writing, names_in

ORIGIN = "draft.json"
"""The file that says from what a draft was begun and by what it is made; written when its store is whole."""
COMMIT_AFTER = 5.0
"""Seconds of work that a stop may cost."""


class Draft:
    """The generation after the one in use; the caller holds the index (`writing`).

    With `afresh` nothing of the one in use is kept. Nothing is written before something is added or named otherwise.
    Whatever writes raises IndexUnusableError: "disk_full" or "not_writable", and "damaged" when the generation that is
    begun from is not byte for byte what was written.
    """

    def __init__(self, index: Path, made_by: MadeBy, keeping: Keeping = EMBEDDED, *, afresh: bool) -> None:
        self._index = index
        self._made_by = made_by
        self._keeping = keeping
        self._folder = generations_of(index) / ".draft"
        begun = self._origin()
        self._goes_on = begun is not None and (begun == "" or (not afresh and begun == self._present_name()))
        if self._goes_on and not self._is_whole():
            self._goes_on = False
        if self._goes_on:
            self._base = generations_of(index) / begun if begun else None
        else:
            self._base = None if afresh or not self._present_name() else current_generation(index)
        self._committed = monotonic()

    def discard(self) -> None:
        """Throw away what there is of it."""
        self.close()
        self._clear()
        self._goes_on = False

    @property
    def goes_on(self) -> bool:
        """Whether an interrupted run had begun it."""
        return self._goes_on

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to finish."""
        return self._goes_on or "_connection" in self.__dict__

    def known(self) -> dict[str, str]:
        """Every name of the documents it holds already, with their digests; those they are cited by come first."""
        place = self._folder if self._goes_on else self._base
        if place is None:
            return {}
        connect = connect_for_writing if self._goes_on else connect_for_reading
        with closing(connect(place / STORE)) as connection:
            return names_in(connection)

    def add(self, prepared: Prepared) -> None:
        """Put a document in: all of it, or nothing."""
        with self._changing():
            self._writer.add(prepared)
        if monotonic() - self._committed > COMMIT_AFTER:
            with self._changing():
                self._commit()
                self._connection.execute("BEGIN")

    def name(self, digest: str, sources: Sequence[str]) -> None:
        """Give a document the names its files have now; one that has none is left out in the end."""
        with self._changing():
            self._writer.name(digest, sources)

    def finish(self, encoder: Encoder, analyzer: Analyzer) -> Path:
        """Make it whole, check it and swap it in; returns its folder."""
        with self._changing():
            for digest in self._writer.nameless():
                self._writer.remove(digest)
            self._writer.cite()
            self._commit()
            self._connection.execute("BEGIN")
            self._writer.relate(analyzer)
            self._connection.execute("COMMIT")
            self._keeping.mirror(self._connection, self._folder, self._base, encoder)
            documents, passages, figures = (count(self._connection, name) for name in COUNTED)
            self.close()
            files = marks(self._folder, besides=(ORIGIN,))
            made = asdict(self._made_by)
            Manifest(**made, documents=documents, passages=passages, figures=figures, files=files).write(self._folder)
            check_counts(self._folder, self._keeping)
            (self._folder / ORIGIN).unlink()
            return swap_in(self._index, self._folder, self._keeping.forget)

    def close(self) -> None:
        """Keep what was added so far, to go on from, when it is not finished; what cannot be kept is read again."""
        connection: sqlite3.Connection | None = self.__dict__.pop("_connection", None)
        if connection is None:
            return
        with closing(connection), suppress(sqlite3.Error):
            if connection.in_transaction:
                self._writer.count()
                connection.execute("COMMIT")

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change that is made whole or not at all: what is broken off goes back to what was committed last."""
        try:
            with writable(self._index):
                yield
        except BaseException:
            connection: sqlite3.Connection | None = self.__dict__.get("_connection")
            if connection is not None:
                self._writer.forget()
                with suppress(sqlite3.Error):
                    connection.rollback()
            raise

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
        if self._base is not None:
            check_bytes(self._base)
        self._clear()
        self._folder.mkdir(parents=True)
        if self._base is not None:
            shutil.copy2(self._base / STORE, self._folder / STORE)
        origin = {"base": self._base.name if self._base else "", **asdict(self._made_by)}
        (self._folder / ORIGIN).write_text(json.dumps(origin), "utf8")

    def _clear(self) -> None:
        """Remove what an earlier run left, here and where the legs are kept."""
        if self._folder.exists():
            self._keeping.forget(self._folder)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _is_whole(self) -> bool:
        """Whether the store of an interrupted run can be gone on with; what was being written is taken back first."""
        try:
            with closing(connect_for_writing(self._folder / STORE)) as connection:
                (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error:
            return False
        return bool(verdict == "ok")

    def _origin(self) -> str | None:
        """From which generation an interrupted run began what it left: "" is from none, None that nothing is left."""
        try:
            origin = json.loads((self._folder / ORIGIN).read_text("utf8"))
        except (OSError, ValueError):
            return None
        base = str(origin.pop("base", ""))
        return base if origin == asdict(self._made_by) else None

    def _present_name(self) -> str:
        return current_generation(self._index).name if is_made(self._index) else ""

    def _commit(self) -> None:
        self._writer.count()
        self._connection.execute("COMMIT")
        self._committed = monotonic()
