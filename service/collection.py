"""The folder of documents as the service changes it: files brought and taken away, the index made to mirror it."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from ingest.errors import UnreadableFileError
from ingest.folder import list_folder
from ingest.outcome import Outcome
from ingest.plan import file_digest
from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError
from retrieval.index.open import Index
from retrieval.index.records import DocumentRecord
from retrieval.update import Update, update_index
from service.errors import FAULT, ServiceError
from service.incoming import Incoming, laid_aside, put_in_place, safe_name

Progress = Callable[[str, int, int], None]
"""Called with (source, files done, files in all) as files are read."""


def silent(_source: str, _done: int, _total: int) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a file that was sent: how it was read, or why it was not kept."""

    source: str
    result: Outcome | ServiceError


@dataclass(frozen=True, slots=True)
class _Sent:
    """A file that was sent, and where it lies now; or why it lies nowhere."""

    source: str
    place: Path | ServiceError


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder, the index that mirrors it, and what reads the one into the other.

    `largest` is the size of the largest file that is taken, in bytes.
    """

    engine: Engine
    folder: Path
    index: Path
    largest: int
    _turn: Lock = field(default_factory=Lock)
    """Changes wait for each other: each changes the folder, and the index is then made to mirror it."""

    def bring(self, files: Sequence[Incoming], progress: Progress) -> list[Fate]:
        """Read files into the collection. One that cannot be read is not kept and stops none of the others.

        When the reading as a whole fails, none of them is kept, and the error is raised.
        """
        with ExitStack() as asides:
            laid = [self._lay_aside(file, asides) for file in files]
            with self._turn, ExitStack() as undo:
                held = self._held()
                sent = [_put(one, self.folder, held, undo) for one in laid]
                fates = self._read(sent, progress)
                undo.pop_all()
        return fates

    def mirror(self, progress: Progress) -> Update:
        """Bring the index up to date with the folder."""
        with self._turn:
            return self._mirror(progress)

    def take_away(self, find: Callable[[Index], DocumentRecord]) -> Outcome:
        """Take a document out and delete its file, and any copy of it under another name.

        `find` is called when it is this change's turn, and raises when the document is no longer there. Raises
        ServiceError("last_document") for the only one.
        """
        with self._turn:
            with self.engine.reading() as answerer:
                found = find(answerer.index)
                is_last = len(answerer.index.documents) == 1
            if is_last:
                message = "Det siste dokumentet kan ikke fjernes. Last opp et annet først."
                raise ServiceError(409, "last_document", message)
            with _set_aside(_own_files(self.folder, found)):
                return _outcome_of(found.source, self._mirror(silent))

    def _held(self) -> dict[str, str]:
        """The content of every document whose file is in the folder, by digest, and the name it has there."""
        try:
            with self.engine.reading() as answerer:
                documents = answerer.index.documents.values()
        except IndexUnusableError:
            return {}
        return {
            document.digest: name for document in documents for name in document.names if (self.folder / name).is_file()
        }

    def _lay_aside(self, file: Incoming, asides: ExitStack) -> _Sent:
        try:
            name = safe_name(file.name)
            return _Sent(name, asides.enter_context(laid_aside(file.content, self.folder, self.largest)))
        except ServiceError as error:
            return _Sent(file.shown, error)

    def _read(self, sent: Sequence[_Sent], progress: Progress) -> list[Fate]:
        """What became of each; only what was read stays in the folder. With nothing to read, nothing is done."""
        if all(isinstance(one.place, ServiceError) for one in sent):
            return [Fate(one.source, one.place) for one in sent if isinstance(one.place, ServiceError)]
        update = self._mirror(progress)
        fates = []
        for one in sent:
            result = one.place if isinstance(one.place, ServiceError) else _result(one.source, update)
            if isinstance(result, ServiceError) and isinstance(one.place, Path):
                one.place.unlink(missing_ok=True)
            fates.append(Fate(one.source, result))
        return fates

    def _mirror(self, progress: Progress) -> Update:
        try:
            engine = self.engine
            return update_index(
                self.folder, self.index, engine.encoder, engine.analyzer, progress, keeping=engine.keeping
            )
        except UnreadableFileError as error:
            raise ServiceError(422, error.code, error.message) from error


def _put(laid: _Sent, folder: Path, held: dict[str, str], undo: ExitStack) -> _Sent:
    """The file under its own name, to be deleted when what follows fails; `held` grows with its content."""
    if isinstance(laid.place, ServiceError):
        return laid
    target = folder / laid.source
    with laid.place.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    try:
        if digest in held:
            message = f"Dokumentet finnes alt i samlingen, under navnet «{held[digest]}»."
            raise ServiceError(409, "already_here", message)
        put_in_place(laid.place, target)
    except ServiceError as error:
        return _Sent(laid.source, error)
    held[digest] = laid.source
    undo.callback(target.unlink, missing_ok=True)
    return _Sent(laid.source, target)


def _result(source: str, update: Update) -> Outcome | ServiceError:
    """How a file was read, or why it is not to be kept."""
    outcome = _outcome_of(source, update)
    return outcome if outcome.message is None else ServiceError(422, outcome.code or FAULT.code, outcome.message)


@contextmanager
def _set_aside(paths: list[Path]) -> Iterator[None]:
    """Files hidden from the reading of their folder: deleted in the end, or put back when something goes wrong."""
    hidden = [(path, path.rename(path.with_name(f".{path.name}.removed"))) for path in paths]
    try:
        yield
    except BaseException:
        for path, aside in hidden:
            aside.rename(path)
        raise
    for _, aside in hidden:
        aside.unlink()


def _own_files(folder: Path, document: DocumentRecord) -> list[Path]:
    """The document's file under its name, and every copy of it."""
    return [
        file.path
        for file in list_folder(folder).files
        if file.source in document.names
        or (os.access(file.path, os.R_OK) and file_digest(file.path) == document.digest)
    ]


def _outcome_of(source: str, update: Update) -> Outcome:
    for outcome in update.outcomes:
        if outcome.source == source:
            return outcome
    raise ServiceError(FAULT.status, FAULT.code, "Filen forsvant under innlesingen. Prøv igjen.")
