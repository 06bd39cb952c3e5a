"""Every error a person can meet over HTTP: its status, its code and its Norwegian sentence."""

from dataclasses import dataclass

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from retrieval.errors import IndexUnusableError


@dataclass(frozen=True)
class ServiceError(Exception):
    """An error with the HTTP status it is answered with."""

    status: int
    code: str
    message: str


STATUS = {"busy": 409}
"""The HTTP status of what can be wrong with an index, where it is not 503."""

PLAIN = {
    404: ("not_found", "Siden finnes ikke. Sjekk adressen."),
    405: ("method_not_allowed", "Adressen finnes, men ikke for denne typen forespørsel."),
    413: ("too_large", "Forespørselen er for stor."),
}
"""What is said where the framework itself answers."""


def reply(status: int, code: str, message: str) -> JSONResponse:
    """An error in the form every error has."""
    return JSONResponse({"error": {"code": code, "message": message}}, status)


async def on_service_error(_: Request, error: Exception) -> JSONResponse:
    """Answer an error of the service's own."""
    if isinstance(error, ServiceError):
        return reply(error.status, error.code, error.message)
    raise error


async def on_index_error(_: Request, error: Exception) -> JSONResponse:
    """Answer an index that cannot be used."""
    if isinstance(error, IndexUnusableError):
        return reply(STATUS.get(error.code, 503), error.code, error.message)
    raise error


async def on_invalid(_: Request, error: Exception) -> JSONResponse:
    """Answer a request that is not of the documented shape, naming the field."""
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"] if part != "body") or "innholdet"
    message = f"Forespørselen har ikke riktig form. Feilen er i feltet «{field}»: {first['msg']}."
    return reply(422, "invalid_request", message)


async def on_http_error(_: Request, error: Exception) -> JSONResponse:
    """Answer an error of the framework's."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    code, message = PLAIN.get(status, ("http_error", "Forespørselen kunne ikke besvares."))
    return reply(status, code, message)


async def on_unexpected(_: Request, __: Exception) -> JSONResponse:
    """Answer a fault of the service's own; the details go to its log, never to the person."""
    return reply(500, "internal", "Noe gikk galt i tjenesten. Prøv igjen; varer det ved, se i loggen.")
