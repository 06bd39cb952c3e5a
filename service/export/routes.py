"""The route that exports a conversation."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from retrieval.index.open import Index
from service.api import answered, check_asked, reading
from service.export.content import Turn, content, words_of
from service.export.markdown import as_markdown
from service.export.schemas import ExportRequest
from service.export.sources import sources_of
from service.export.word import as_docx
from service.lookup import table_of
from service.schemas import AskReply

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN = "text/markdown; charset=utf-8"
router = APIRouter(prefix="/api/conversations")


@router.post("/export", response_class=Response, responses={200: {"content": {DOCX: {}, "text/markdown": {}}}})
def export(request: Request, body: ExportRequest) -> Response:
    """A conversation as a file. Its questions are asked once more: every figure in the file is the documents' own."""
    words = words_of(body.language)
    for turn in body.turns:
        check_asked(request, turn)
    with reading(request) as answerer:
        replies = [answered(answerer, turn) for turn in body.turns]
        turns = [Turn(reply, _table(answerer.index, reply), at in body.wrong) for at, reply in enumerate(replies)]
        shown = {place.document for turn in turns for place in turn.shown}
        documents = [each for each in answerer.index.documents.values() if each.id in shown]
    sources = sources_of(documents, words, body.sources)
    parts = content(turns, sources, words, datetime.now(UTC).date(), corrected=bool(body.sources))
    if body.format == "docx":
        return _file(as_docx(parts, body.language), DOCX, "samtale.docx")
    return _file(as_markdown(parts).encode(), MARKDOWN, "samtale.md")


def _table(index: Index, reply: AskReply) -> Mapping[str, Any] | None:
    """The table that the answer's figure stands in."""
    cell = reply.figures[0].cell if reply.figures else None
    return table_of(index, cell.table) if cell else None


def _file(data: bytes, media_type: str, name: str) -> Response:
    return Response(data, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
