"""The running service on its port."""

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from retrieval.engine import Engine
from service.app import make_app
from service.observing.logs import configure
from service.settings import Settings, SettingsError


def serve_on(settings: Settings, engine: Engine, when_ready: Callable[[], None]) -> None:
    """Answer on the settings' address until asked to stop; requests that are being answered then are answered whole.

    Raises SettingsError when the address cannot be had, or when the service would be open to changes by anyone.
    """
    app = make_app(settings, engine)
    configure(settings)
    with _listening(settings.host, settings.port) as taken:
        when_ready()
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=settings.shutdown_seconds,
        )
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[taken])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=_family(host))
    except OSError as error:
        message = (
            f"Adressen {host}, port {port}, kan ikke brukes ({error.strerror}). "
            "Velg en annen port med --port, eller stopp programmet som bruker den."
        )
        raise SettingsError(message) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
