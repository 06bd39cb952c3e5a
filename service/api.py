"""The routes of the HTTP API."""

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse, PlainTextResponse

from ingest.read import digest_of
from retrieval.answer import Answerer
from retrieval.engine import Engine
from retrieval.index.records import DocumentRecord
from retrieval.index.scope import Filter
from service.collection import Collection
from service.errors import ServiceError
from service.lookup import document_of, table_of
from service.observing.requests import note_question
from service.question import check_length, check_question
from service.replies import ask_reply, document_schema, passage_schema
from service.schemas import (
    AskReply,
    AskRequest,
    DocumentReply,
    DocumentSchema,
    FeedbackRequest,
    LineSchema,
    LinesReply,
    PageSchema,
    SearchReply,
    SearchRequest,
    SectionSchema,
)
from service.settings import Settings
from service.table_schemas import TableReply
from service.tables import as_csv

MOST_LINES = 2000
USUAL_LINES = 200
LineNumber = Annotated[int, Query(ge=1, le=1_000_000_000)]
SHOWN = ("application/pdf", "text/plain")
"""Kinds of files a browser shows without running anything in them; others it is told to save."""
ORIGINALS: dict[str, dict[str, Any]] = {
    kind: {"schema": {"type": "string", "format": "binary"}} for kind in ("application/pdf", "text/plain")
}
router = APIRouter(prefix="/api")


class CsvResponse(PlainTextResponse):
    """Text in the form of a spreadsheet."""

    media_type = "text/csv"


def engine_of(request: Request) -> Engine:
    """The engine of the running service."""
    engine: Engine = request.app.state.engine
    return engine


def reading(request: Request) -> AbstractContextManager[Answerer]:
    """The answerer of the running service, for as long as one request needs it.

    One request reads one generation: what was found in it is looked up in it. Raises IndexUnusableError when there is
    none to be used.
    """
    return engine_of(request).reading()


def collection_of(request: Request) -> Collection:
    """The collection of the running service."""
    collection: Collection = request.app.state.collection
    return collection


def settings_of(request: Request) -> Settings:
    """The settings of the running service."""
    settings: Settings = request.app.state.settings
    return settings


@router.post("/ask")
def ask(request: Request, body: AskRequest) -> AskReply:
    """Answer a question with cited figures and passages, or say that the documents do not hold the answer."""
    check_asked(request, body)
    with reading(request) as answerer:
        return answered(answerer, body)


def check_asked(request: Request, body: AskRequest) -> None:
    """Raise ServiceError when a question cannot be asked, whatever there is to answer it from."""
    note_question(request, body.question)
    longest = settings_of(request).question_length
    check_question(body.question, longest)
    for earlier in body.history:
        check_length(earlier, longest)


def answered(answerer: Answerer, body: AskRequest) -> AskReply:
    """The reply to a question that has been checked, from that answerer."""
    start = perf_counter()
    chosen = _filter(body, answerer.index.documents.values())
    answer = answerer.ask(body.question, body.history, chosen, body.limit)
    return ask_reply(answer, answerer.index.store, (perf_counter() - start) * 1000)


@router.post("/search")
def search(request: Request, body: SearchRequest) -> SearchReply:
    """Find passages, without answering."""
    start = perf_counter()
    note_question(request, body.question)
    check_question(body.question, settings_of(request).question_length)
    with reading(request) as answerer:
        chosen = _filter(body, answerer.index.documents.values())
        found = answerer.search(body.question, chosen, body.limit)
        passages = [passage_schema(item, answerer.index.store) for item in found]
    return SearchReply(passages=passages, took_ms=round((perf_counter() - start) * 1000, 1))


@router.get("/documents")
def documents(request: Request) -> list[DocumentSchema]:
    """Every document of the collection."""
    with reading(request) as answerer:
        return [document_schema(document) for document in answerer.index.documents.values()]


@router.get("/documents/{ident}")
def document(request: Request, ident: str) -> DocumentReply:
    """One document with its table of contents and pages."""
    with reading(request) as answerer:
        found = document_of(answerer.index, ident)
        pages = answerer.index.store.pages(found.number)
    called = {number: label for number, label, *_ in pages if label != str(number)}
    return DocumentReply(
        **document_schema(found).model_dump(),
        sections=[
            SectionSchema(
                path=list(path),
                level=level,
                page=page,
                page_label=called.get(page),
                lines=(first, last),
            )
            for path, level, page, first, last in found.sections
        ],
        page_list=[
            PageSchema(number=number, label=label, lines=(first, last), state=state)
            for number, label, first, last, state in pages
        ],
    )


@router.get("/documents/{ident}/lines")
def lines(request: Request, ident: str, first: LineNumber = 1, last: LineNumber | None = None) -> LinesReply:
    """Lines `first` to `last` of a document as they stand, both included: 2000 at most, 200 when no last is given."""
    last = first + USUAL_LINES - 1 if last is None else last
    with reading(request) as answerer:
        found = document_of(answerer.index, ident)
        if last < first:
            raise ServiceError(400, "bad_range", f"Den siste linjen ({last}) kan ikke stå før den første ({first}).")
        last = min(last, first + MOST_LINES - 1, found.lines)
        store = answerer.index.store
        shown = [
            LineSchema(number=number, page=page, page_label=store.page_label(found.number, page), text=text)
            for number, page, text in store.lines(found.number, first, last)
        ]
    return LinesReply(document=ident, first=first, last=last, lines=shown)


@router.get("/documents/{ident}/file", response_class=FileResponse, responses={200: {"content": ORIGINALS}})
def file(request: Request, ident: str) -> FileResponse:
    """The original file, unless it has been changed or moved since it was read."""
    with reading(request) as answerer:
        found = document_of(answerer.index, ident)
    folder = settings_of(request).documents.resolve()
    path = (folder / found.source).resolve()
    if not path.is_relative_to(folder) or not path.is_file() or digest_of(path.read_bytes()) != found.digest:
        message = f"Filen «{found.source}» er flyttet eller endret siden den ble lest inn. Les inn mappen på nytt."
        raise ServiceError(404, "file_gone", message)
    return FileResponse(
        path,
        headers={"ETag": f'"{found.digest}"'},
        media_type=found.media_type,
        filename=Path(found.source).name,
        content_disposition_type="inline" if found.media_type in SHOWN else "attachment",
    )


@router.get("/tables/{ident}.csv", response_class=CsvResponse)
def table_csv(request: Request, ident: str) -> CsvResponse:
    """A table as CSV: semicolons between the cells, as Norwegian spreadsheets expect."""
    with reading(request) as answerer:
        return CsvResponse(as_csv(table_of(answerer.index, ident)))


@router.get("/tables/{ident}")
def table(request: Request, ident: str) -> TableReply:
    """A table with the paths of its rows and columns, its cells and its notes."""
    with reading(request) as answerer:
        return TableReply.model_validate(table_of(answerer.index, ident))


@router.post("/feedback", status_code=201)
def feedback(request: Request, body: FeedbackRequest) -> dict[str, str]:
    """Keep what a person thought of an answer."""
    path = settings_of(request).feedback
    path.parent.mkdir(parents=True, exist_ok=True)
    entry = {"time": datetime.now(UTC).isoformat(timespec="seconds"), **body.model_dump()}
    with path.open("a", encoding="utf8") as out:
        out.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return {"status": "saved"}


def _filter(body: AskRequest | SearchRequest, known: Iterable[DocumentRecord]) -> Filter:
    unknown = set(body.documents) - {document.id for document in known}
    if unknown:
        message = f"Dokumentet «{min(unknown)}» finnes ikke i samlingen."
        raise ServiceError(404, "unknown_document", message)
    return chosen_in(body)


def chosen_in(body: AskRequest | SearchRequest) -> Filter:
    """What a request wants to search in."""
    return Filter(tuple(body.documents), tuple(body.years), tuple(body.kinds))
