"""The checks a request must pass, in order, before anything is read of it but its head."""

from collections.abc import Callable, Sequence

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from service.errors import ServiceError, refusal

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

Check = Callable[[Request], None]
"""Raises ServiceError when the request is not to be answered. It sees the head alone: the body is not read yet."""


class Checked:
    """An application behind checks: the first one that raises is what the request is answered with."""

    def __init__(self, app: ASGIApp, checks: Sequence[Check]) -> None:
        self.app = app
        self.checks = checks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        app = self.app
        if scope["type"] == "http":
            try:
                for check in self.checks:
                    check(Request(scope))
            except ServiceError as error:
                app = refusal(scope, error)
        await app(scope, receive, send)
