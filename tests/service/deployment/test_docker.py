"""The Dockerfile, as far as it can be seen without a daemon that builds it."""

import re
import tomllib
from pathlib import Path

import pytest

from service.settings import PREFIX, Settings

ROOT = Path(__file__).parents[3]
FILE = ROOT / "service" / "deployment" / "Dockerfile"
KNOWN = {
    *("ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "RUN", "STOPSIGNAL", "USER"),
    *("VOLUME", "WORKDIR"),
}


def instructions() -> list[tuple[str, str]]:
    """Every instruction with its argument, continued lines joined, remarks left out."""
    text = re.sub(r"^#.*\n", "", FILE.read_text("utf8"), flags=re.MULTILINE).replace("\\\n", " ")
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in text.splitlines() if line.strip()]


def last_stage() -> list[tuple[str, str]]:
    """The instructions of the stage that is run."""
    found = instructions()
    begins = max(at for at, (name, _) in enumerate(found) if name == "FROM")
    return found[begins:]


def test_every_line_is_an_instruction() -> None:
    """And every image is of a named version."""
    found = instructions()
    assert {name for name, _ in found} <= KNOWN
    images = [argument.split()[0] for name, argument in found if name == "FROM"]
    assert len(images) == 2
    assert all(re.fullmatch(r"python:3\.\d+-slim-\w+", image) for image in images)


def test_nothing_is_fetched_or_built_where_it_is_run() -> None:
    """What was made in the first stage is copied; the last one only adds a user."""
    runs = [argument for name, argument in last_stage() if name == "RUN"]
    assert [run.split()[0] for run in runs] == ["useradd"]


def test_the_licence_goes_with_it() -> None:
    """What is installed from the context has the files the project says are its licence."""
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]["license-files"]
    copied = " ".join(argument for name, argument in instructions() if name == "COPY").split()
    assert set(named) <= set(copied)


def test_it_runs_as_nobody_in_particular() -> None:
    """A number, so that an orchestrator sees that it is not root; nothing follows that would change it."""
    found = last_stage()
    users = [argument for name, argument in found if name == "USER"]
    assert len(users) == 1
    assert users[0].isdecimal()
    assert int(users[0]) > 0
    after = [name for name, _ in found[found.index(("USER", users[0])) :]]
    assert not {"RUN", "COPY"} & set(after)


def test_what_is_copied_is_there_and_is_let_in() -> None:
    """The context holds what is named and nothing that should not leave the machine."""
    let_in = {
        line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text("utf8").splitlines() if line[0] == "!"
    }
    copied = {
        source
        for name, argument in instructions()
        if name == "COPY" and not argument.startswith("--from")
        for source in argument.split()[:-1]
    }
    assert copied == let_in
    assert all((ROOT / source).exists() for source in copied)


@pytest.mark.parametrize("name", ["ENTRYPOINT", "CMD"])
def test_it_is_started_without_a_shell(name: str) -> None:
    """Else the signal to stop would reach the shell and not the service."""
    assert [argument[0] for given, argument in last_stage() if given == name] == ["["]


def test_every_setting_it_gives_is_one() -> None:
    """And a service that others reach is given a file of keys, without which it does not start."""
    given = dict(
        re.findall(rf"{PREFIX}(\w+)=(\S+)", " ".join(argument for name, argument in last_stage() if name == "ENV"))
    )
    assert {name.lower() for name in given} <= set(Settings.model_fields)
    assert (given["HOST"], given["KEYS_FILE"]) == ("0.0.0.0", "/run/secrets/keys")
