"""The routes for reading a document."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from service.api import reading
from service.errors import ServiceError
from service.lookup import document_of
from service.reading.find import find
from service.reading.schemas import FindReply, MatchSchema, SpanSchema

MOST_MATCHES = 1000
LONGEST_WORDS = 200
router = APIRouter(prefix="/api/documents")


@router.get("/{ident}/find")
def find_in_document(
    request: Request,
    ident: str,
    words: Annotated[str, Query(max_length=LONGEST_WORDS, examples=["tåketimer"])],
) -> FindReply:
    """Where words stand in a document: 1000 places at most.

    They are looked for as they are written, but for capitals and white space, and found over the ends of lines and
    pages, hyphenated or not. «158539» finds «158 539».
    """
    with reading(request) as answerer:
        found = document_of(answerer.index, ident)
        if not words.strip():
            raise ServiceError(400, "empty_search", "Skriv det du vil søke etter først.")
        store = answerer.index.store
        lines = store.lines(found.number, 1, found.lines)
        runs = store.reading_runs(found.number)
    matches, complete = find(lines, words, MOST_MATCHES, runs)
    shown = [
        MatchSchema(
            page=match.page,
            spans=[SpanSchema(line=span.line, start=span.start, end=span.end) for span in match.spans],
        )
        for match in matches
    ]
    return FindReply(document=ident, words=words, matches=shown, complete=complete)
