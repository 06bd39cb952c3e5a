"""Under which names the service answers, so that no other site's name can be made to point at it."""

import re
from collections.abc import Iterable
from ipaddress import ip_address

from fastapi import Request

from service.errors import ServiceError

_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^\s:/@\[\]]+)(:\d{1,5})?")


class KnownHosts:
    """Refuses a request whose Host is a name that was not given.

    A page of another site reaches a service on this machine by letting its own name point here (DNS rebinding), so it
    always comes under a name. An address as such is therefore answered under, whichever it is.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {"localhost", *(name.lower() for name in names)}

    def __call__(self, request: Request) -> None:
        """Raise ServiceError("unknown_host") unless the request names this service."""
        given = request.headers.getlist("host")
        found = _HOST.fullmatch(given[0]) if len(given) == 1 else None
        name = found[1].lower().removesuffix(".") if found else ""
        if name not in self._names and not _is_address(name.strip("[]")):
            raise ServiceError(
                400,
                "unknown_host",
                "Tjenesten svarer ikke under dette navnet. Bruk en adresse den er satt opp med (KILDESVAR_HOSTS).",
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address a service listens on."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
