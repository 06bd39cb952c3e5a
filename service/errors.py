"""Every error a person can meet over HTTP: its status, its code and its Norwegian sentence."""

from collections.abc import Mapping

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from retrieval.errors import IndexUnusableError
from service.invalid import in_words


class ServiceError(Exception):
    """An error with the HTTP status it is answered with. `code` is stable, `message` is a sentence for people."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(status, code, message)
        self.status = status
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


STATUS = {"busy": 409}
"""The HTTP status of what can be wrong with an index, where it is not 503."""

PLAIN = {
    404: ("not_found", "Siden finnes ikke. Sjekk adressen."),
    405: ("method_not_allowed", "Adressen finnes, men ikke for denne typen forespørsel."),
    413: ("too_large", "Forespørselen er for stor."),
}
"""What is said where the framework itself answers."""


def reply(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """An error in the form every error has."""
    return JSONResponse({"error": {"code": code, "message": message}}, status, headers)


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
    if isinstance(error, RequestValidationError):
        return reply(422, "invalid_request", f"Forespørselen har ikke riktig form. {in_words(error.errors()[0])}")
    raise error


async def on_http_error(_: Request, error: Exception) -> JSONResponse:
    """Answer an error of the framework's, with the headers it gives (which methods an address has)."""
    if not isinstance(error, HTTPException):
        raise error
    code, message = PLAIN.get(error.status_code, ("http_error", "Forespørselen kunne ikke besvares."))
    return reply(error.status_code, code, message, error.headers)


async def on_unexpected(_: Request, __: Exception) -> JSONResponse:
    """Answer a fault of the service's own; the details go to its log, never to the person."""
    return reply(500, "internal", "Noe gikk galt i tjenesten. Prøv igjen; varer det ved, se i loggen.")
