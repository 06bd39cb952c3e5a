"""Documents brought and taken away over HTTP, one at a time."""

from fastapi import APIRouter, Request, UploadFile

from service.api import collection_of
from service.collection import silent
from service.errors import ServiceError
from service.incoming import Incoming
from service.lookup import document_of
from service.replies import outcome_schema
from service.schemas import OutcomeSchema

router = APIRouter(prefix="/api/documents")


@router.post("", status_code=201)
def upload(request: Request, file: UploadFile) -> OutcomeSchema:
    """Read a file into the collection. A file that cannot be read is answered with the reason and not kept."""
    (fate,) = collection_of(request).bring([Incoming(file.filename, file.file)], silent)
    if isinstance(fate.result, ServiceError):
        raise fate.result
    return outcome_schema(fate.result)


@router.delete("/{ident}")
def remove(request: Request, ident: str) -> OutcomeSchema:
    """Take a document out of the collection and delete its file, and any copy of it under another name."""
    return outcome_schema(collection_of(request).take_away(lambda index: document_of(index, ident)))
