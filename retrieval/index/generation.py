"""Generations: an index is built aside and swapped in whole; the last complete one keeps serving until then.

Layout of an index folder: `current` names the generation in use; `generations/NAME/` holds `store.sqlite`,
`lexical/`, `dense.faiss` and `manifest.json`.
"""

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ingest.document import Document, Passage
from ingest.fingerprint import fingerprint
from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.errors import IndexUnusableError
from retrieval.index.dense import write_dense
from retrieval.index.lexical import LexicalEntry, write_lexical
from retrieval.index.manifest import FORMAT, Manifest, check_made_by, checksums, read_manifest
from retrieval.index.write import StoreWriter, connect_for_writing, known_documents

STORE, LEXICAL, DENSE = "store.sqlite", "lexical", "dense.faiss"
KEPT = 2
"""How many generations stay on disk: the one in use and the one before it."""


def current_generation(index: Path) -> Path:
    """The folder of the generation in use. Raises IndexUnusableError("no_index") when there is none."""
    try:
        name = (index / "current").read_text("utf8").strip()
    except OSError as error:
        message = f"Det finnes ingen indeks i «{index}». Kjør «kildesvar ingest MAPPE» først."
        raise IndexUnusableError("no_index", message) from error
    return index / "generations" / name


def known(index: Path) -> list[tuple[str, str]]:
    """The (source, digest) of every document in the generation in use; empty when there is none."""
    if not (index / "current").exists():
        return []
    connection = connect_for_writing(current_generation(index) / STORE)
    try:
        return list(known_documents(connection))
    finally:
        connection.close()


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


@dataclass(frozen=True, slots=True)
class Change:
    """What the next generation has that the present one has not, and the other way round.

    `removed` are digests of documents to take out; `renamed` maps digests to the names their files have now. With
    `afresh` nothing of the present generation is kept.
    """

    added: Sequence[Document]
    removed: Collection[str] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    afresh: bool = False


def build(
    index: Path,
    change: Change,
    encoder: Encoder,
    analyzer: Analyzer,
) -> Path:
    """Make the next generation from the one in use and swap it in; returns its folder.

    The caller holds the index (`writing`). Raises IndexUnusableError when the present generation was made by
    another encoder or analysis and the change is not `afresh`.
    """
    generations = index / "generations"
    generations.mkdir(parents=True, exist_ok=True)
    _clear_unfinished(generations)
    target = generations / f".{_next_name(generations)}"
    if (index / "current").exists() and not change.afresh:
        present = current_generation(index)
        check_made_by(read_manifest(present), encoder.name, encoder.fingerprint, analyzer.fingerprint)
        shutil.copytree(present, target)
    else:
        target.mkdir()
    _fill(target, change, encoder, analyzer)
    finished = target.with_name(target.name.removeprefix("."))
    target.rename(finished)
    _swap(index, finished.name)
    _forget_old(generations)
    return finished


def _fill(target: Path, change: Change, encoder: Encoder, analyzer: Analyzer) -> None:
    connection = connect_for_writing(target / STORE)
    connection.execute("BEGIN")
    writer = StoreWriter(connection, analyzer)
    gone = [number for digest in sorted(change.removed) for number in writer.remove(digest)]
    numbered = [entry for document in change.added for entry in writer.add(document)]
    for digest, source in change.renamed.items():
        writer.rename(digest, source)
    writer.finish()
    connection.execute("COMMIT")
    counts = {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 — fixed names
        for name in ("documents", "passages", "figures")
    }
    owners = dict(connection.execute("SELECT number, document FROM passages")) if numbered else {}
    connection.close()
    numbers = [number for number, _ in numbered]
    entries = (
        LexicalEntry(number, owners[number], analyzer.terms(passage.reading), analyzer.terms(passage.context))
        for number, passage in numbered
    )
    write_lexical(target / LEXICAL, gone, entries)
    vectors = encoder.encode([encoded_text(passage) for _, passage in numbered])
    write_dense(target / DENSE, encoder.dimension, gone, numbers, np.asarray(vectors, dtype=np.float32))
    Manifest(
        format=FORMAT,
        encoder=encoder.name,
        encoder_fingerprint=encoder.fingerprint,
        analysis_fingerprint=analyzer.fingerprint,
        reading_fingerprint=fingerprint(),
        files=checksums(target),
        **counts,
    ).write(target)


def encoded_text(passage: Passage) -> str:
    """What of a passage the encoder reads: its own text, and what it stands under."""
    return f"{passage.context}: {passage.reading}" if passage.context else passage.reading


def _swap(index: Path, name: str) -> None:
    """Point `current` at a generation. A rename is atomic: a reader sees the old name or the new one."""
    aside = index / ".current"
    with aside.open("w", encoding="utf8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(index / "current")


def _next_name(generations: Path) -> str:
    last = max((int(path.name) for path in generations.iterdir() if path.name.isdigit()), default=0)
    return f"{last + 1:06d}"


def _clear_unfinished(generations: Path) -> None:
    for path in generations.glob(".*"):
        shutil.rmtree(path)


def _forget_old(generations: Path) -> None:
    finished = sorted(path for path in generations.iterdir() if path.name.isdigit())
    for path in finished[:-KEPT]:
        shutil.rmtree(path, ignore_errors=True)
