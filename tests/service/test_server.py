"""How the service starts and stops."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pytest

from service.server import serve_on
from service.settings import Settings, SettingsError
from tests.service.conftest import Service
from tests.service.running import free_port

ROOT = Path(__file__).parents[2]
STARTED = """
import sys
from pathlib import Path
from service.server import serve_on
from service.settings import Settings
from tests.service.conftest import engine_over

index, documents, port = sys.argv[1:]
settings = Settings(index=Path(index), documents=Path(documents), port=int(port), log_level="info", log_format="json")
serve_on(settings, engine_over(settings.index), lambda: print("klar", flush=True))
"""


@contextmanager
def started(service: Service) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A service in a process of its own, and its port."""
    port = free_port()
    command = [sys.executable, "-c", STARTED, str(service.settings.index), str(service.documents), str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "klar\n"
            yield process, port
        finally:
            process.kill()


def answering(port: int) -> socket.socket:
    """A connection to the service, when it has begun to answer."""
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), 10) as tried:
                tried.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                if tried.recv(100).startswith(b"HTTP/1.1 200"):
                    return socket.create_connection(("127.0.0.1", port), 10)
        except OSError:
            sleep(0.05)
    pytest.fail("the service does not answer")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_what_is_being_answered_is_answered_whole_when_it_stops(service: Service, how: signal.Signals) -> None:
    """Half a question has come when it is told to stop: no new connection is taken, the other half is waited for."""
    body = b'{"question": "Hvor mange ansatte hadde etaten ved utgangen av 2024?"}'
    head = (
        b"POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    )
    with started(service) as (process, port), answering(port) as connection:
        connection.sendall(head + body[:20])
        sleep(0.3)
        process.send_signal(how)
        sleep(0.5)
        with pytest.raises(OSError), socket.create_connection(("127.0.0.1", port), 2):
            pass
        connection.sendall(body[20:])
        reply = b""
        while piece := connection.recv(65536):
            reply += piece
        assert reply.startswith(b"HTTP/1.1 200")
        assert b"214 ansatte" in reply
        _, log = process.communicate(timeout=20)
    assert process.returncode in (0, -how)
    assert '"route": "/api/ask", "status": 200' in log
    assert "ansatte" not in log
    assert "Traceback" not in log


def test_beyond_loopback_it_does_not_start_without_keys(service: Service) -> None:
    """Nothing listens for even a moment."""
    port = free_port()
    settings = Settings(**{**service.settings.model_dump(), "host": "0.0.0.0", "port": port})
    with pytest.raises(SettingsError, match="KILDESVAR_KEYS"):
        serve_on(settings, service.engine, lambda: pytest.fail("it listens"))
