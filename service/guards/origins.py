"""From which sites something may be sent, so that no other site's page uses this one in a person's name."""

from collections.abc import Iterable

from fastapi import Request

from service.errors import ServiceError
from service.guards.checks import SAFE


class OwnOrigin:
    """Refuses what a page of another site makes a browser send: an upload from a form needs nobody's leave else.

    Programs send no Origin and are not concerned.
    """

    def __init__(self, allowed: Iterable[str]) -> None:
        self._allowed = frozenset(allowed)

    def __call__(self, request: Request) -> None:
        """Raise ServiceError("foreign_origin") when a browser sends this for a page of another site."""
        origin = request.headers.get("origin")
        if request.method in SAFE or origin is None or origin in self._allowed:
            return
        if origin.partition("://")[2] != request.headers.get("host"):
            message = "Forespørselen er sendt fra et annet nettsted og blir ikke utført (KILDESVAR_ORIGINS)."
            raise ServiceError(403, "foreign_origin", message)
