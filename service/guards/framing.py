"""Where a request ends, so that nothing can be hidden behind one."""

from fastapi import Request

from service.errors import ServiceError


def check_framing(request: Request) -> None:
    """Raise ServiceError("two_lengths") for a body that says its length in two ways, and close the connection.

    A proxy may believe the one and this service the other; what lies between would be taken for another request.
    """
    if "content-length" in request.headers and "transfer-encoding" in request.headers:
        message = "Forespørselen oppgir lengden på to måter og blir ikke lest."
        raise ServiceError(400, "two_lengths", message, {"Connection": "close"})
