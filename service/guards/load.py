"""How many requests are worked on at a time: beyond that the service says so at once and stays quick for the rest."""

from threading import Lock

from starlette.types import ASGIApp, Receive, Scope, Send

from service.errors import ServiceError, refusal
from service.guards.access import role_needed
from service.guards.keyring import Role

BOUNDED = "/api/"
CHANGES = 8
"""How many uploads and removals may wait for each other: each holds a worker thread, and questions need those too."""
WAIT = {Role.READ: "1", Role.WRITE: "10"}
"""After how many seconds it is worth trying again."""


class Bounded:
    """Answers 503 to what comes while as many requests as are allowed are being worked on."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = {Role.READ: most, Role.WRITE: min(most, CHANGES)}
        self.at_work = dict.fromkeys(self.most, 0)
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Work on the request when there is room."""
        role = role_needed(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if role is None or not scope["path"].startswith(BOUNDED):
            await self.app(scope, receive, send)
        elif not self._enter(role):
            message = "Det er for mange forespørsler akkurat nå. Vent litt og prøv igjen."
            error = ServiceError(503, "overloaded", message, {"Retry-After": WAIT[role]})
            await refusal(scope, error)(scope, receive, send)
        else:
            try:
                await self.app(scope, receive, send)
            finally:
                self._leave(role)

    def _enter(self, role: Role) -> bool:
        with self._lock:
            room = self.at_work[role] < self.most[role]
            self.at_work[role] += room
            return room

    def _leave(self, role: Role) -> None:
        with self._lock:
            self.at_work[role] -= 1
