"""The routes that give an overview as a file."""

from fastapi import APIRouter, Request, Response

from service.api import ask
from service.errors import ServiceError
from service.schemas import AskRequest, ErrorReply
from service.spreadsheets.as_csv import overview_csv
from service.spreadsheets.as_xlsx import MEDIA_TYPE, overview_xlsx
from service.spreadsheets.sheet import Sheet, sheet_of

CSV = "text/csv; charset=utf-8"
router = APIRouter(prefix="/api", responses={400: {"model": ErrorReply}, 404: {"model": ErrorReply}})


@router.post("/overview.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def csv_of(request: Request, body: AskRequest) -> Response:
    """The overview that answers a question, as CSV for a Norwegian spreadsheet, the source of every cell beside it."""
    return _file(overview_csv(_sheet(request, body)).encode(), CSV, "csv")


@router.post("/overview.xlsx", response_class=Response, responses={200: {"content": {MEDIA_TYPE: {}}}})
def xlsx_of(request: Request, body: AskRequest) -> Response:
    """The overview that answers a question, as XLSX, the source of every cell on a sheet of its own."""
    return _file(overview_xlsx(_sheet(request, body)), MEDIA_TYPE, "xlsx")


def _sheet(request: Request, body: AskRequest) -> Sheet:
    """The overview as a sheet. Raises ServiceError("no_overview") when the question is not answered with one."""
    reply = ask(request, body)
    if reply.overview is None:
        why = (
            reply.trace.get("no_overview")
            or "Spørsmålet besvares ikke med en oversikt. Spør for eksempel «vis … for alle …»."
        )
        raise ServiceError(404, "no_overview", str(why))
    return sheet_of(reply, reply.overview)


def _file(content: bytes, media_type: str, ending: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="oversikt.{ending}"'}
    return Response(content, media_type=media_type, headers=headers)
