"""What the asker has already is not sent again: ETag, If-None-Match and 304."""

import hashlib
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT = "private, no-cache"
"""May be kept by the asker alone, and is asked about before it is used again."""
NOT_KEPT = "no-store"
STREAM = "text/event-stream"
LASTING = (200, 206, 304)
"""Whole replies, parts of a file, and what is unchanged."""


class Unchanged:
    """Gives what is read an ETag of its content, and answers 304 to one who has that content.

    The tag is made from the reply itself, so that it can never call two replies one, whatever made them differ. It is
    weak, since the same content may be sent compressed. A reply that brings a tag of its own keeps it; one that says
    it is not to be kept has none.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; hold its reply back until it is known whether it is needed."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, _with_default(send, NOT_KEPT))
        else:
            await self.app(scope, receive, _Reply(Headers(scope=scope).get("if-none-match", ""), send))


class _Reply:
    """One reply on its way to one who may have it already."""

    def __init__(self, held: str, send: Send) -> None:
        self._held = {tag.strip().removeprefix("W/") for tag in held.split(",")}
        self._send = send
        self._start: Message | None = None
        self._body = bytearray()
        self._dropped = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._start is not None:
            await self._gather(message)
        elif not self._dropped:
            await self._send(message)

    async def _begin(self, start: Message) -> None:
        headers = MutableHeaders(scope=start)
        lasting = start["status"] in LASTING and not headers.get("content-type", "").startswith(STREAM)
        headers.setdefault("Cache-Control", KEPT if lasting else NOT_KEPT)
        if start["status"] != 200 or headers["Cache-Control"] == NOT_KEPT:
            await self._send(start)
        elif "etag" in headers:
            await self._send_unless_held(start)
        else:
            self._start = start

    async def _gather(self, message: Message) -> None:
        """Keep the body until it is whole; the tag is made from all of it."""
        self._body += message.get("body", b"")
        if not message.get("more_body", False) and self._start is not None:
            start, self._start = self._start, None
            MutableHeaders(scope=start)["ETag"] = f'W/"{hashlib.sha256(self._body).hexdigest()[:32]}"'
            await self._send_unless_held(start, {**message, "body": bytes(self._body)})

    async def _send_unless_held(self, start: Message, whole: dict[str, Any] | None = None) -> None:
        headers = MutableHeaders(scope=start)
        self._dropped = headers["etag"].removeprefix("W/") in self._held or "*" in self._held
        if self._dropped:
            start["status"] = 304
            for name in ("content-length", "content-type"):
                del headers[name]
            await self._send(start)
            await self._send({"type": "http.response.body"})
            return
        await self._send(start)
        if whole is not None:
            await self._send(whole)


def _with_default(send: Send, caching: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).setdefault("Cache-Control", caching)
        await send(message)

    return sent
