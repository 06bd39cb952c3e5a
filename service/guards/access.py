"""Who may do what: the key a request carries, and the role it needs."""

import base64
import binascii

from fastapi import Request

from service.errors import ServiceError
from service.guards.checks import SAFE
from service.guards.keyring import Keyring, Role

OPEN = frozenset({"/health", "/ready"})
"""What an orchestrator looks at, which says nothing of the documents' contents."""

QUESTIONS = frozenset({
    "/api/ask", "/api/search", "/api/suggestions", "/api/conversations/export", "/api/overview.csv",
    "/api/overview.xlsx", "/api/feedback",
})  # fmt: skip
"""What is sent with POST and changes no document. Whatever else is not read with GET needs the role write."""

_CHALLENGE = {"WWW-Authenticate": 'Basic realm="Kildesvar", charset="UTF-8", Bearer realm="Kildesvar"'}
"""Basic is what browsers ask a person for by themselves: the key is the password, the name is of no meaning."""


class Access:
    """Refuses a request that lacks the key its role needs."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    def __call__(self, request: Request) -> None:
        """Raise ServiceError: "key_needed", "unknown_key", or "write_key_needed" to one who may only read."""
        needed = role_needed(request.method, request.scope["path"])
        if needed is None or not self._keyring.asks_for_key(needed):
            return
        given = _given(request.headers.get("authorization", ""))
        if given is None:
            message = "Dette krever en nøkkel. Oppgi den du har fått av den som drifter tjenesten."
            raise ServiceError(401, "key_needed", message, _CHALLENGE)
        role = self._keyring.role_of(given)
        if role is None:
            raise ServiceError(401, "unknown_key", "Nøkkelen er ikke gyldig. Sjekk at hele er med.", _CHALLENGE)
        if needed == Role.WRITE and role != Role.WRITE:
            message = "Nøkkelen gir bare lesetilgang. Opplasting og fjerning krever en nøkkel med skrivetilgang."
            raise ServiceError(403, "write_key_needed", message)


def role_needed(method: str, path: str) -> Role | None:
    """The role for an address; None where anyone may look."""
    if path in OPEN:
        return None
    return Role.READ if method in SAFE or path in QUESTIONS else Role.WRITE


def _given(header: str) -> str | None:
    """The key of an Authorization header: a bearer token, or the password of a name and a password."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip() or None
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2] or None
    except (binascii.Error, UnicodeDecodeError):
        return None
