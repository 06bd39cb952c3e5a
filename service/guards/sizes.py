"""How much may be sent in one request."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import ServiceError, refusal

FILES_AT_ONCE = {"/api/documents": 1, "/api/ingestions": 10}
"""How many of the largest files one request may hold, by where they are sent."""
ROOM = 100_000
"""What a form may hold beside its files, in bytes."""


class Limited:
    """Refuses a request whose body is larger than its address takes, without reading more of it than that."""

    def __init__(self, app: ASGIApp, most: int, most_uploaded: int) -> None:
        self.app = app
        self.most = most
        self.most_uploaded = most_uploaded

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer at once when the announced length is too large; stop reading when what comes is."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        files = FILES_AT_ONCE.get(scope["path"])
        most = self.most if files is None else files * self.most_uploaded + ROOM
        announced = Request(scope).headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > most:
            await refusal(scope, _too_large(most))(scope, receive, send)
        else:
            await self.app(scope, _counted(receive, most), send)


def _counted(receive: Receive, most: int) -> Receive:
    """What is received, up to so many bytes. Beyond them it raises HTTPException 413, which the framework answers."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413)
        return message

    return counted


def _too_large(most: int) -> ServiceError:
    return ServiceError(
        413, "too_large", f"Forespørselen er for stor. Den kan ikke være på mer enn {grouped(most)} byte."
    )


def grouped(number: int) -> str:
    """«50 000 000»: a number as it is written in Norwegian."""
    return f"{number:,}".replace(",", " ")
