"""The route that exports a conversation."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response

from service.api import answered, reading
from service.export.content import content
from service.export.markdown import as_markdown
from service.export.schemas import ExportRequest
from service.export.word import as_docx

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN = "text/markdown; charset=utf-8"
router = APIRouter(prefix="/api/conversations")


@router.post("/export", response_class=Response, responses={200: {"content": {DOCX: {}, "text/markdown": {}}}})
def export(request: Request, body: ExportRequest) -> Response:
    """A conversation as a file. Its questions are asked once more: every figure in the file is the documents' own."""
    with reading(request) as answerer:
        replies = [answered(request, answerer, turn) for turn in body.turns]
        years = {document.id: document.year for document in answerer.index.documents.values()}
    parts = content(replies, years, body.language, datetime.now(UTC).date())
    if body.format == "docx":
        return _file(as_docx(parts, body.language), DOCX, "samtale.docx")
    return _file(as_markdown(parts).encode(), MARKDOWN, "samtale.md")


def _file(data: bytes, media_type: str, name: str) -> Response:
    return Response(data, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
