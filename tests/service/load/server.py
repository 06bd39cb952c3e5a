"""The service as a person starts it, in a process of its own, and what it holds of the machine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import httpx
import pytest

from tests.service.running import free_port

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "documents" / "pdf"
COMMAND = (sys.executable, "-m", "eval.cli")


@dataclass(frozen=True)
class Holding:
    """What a service holds: bytes of memory, its own and of the processes it started, and open files of its own."""

    memory: int
    files: int


@dataclass(frozen=True)
class Server:
    """A running service."""

    address: str
    process: subprocess.Popen[bytes]

    def holding(self) -> Holding:
        """What it holds now, as the kernel counts it."""
        own = Path("/proc") / str(self.process.pid)
        resident = sum(_resident(process) for process in (own, *_children(self.process.pid)))
        return Holding(resident, len(list((own / "fd").iterdir())))


@contextmanager
def serving(folder: Path, **environment: str) -> Iterator[Server]:
    """`kildesvar ingest` and `kildesvar serve` over copies of the sample documents in `folder`."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("what a process holds is read from /proc, which is not here")
    documents = folder / "documents"
    documents.mkdir()
    for path in SAMPLE.iterdir():
        (documents / path.name).write_bytes(path.read_bytes())
    port = free_port()
    settings = {"KILDESVAR_INDEX": str(folder / "index"), "KILDESVAR_DOCUMENTS": str(documents), **environment}
    around = {**os.environ, **settings, "PYTHONPATH": str(ROOT)}
    subprocess.run([*COMMAND, "ingest", str(documents)], cwd=folder, env=around, check=True, capture_output=True)
    with subprocess.Popen([*COMMAND, "serve", "--port", str(port)], cwd=folder, env=around) as process:
        try:
            server = Server(f"http://127.0.0.1:{port}", process)
            _wait_for(server)
            yield server
            assert process.poll() is None, "the service has fallen over"
        finally:
            process.terminate()


def _wait_for(server: Server) -> None:
    while server.process.poll() is None:
        try:
            httpx.get(f"{server.address}/ready").raise_for_status()
        except httpx.TransportError:
            sleep(0.1)
        else:
            return
    pytest.fail("the service did not start")


def _children(pid: int) -> list[Path]:
    return [path for path in Path("/proc").iterdir() if path.name.isdecimal() and _parent(path) == pid]


def _parent(process: Path) -> int | None:
    """Who started a process; None when it ended meanwhile. Its name, in parentheses, may hold anything."""
    try:
        return int((process / "stat").read_text("utf8", "replace").rpartition(")")[2].split()[1])
    except OSError:
        return None


def _resident(process: Path) -> int:
    try:
        return int((process / "statm").read_text("utf8").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
