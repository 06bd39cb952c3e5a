"""The API from Python: every operation as a method, replies as typed objects.

with Kildesvar("http://127.0.0.1:8000") as kildesvar:
reply = kildesvar.ask("Hvor mange tåketimer ble registrert i 2024?")
print(reply.answer, reply.figures[0].citation.page)
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel, TypeAdapter

from service.export.schemas import ExportRequest
from service.reading.schemas import FindReply
from service.schemas import (
    AskReply,
    DocumentReply,
    DocumentSchema,
    DoneEvent,
    ErrorBody,
    FeedbackRequest,
    HealthReply,
    LinesReply,
    OutcomeSchema,
    ReadingEvent,
    ReadyReply,
    SearchReply,
    SuggestionReply,
)
from service.table_schemas import TableReply

TIMEOUT = 60.0
"""Seconds a reply may take; an upload takes as long as the document is to read."""
Reply = TypeVar("Reply", bound=BaseModel)
Event = ReadingEvent | OutcomeSchema | DoneEvent
_EVENTS: dict[str, type[ReadingEvent | OutcomeSchema | DoneEvent]] = {
    "reading": ReadingEvent,
    "outcome": OutcomeSchema,
    "done": DoneEvent,
}


class RefusedError(Exception):
    """The service answered with an error: `code` is stable, the message a Norwegian sentence for people.

    `retry_after` is after how many seconds it is worth trying again, None when it says nothing of that.
    """

    def __init__(self, status: int, error: ErrorBody, retry_after: int | None = None) -> None:
        super().__init__(error.message)
        self.status = status
        self.code = error.code
        self.retry_after = retry_after


class UnreachableError(Exception):
    """There is no service at the address, or it broke off."""


class Kildesvar:
    """A service at an address. A method that cannot give what it says raises RefusedError or UnreachableError."""

    def __init__(
        self, address: str = "http://127.0.0.1:8000", key: str | None = None, timeout: float = TIMEOUT
    ) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._http = httpx.Client(base_url=address, headers=headers, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        documents: Sequence[str] = (),
        years: Sequence[int] = (),
        kinds: Sequence[str] = (),
        limit: int = 5,
    ) -> AskReply:
        """Ask a question; `history` is the earlier questions of its conversation, oldest first."""
        body = {"question": question, "history": [*history], **_chosen(documents, years, kinds), "limit": limit}
        return AskReply.model_validate_json(self._send("POST", "/api/ask", json=body).content)

    def search(
        self,
        question: str,
        *,
        documents: Sequence[str] = (),
        years: Sequence[int] = (),
        kinds: Sequence[str] = (),
        limit: int = 10,
    ) -> SearchReply:
        """Find passages, without answering."""
        body = {"question": question, **_chosen(documents, years, kinds), "limit": limit}
        return SearchReply.model_validate_json(self._send("POST", "/api/search", json=body).content)

    def suggestions(
        self,
        question: str = "",
        *,
        history: Sequence[str] = (),
        documents: Sequence[str] = (),
        years: Sequence[int] = (),
        kinds: Sequence[str] = (),
    ) -> SuggestionReply:
        """Questions to go on with after one, or to begin with; the documents answer them."""
        body = {"question": question, "history": [*history], **_chosen(documents, years, kinds)}
        return SuggestionReply.model_validate_json(self._send("POST", "/api/suggestions", json=body).content)

    def overview_csv(self, question: str, *, history: Sequence[str] = ()) -> str:
        """The overview that answers a question, for a Norwegian spreadsheet."""
        return self._send("POST", "/api/overview.csv", json={"question": question, "history": [*history]}).text

    def overview_xlsx(self, question: str, *, history: Sequence[str] = ()) -> bytes:
        """The overview that answers a question, as a workbook with the source of every number."""
        return self._send("POST", "/api/overview.xlsx", json={"question": question, "history": [*history]}).content

    def export(self, conversation: ExportRequest) -> bytes:
        """A conversation as a file, in Markdown or for Word; its questions are asked once more."""
        return self._send("POST", "/api/conversations/export", json=conversation.model_dump()).content

    def documents(self) -> list[DocumentSchema]:
        """Every document of the collection."""
        return TypeAdapter(list[DocumentSchema]).validate_json(self._send("GET", "/api/documents").content)

    def document(self, ident: str) -> DocumentReply:
        """One document with its table of contents and pages."""
        return self._get(DocumentReply, _document(ident))

    def lines(self, ident: str, first: int = 1, last: int | None = None) -> LinesReply:
        """Lines `first` to `last` of a document as they stand, both included."""
        window: dict[str, int | str] = {"first": first} if last is None else {"first": first, "last": last}
        return self._get(LinesReply, f"{_document(ident)}/lines", window)

    def find(self, ident: str, words: str) -> FindReply:
        """Where words stand in a document, as written but for capitals and white space, also over the ends of lines."""
        return self._get(FindReply, f"{_document(ident)}/find", {"words": words})

    def file(self, ident: str) -> bytes:
        """The original file."""
        return self._send("GET", f"{_document(ident)}/file").content

    def table(self, ident: str) -> TableReply:
        """A table with its paths, cells and notes."""
        return self._get(TableReply, _table(ident))

    def table_csv(self, ident: str) -> str:
        """A table for a spreadsheet: semicolons between the cells."""
        return self._send("GET", f"{_table(ident)}.csv").content.decode("utf-8-sig")

    def upload(self, path: Path) -> OutcomeSchema:
        """Read a file into the collection."""
        with path.open("rb") as content:
            response = self._send("POST", "/api/documents", files={"file": (path.name, content)})
        return OutcomeSchema.model_validate_json(response.content)

    def ingest(self, paths: Iterable[Path] = ()) -> Iterator[Event]:
        """Read files into the collection, or with none bring the index up to date, and tell of it as it happens.

        The events are those of `POST /api/ingestions`, the last one a DoneEvent.
        """
        with ExitStack() as opened:
            files = [("file", (path.name, opened.enter_context(path.open("rb")))) for path in paths]
            try:
                with self._http.stream("POST", "/api/ingestions", files=files or None) as response:
                    if response.is_error:
                        response.read()
                    yield from _events(_checked(response))
            except httpx.TransportError as error:
                raise UnreachableError(str(error)) from error

    def remove(self, ident: str) -> OutcomeSchema:
        """Take a document out of the collection and delete its file."""
        return OutcomeSchema.model_validate_json(self._send("DELETE", _document(ident)).content)

    def feedback(self, given: FeedbackRequest) -> None:
        """Tell what you think of an answer."""
        self._send("POST", "/api/feedback", json=given.model_dump())

    def health(self) -> HealthReply:
        """The process answers."""
        return self._get(HealthReply, "/health")

    def ready(self) -> ReadyReply:
        """What answers are made from and made with."""
        return self._get(ReadyReply, "/ready")

    def metrics(self) -> str:
        """Counters in the Prometheus text format."""
        return self._send("GET", "/metrics").text

    def _get(self, kind: type[Reply], path: str, parameters: dict[str, int | str] | None = None) -> Reply:
        return kind.model_validate_json(self._send("GET", path, params=parameters).content)

    def _send(self, method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 — as httpx takes them
        try:
            return _checked(self._http.request(method, path, **more))
        except httpx.TransportError as error:
            raise UnreachableError(str(error)) from error


def _document(ident: str) -> str:
    return f"/api/documents/{quote(ident, safe='')}"


def _table(ident: str) -> str:
    return f"/api/tables/{quote(ident, safe='')}"


def _chosen(documents: Sequence[str], years: Sequence[int], kinds: Sequence[str]) -> dict[str, Any]:
    return {"documents": [*documents], "years": [*years], "kinds": [*kinds]}


def _checked(response: httpx.Response) -> httpx.Response:
    if response.is_success:
        return response
    wait = response.headers.get("Retry-After", "")
    try:
        error = ErrorBody.model_validate(response.json()["error"])
    except (ValueError, KeyError, TypeError):
        error = ErrorBody(code="http_error", message=f"Tjenesten svarte {response.status_code}.")
    raise RefusedError(response.status_code, error, int(wait) if wait.isdecimal() else None)


def _events(response: httpx.Response) -> Iterator[Event]:
    """The events of a stream; one that tells of an error is raised."""
    name = ""
    for line in response.iter_lines():
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data" and name == "error":
            raise RefusedError(response.status_code, ErrorBody.model_validate(json.loads(value)))
        elif field == "data" and name in _EVENTS:
            yield _EVENTS[name].model_validate_json(value)
