"""Documents brought and taken away over HTTP."""

from pathlib import Path, PurePath

from fastapi import APIRouter, Request, UploadFile

from ingest.errors import UnreadableFileError
from ingest.pipeline import Outcome
from ingest.readers import SUFFIXES
from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError
from retrieval.update import Update, update_index
from service.api import engine_of, settings_of
from service.errors import ServiceError
from service.schemas import OutcomeSchema

router = APIRouter(prefix="/api/documents")


@router.post("", status_code=201)
def upload(request: Request, file: UploadFile) -> OutcomeSchema:
    """Read a file into the collection. A file that cannot be read is answered with the reason and not kept."""
    settings = settings_of(request)
    data = file.file.read(settings.upload_bytes + 1)
    if len(data) > settings.upload_bytes:
        message = f"Filen er for stor. Den kan være på {settings.upload_bytes // 1_000_000} MB."
        raise ServiceError(413, "file_too_large", message)
    name = _safe_name(file.filename)
    path = settings.documents / name
    if path.exists():
        message = f"Det finnes alt et dokument med navnet «{name}». Gi filen et annet navn."
        raise ServiceError(409, "name_taken", message)
    settings.documents.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    try:
        outcome = _outcome_of(name, refresh(engine_of(request), settings.documents, settings.index))
    except IndexUnusableError:
        path.unlink(missing_ok=True)
        raise
    if outcome.message is not None:
        path.unlink(missing_ok=True)
        raise ServiceError(422, outcome.code or "unreadable", outcome.message)
    return _schema(outcome)


@router.delete("/{ident}")
def remove(request: Request, ident: str) -> OutcomeSchema:
    """Take a document out of the collection and delete its file."""
    settings = settings_of(request)
    found = [d for d in engine_of(request).answerer().index.documents.values() if d.id == ident]
    if not found:
        raise ServiceError(404, "unknown_document", f"Dokumentet «{ident}» finnes ikke i samlingen.")
    folder = settings.documents.resolve()
    path = (folder / found[0].source).resolve()
    if not path.is_relative_to(folder):
        raise ServiceError(404, "unknown_document", f"Dokumentet «{ident}» finnes ikke i samlingen.")
    if len(engine_of(request).answerer().index.documents) == 1:
        raise ServiceError(409, "last_document", "Det siste dokumentet kan ikke fjernes. Last opp et annet først.")
    path.unlink(missing_ok=True)
    return _schema(_outcome_of(found[0].source, refresh(engine_of(request), settings.documents, settings.index)))


def refresh(engine: Engine, documents: Path, index: Path) -> Update:
    """Bring the index up to date with the folder."""
    try:
        return update_index(documents, index, engine.encoder, engine.analyzer, lambda *_: None)
    except UnreadableFileError as error:
        raise ServiceError(422, error.code, error.message) from error


def _safe_name(name: str | None) -> str:
    """The last part of a given file name, when it is one a document can have."""
    bare = PurePath((name or "").replace("\\", "/")).name.strip()
    if not bare or bare.startswith(".") or not bare.isprintable() or len(bare.encode()) > 200:
        raise ServiceError(400, "bad_name", "Filnavnet kan ikke brukes. Gi filen et enkelt navn og prøv igjen.")
    if not bare.casefold().endswith(SUFFIXES):
        kinds = ", ".join(SUFFIXES)
        raise ServiceError(415, "unknown_kind", f"Filer av denne typen kan ikke leses. Bruk {kinds}.")
    return bare


def _outcome_of(source: str, update: Update) -> Outcome:
    for outcome in update.outcomes:
        if outcome.source == source:
            return outcome
    raise ServiceError(500, "internal", "Filen forsvant under innlesingen. Prøv igjen.")


def _schema(outcome: Outcome) -> OutcomeSchema:
    return OutcomeSchema(
        source=outcome.source,
        status=outcome.status.value,
        document=outcome.document.id if outcome.document else None,
        code=outcome.code,
        message=outcome.message,
    )
