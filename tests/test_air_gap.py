"""Nothing leaves the machine: reading, asking and evaluating work with every socket but loopback refused."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.retrieval.conftest import REPORT

ROOT = Path(__file__).parents[1]
GUARD = '''
"""Refuses every address but loopback, and every name that is not this machine's own."""
import os
import socket

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def refuse(what):
    with open(os.environ["TRIED"], "a", encoding="utf8") as out:
        out.write(f"{what!r}\\n")
    raise OSError("the network is not to be used")


def guarded(original):
    def call(self, address, *more):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            refuse(address)
        return original(self, address, *more)

    return call


for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, guarded(getattr(socket.socket, name)))

looked_up = socket.getaddrinfo


def getaddrinfo(host, *more, **named):
    if host not in LOOPBACK:
        refuse(host)
    return looked_up(host, *more, **named)


socket.getaddrinfo = getaddrinfo
'''


@pytest.fixture
def sealed(tmp_path: Path) -> dict[str, str]:
    """An environment with the guard in every Python process, an empty home, and nothing of this one's own."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, "utf8")
    (tmp_path / "home").mkdir()
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path / "home"),
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "guard"), str(ROOT)]),
        "TRIED": str(tmp_path / "tried"),
        "KILDESVAR_INDEX": str(tmp_path / "index"),
    }


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder of its own."""
    folder = Path(environment["HOME"])
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=120)


def over_http(environment: dict[str, str], documents: Path, question: str) -> dict[str, Any]:
    """The reply of a service of its own on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "eval.cli", "serve", "--documents", str(documents), "--port", str(port)]
    with subprocess.Popen(command, env=environment, cwd=environment["HOME"], stdout=subprocess.PIPE) as service:
        try:
            assert service.stdout is not None
            assert str(port).encode() in service.stdout.readline()
            body = json.dumps({"question": question}).encode()
            headers = {"Content-Type": "application/json"}
            asked = urllib.request.Request(f"http://127.0.0.1:{port}/api/ask", body, headers)
            for pause in (0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4):
                try:
                    with urllib.request.urlopen(asked, timeout=60) as answer:
                        return dict(json.load(answer))
                except urllib.error.URLError:  # it listens, and is about to answer
                    time.sleep(pause)
            raise AssertionError("the service does not answer")
        finally:
            service.terminate()


def test_the_guard_refuses(sealed: dict[str, str]) -> None:
    """A test that cannot fail proves nothing: an address and a name outside are refused and written down."""
    asks = "import socket; socket.create_connection(('{}', 80), 1)"
    for address in ("192.0.2.1", "example.org"):
        assert "not to be used" in run(sealed, "-c", asks.format(address)).stderr
    assert Path(sealed["TRIED"]).read_text("utf8").splitlines() == ["'192.0.2.1'", "'example.org'"]


def test_everything_works_without_a_network(sealed: dict[str, str], tmp_path: Path) -> None:
    """A folder is read, a question answered here and over HTTP, an evaluation run; no address outside is even tried."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "rapport.txt").write_text(REPORT, "utf8")
    (documents / "brev.pdf").write_bytes((ROOT / "documents" / "pdf" / "tildelingsbrev_2025.pdf").read_bytes())
    question = "Hvor mange ansatte hadde Fyretaten ved utgangen av 2024?"
    item = {
        "id": "q1",
        "question": question,
        "kind": "figure-text",
        "source": "rapport.txt",
        "evidence": [[7, 7]],
        "answer": {"value": 214},
    }
    (tmp_path / "own.jsonl").write_text(json.dumps(item), "utf8")

    read = run(sealed, "-m", "eval.cli", "ingest", str(documents))
    assert read.returncode == 0, read.stderr
    asked = run(sealed, "-m", "eval.cli", "ask", question, "--json")
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout)["figures"][0]["value"] == 214
    own = ("--questions", str(tmp_path / "own.jsonl"), "--runs", str(tmp_path / "runs"))
    measured = run(sealed, "-m", "eval.cli", "eval", "--documents", str(documents), *own)
    assert measured.returncode == 0, measured.stderr
    reply = over_http(sealed, documents, question)
    assert reply["figures"][0]["value"] == 214

    assert not Path(sealed["TRIED"]).exists()
    assert list((tmp_path / "home").iterdir()) == []
