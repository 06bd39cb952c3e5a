"""Every request is named, timed, counted and logged; a fault of the service's own is answered plainly."""

import logging
from time import perf_counter
from typing import Any

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import CODE, FAULT, refusal
from service.observing import request_id
from service.observing.logs import FIELDS
from service.observing.metrics import Metrics

_QUESTION = "kildesvar.question"
_log = logging.getLogger(__name__)


def note_question(request: Request, question: str) -> None:
    """Remember what was asked; it reaches the log only where the settings say so."""
    request.scope[_QUESTION] = question


class Observed:
    """The outermost place where a fault can be answered, and the only one that sees every reply."""

    def __init__(self, app: ASGIApp, metrics: Metrics, *, log_questions: bool) -> None:
        self.app = app
        self.metrics = metrics
        self.log_questions = log_questions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and tell of it when it is answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        ident = request_id.request_id(Headers(scope=scope).get(request_id.HEADER))
        token = request_id.current.set(ident)
        started = perf_counter()
        status: int | None = None

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[request_id.HEADER] = ident
            await send(message)

        try:
            with self.metrics.in_flight.track_inprogress():
                await self.app(scope, receive, sent)
        except Exception:
            _log.exception("request failed", extra={FIELDS: {"method": scope["method"], "route": _route(scope)}})
            if status is not None:
                raise
            await refusal(scope, FAULT)(scope, receive, sent)
        finally:
            self._tell(scope, status, perf_counter() - started)
            request_id.current.reset(token)

    def _tell(self, scope: Scope, status: int | None, seconds: float) -> None:
        """Count and log; a request whose asker left before the reply has status 499."""
        told = status or 499
        route, code = _route(scope), scope.get(CODE)
        self.metrics.count(route, told, seconds, code)
        fields: dict[str, Any] = {
            "method": scope["method"],
            "route": route,
            "status": told,
            "code": code,
            "ms": round(seconds * 1000, 1),
            "question": scope.get(_QUESTION) if self.log_questions else None,
        }
        _log.info("request", extra={FIELDS: fields})


def _route(scope: Scope) -> str:
    """The route and never the address, which may hold what was asked."""
    return getattr(scope.get("route"), "path", "none")
