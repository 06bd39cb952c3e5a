"""A running service, asked over HTTP."""

import json
from collections.abc import Sequence
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from eval.run import LIMIT, Ask
from ingest.errors import ToldError
from service.schemas import AskReply

TIMEOUT = 120
"""Seconds a reply may take."""


class ServiceUnreachableError(ToldError):
    """The service does not answer, or not as it should; the message says what to do."""


class Service:
    """A service at an address such as http://127.0.0.1:8000."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    def ask(self) -> Ask:
        """Ask the service, one question a request."""

        def ask(question: str, history: Sequence[str]) -> AskReply:
            body = {"question": question, "history": list(history), "limit": LIMIT}
            return AskReply.model_validate(self._open("/api/ask", json.dumps(body).encode()))

        return ask

    def documents(self) -> list[dict[str, Any]]:
        """The documents it answers from."""
        found = self._open("/api/documents")
        return list(found["documents"] if isinstance(found, dict) else found)

    def ready(self) -> dict[str, Any]:
        """What the service says of itself."""
        return dict(self._open("/ready"))

    def _open(self, path: str, body: bytes | None = None) -> Any:  # noqa: ANN401 — JSON of many shapes
        if not self.url.startswith(("http://", "https://")):
            raise ServiceUnreachableError(f"«{self.url}» er ikke en nettadresse. Skriv den med http:// foran.")
        request = Request(self.url + path, body, {"Content-Type": "application/json"})  # noqa: S310 — checked above
        try:
            with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310 — checked above
                return json.load(response)
        except HTTPError as error:
            said = error.read().decode(errors="replace")[:300]
            raise ServiceUnreachableError(f"Tjenesten svarte {error.code} på {path}: {said}") from error
        except (OSError, HTTPException, ValueError) as error:
            msg = f"Tjenesten på {self.url} svarer ikke som den skal ({error}). Start den med «kildesvar serve»."
            raise ServiceUnreachableError(msg) from error
