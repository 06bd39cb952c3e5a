"""A name for every request, which its reply and its lines in the log share."""

import re
from contextvars import ContextVar
from uuid import uuid4

HEADER = "X-Request-ID"
current: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The id of the request that is being answered; None outside of requests."""
_USABLE = re.compile(r"[A-Za-z0-9._-]{1,64}")


def request_id(given: str | None) -> str:
    """The id a request brings, when it is one that cannot spoil a log or a header; else a new one."""
    return given if given and _USABLE.fullmatch(given) else uuid4().hex
