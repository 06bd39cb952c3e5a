"""Documents brought and taken away over HTTP."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from threading import Lock
from unicodedata import normalize

from fastapi import APIRouter, Request, UploadFile

from ingest.errors import UnreadableFileError
from ingest.folder import Outcome, files_of
from ingest.read import digest_of, document_id
from ingest.readers import SUFFIXES
from retrieval.engine import Engine
from retrieval.index.records import DocumentRecord
from retrieval.update import Update, update_index
from service.api import document_of, engine_of, settings_of
from service.errors import ServiceError
from service.guards.sizes import grouped
from service.schemas import OutcomeSchema

router = APIRouter(prefix="/api/documents")
_turn = Lock()
"""Uploads and removals wait for each other: each changes the folder, and the index is then made to mirror it."""


@router.post("", status_code=201)
def upload(request: Request, file: UploadFile) -> OutcomeSchema:
    """Read a file into the collection. A file that cannot be read is answered with the reason and not kept."""
    settings = settings_of(request)
    data = file.file.read(settings.upload_bytes + 1)
    if len(data) > settings.upload_bytes:
        most = grouped(settings.upload_bytes)
        raise ServiceError(413, "file_too_large", f"Filen er for stor. Den kan ikke være på mer enn {most} byte.")
    name = _safe_name(file.filename)
    with _turn, _kept_if_read(settings.documents / name, data):
        update = refresh(engine_of(request), settings.documents, settings.index)
        outcome = _outcome_of(name, update)
        if outcome.message is not None:
            raise ServiceError(422, outcome.code or "unexpected", outcome.message)
        twin = next((other.source for other in update.outcomes if _is_copy(other, outcome)), None)
        if twin is not None:
            raise ServiceError(409, "already_here", f"Dokumentet finnes alt i samlingen, under navnet «{twin}».")
    return _schema(outcome)


@router.delete("/{ident}")
def remove(request: Request, ident: str) -> OutcomeSchema:
    """Take a document out of the collection and delete its file, and any copy of it under another name."""
    settings, engine = settings_of(request), engine_of(request)
    with _turn:
        found = document_of(request, ident)
        if len(engine.answerer().index.documents) == 1:
            raise ServiceError(409, "last_document", "Det siste dokumentet kan ikke fjernes. Last opp et annet først.")
        with _set_aside(_own_files(settings.documents, found)):
            update = refresh(engine, settings.documents, settings.index)
    return _schema(_outcome_of(found.source, update))


def refresh(engine: Engine, documents: Path, index: Path) -> Update:
    """Bring the index up to date with the folder."""
    try:
        return update_index(documents, index, engine.encoder, engine.analyzer, lambda *_: None)
    except UnreadableFileError as error:
        raise ServiceError(422, error.code, error.message) from error


def _safe_name(name: str | None) -> str:
    """The last part of a given file name, when it is one a document can have."""
    bare = normalize("NFC", PurePath((name or "").replace("\\", "/")).name.strip())
    if not bare or bare.startswith(".") or not bare.isprintable() or len(bare.encode()) > 200:
        raise ServiceError(400, "bad_name", "Filnavnet kan ikke brukes. Gi filen et enkelt navn og prøv igjen.")
    if not bare.casefold().endswith(SUFFIXES):
        kinds = ", ".join(SUFFIXES)
        raise ServiceError(415, "unknown_kind", f"Filer av denne typen kan ikke leses. Bruk {kinds}.")
    return bare


@contextmanager
def _kept_if_read(path: Path, data: bytes) -> Iterator[None]:
    """A new file that stays only when nothing goes wrong."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as out:
            out.write(data)
    except FileExistsError as error:
        message = f"Det finnes alt et dokument med navnet «{path.name}». Gi filen et annet navn."
        raise ServiceError(409, "name_taken", message) from error
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


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
        path
        for path in files_of(folder)
        if path.relative_to(folder).as_posix() == document.source
        or (os.access(path, os.R_OK) and digest_of(path.read_bytes()) == document.digest)
    ]


def _is_copy(other: Outcome, outcome: Outcome) -> bool:
    return other.digest == outcome.digest and other.source != outcome.source


def _outcome_of(source: str, update: Update) -> Outcome:
    for outcome in update.outcomes:
        if outcome.source == source:
            return outcome
    raise ServiceError(500, "internal", "Filen forsvant under innlesingen. Prøv igjen.")


def _schema(outcome: Outcome) -> OutcomeSchema:
    return OutcomeSchema(
        source=outcome.source,
        status=outcome.status.value,
        document=document_id(outcome.digest) if outcome.digest else None,
        code=outcome.code,
        message=outcome.message,
    )
