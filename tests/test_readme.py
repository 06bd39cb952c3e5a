"""Every command in README.md is run as it stands there."""

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
ADDRESS = "http://127.0.0.1:8000"


def commands(program: str) -> list[str]:
    """The commands of README.md's shell blocks that run a program, each once."""
    found = [line for line in every_command() if Path(shlex.split(line)[0]).name == program]
    return list(dict.fromkeys(found))


def every_command() -> list[str]:
    """Every command of README.md's shell blocks, continued lines joined."""
    text = (ROOT / "README.md").read_text("utf8")
    lines = "\n".join(BLOCK.findall(text)).replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def python(environment: dict[str, str], arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run `kildesvar` with these arguments in the project's folder."""
    command = [sys.executable, "-m", "eval.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with an index of its own over the sample documents, ingested as README.md says."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "documents" / "pdf", folder / "documents")
    made = {
        **os.environ,
        "KILDESVAR_INDEX": str(folder / "index"),
        "KILDESVAR_DOCUMENTS": str(folder / "documents"),
        "PYTHONPATH": str(ROOT),
    }
    ended = python(made, ["ingest", "documents/pdf"])
    assert ended.returncode == 0, ended.stderr
    return made


@pytest.fixture(scope="module")
def address(environment: dict[str, str]) -> Iterator[str]:
    """A running service on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "eval.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        assert str(port) in service.stdout.readline()
        _wait(f"http://127.0.0.1:{port}/ready")
        yield f"http://127.0.0.1:{port}"
        service.terminate()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                assert response.status == 200
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{address} does not answer")


def test_every_program_is_one_that_is_run_here() -> None:
    """A new kind of command in README.md needs a test of its own."""
    programs = {Path(shlex.split(line)[0]).name for line in every_command()}
    assert programs <= {"make", "kildesvar", "curl"}
    assert {"make", "kildesvar"} <= programs


@pytest.mark.parametrize("line", commands("kildesvar"))
def test_kildesvar(environment: dict[str, str], line: str) -> None:
    """It ends well and says something; `serve` is started below."""
    arguments = shlex.split(line)[1:]
    if arguments[0] == "serve":
        pytest.skip("started and asked by the curl commands")
    ended = python(environment, arguments)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip()


def test_the_answer_that_is_shown_is_the_one_that_is_given(environment: dict[str, str]) -> None:
    """The answer, its place and its quote; how sure it is and what else there is may change with every fit."""
    (shown,) = re.findall(
        r"^answers\n\n```\n(.*?)^```", (ROOT / "README.md").read_text("utf8"), re.MULTILINE | re.DOTALL
    )
    answer, _, *place = shown.partition("\n\n")[0].splitlines()
    (asking,) = (line for line in commands("kildesvar") if " ask " in line)
    given = python(environment, shlex.split(asking)[1:]).stdout.splitlines()
    assert [given[0], *given[2 : 2 + len(place)]] == [answer, *place]


@pytest.mark.parametrize("line", commands("curl"))
def test_curl(address: str, line: str) -> None:
    """The running service answers it with JSON that is no error, or with events that end well; one after the other."""
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    assert ADDRESS in line
    command = shlex.split(line.replace(ADDRESS, address))
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    if "/api/ingestions" in line:
        assert "event: done" in ended.stdout
        assert '"failed":0' in ended.stdout
    else:
        assert "error" not in json.loads(ended.stdout)


@pytest.mark.parametrize("block", PYTHON.findall((ROOT / "README.md").read_text("utf8")))
def test_python(address: str, block: str) -> None:
    """It runs as it stands, and prints something."""
    assert ADDRESS in block
    command = [sys.executable, "-c", block.replace(ADDRESS, address)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert "14 862 tåketimer (Tåke- og fyretatens årsrapport 2024, side 4)" in ended.stdout


@pytest.mark.parametrize("line", commands("make"))
def test_make(line: str) -> None:
    """The target is there, with the variables given to it; what it runs is not run here."""
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    ended = subprocess.run([*shlex.split(line), "-n"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr


def test_the_page_and_the_api_are_where_it_says(address: str) -> None:
    """The service that README.md starts has both under one address."""
    with urllib.request.urlopen(address, timeout=10) as page:
        assert "text/html" in page.headers["Content-Type"]
    with urllib.request.urlopen(f"{address}/api/documents", timeout=10) as listed:
        assert len(json.load(listed)) == 2
