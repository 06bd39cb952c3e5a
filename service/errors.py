"""Every error a person can meet over HTTP: its status, its code and its Norwegian sentence."""

from collections.abc import Mapping

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import Scope

from ingest.errors import ToldError
from retrieval.errors import IndexUnusableError
from service.invalid import in_words

CODE = "kildesvar.error"
"""Where a request's scope says which error it was answered with, for the log and the metrics."""


class ServiceError(ToldError):
    """An error with the HTTP status it is answered with. `code` is stable, `message` is a sentence for people.

    `headers` are sent beside it: when to try again, how to identify oneself, which methods an address has.
    """

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, code, message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers

    def __str__(self) -> str:
        return self.message


FAULT = ServiceError(500, "internal", "Noe gikk galt i tjenesten. Prøv igjen; varer det ved, se i loggen.")
"""What is said of a fault of the service's own; the details go to its log, never to the person."""

STATUS = {"busy": 409}
"""The HTTP status of what can be wrong with an index, where it is not 503."""

PLAIN = {
    404: ("not_found", "Siden finnes ikke. Sjekk adressen."),
    405: ("method_not_allowed", "Adressen finnes, men ikke for denne typen forespørsel."),
    413: ("too_large", "Forespørselen er for stor."),
}
"""What is said where the framework itself answers."""


def refusal(scope: Scope, error: ServiceError) -> JSONResponse:
    """An error in the form every error has."""
    scope[CODE] = error.code
    body = {"error": {"code": error.code, "message": error.message}}
    return JSONResponse(body, error.status, error.headers)


def as_service_error(error: ServiceError | IndexUnusableError) -> ServiceError:
    """An error of the index as one of the service's."""
    if isinstance(error, ServiceError):
        return error
    return ServiceError(STATUS.get(error.code, 503), error.code, error.message)


async def on_service_error(request: Request, error: Exception) -> JSONResponse:
    """Answer an error of the service's own."""
    if isinstance(error, ServiceError):
        return refusal(request.scope, error)
    raise error


async def on_index_error(request: Request, error: Exception) -> JSONResponse:
    """Answer an index that cannot be used."""
    if isinstance(error, IndexUnusableError):
        return refusal(request.scope, as_service_error(error))
    raise error


async def on_invalid(request: Request, error: Exception) -> JSONResponse:
    """Answer a request that is not of the documented shape, naming the field."""
    if isinstance(error, RequestValidationError):
        message = f"Forespørselen har ikke riktig form. {in_words(error.errors()[0])}"
        return refusal(request.scope, ServiceError(422, "invalid_request", message))
    raise error


async def on_http_error(request: Request, error: Exception) -> JSONResponse:
    """Answer an error of the framework's, with the headers it gives (which methods an address has)."""
    if not isinstance(error, HTTPException):
        raise error
    code, message = PLAIN.get(error.status_code, ("http_error", "Forespørselen kunne ikke besvares."))
    return refusal(request.scope, ServiceError(error.status_code, code, message, error.headers))
