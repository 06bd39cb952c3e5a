"""Reading that takes its time, told as it goes: server-sent events."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread
from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

from ingest.outcome import Status
from retrieval.errors import IndexUnusableError
from service.api import collection_of
from service.collection import Collection
from service.errors import FAULT, ServiceError, as_service_error
from service.incoming import Incoming
from service.replies import fate_schema, outcome_schema
from service.schemas import DoneEvent, ErrorBody, OutcomeSchema, ReadingEvent

router = APIRouter(prefix="/api/ingestions")
_log = logging.getLogger(__name__)
Tell = Callable[[str, BaseModel], None]
"""Called with an event's name and its data."""


@router.post("", response_class=EventSourceResponse)
def ingest(request: Request, file: Annotated[list[UploadFile], File()] = []) -> Iterator[ServerSentEvent]:  # noqa: B006
    """Read files into the collection and tell how it goes; without files, bring the index up to date with its folder.

    The events, each with JSON as its data: `reading` for every file read (`source`, `done`, `total`), then `outcome`
    for every file that was sent, or, when none was, for every file that changed, then `done` with the number of each
    outcome. `error` instead of `done` when the whole could not be carried out: nothing is kept of it.
    """
    files = [Incoming(one.filename, one.file) for one in file]
    events: SimpleQueue[ServerSentEvent | None] = SimpleQueue()
    arguments = (collection_of(request), files, events)
    Thread(target=copy_context().run, args=(_carry_out, *arguments), name="ingestion").start()
    yield from iter(events.get, None)


def _carry_out(
    collection: Collection, files: Sequence[Incoming], events: "SimpleQueue[ServerSentEvent | None]"
) -> None:
    """Read, and tell; whoever listens may have left, and the reading is finished nevertheless."""

    def tell(event: str, data: BaseModel) -> None:
        events.put(ServerSentEvent(event=event, data=data))

    try:
        outcomes = _read(collection, files, tell)
        for outcome in outcomes:
            tell("outcome", outcome)
        counts = {status.value: sum(outcome.status == status for outcome in outcomes) for status in Status}
        tell("done", DoneEvent(**counts))
    except (ServiceError, IndexUnusableError) as error:
        known = as_service_error(error)
        tell("error", ErrorBody(code=known.code, message=known.message))
    except Exception:  # noqa: BLE001 — the thread's outermost place; the listener must be told
        _log.exception("ingestion failed")
        tell("error", ErrorBody(code=FAULT.code, message=FAULT.message))
    finally:
        events.put(None)


def _read(collection: Collection, files: Sequence[Incoming], tell: Tell) -> list[OutcomeSchema]:
    def reading(source: str, done: int, total: int) -> None:
        tell("reading", ReadingEvent(source=source, done=done, total=total))

    if files:
        return [fate_schema(fate) for fate in collection.bring(files, reading)]
    outcomes = collection.mirror(reading).outcomes
    return [outcome_schema(outcome) for outcome in outcomes if outcome.status != Status.UNCHANGED]
