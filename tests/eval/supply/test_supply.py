"""What is installed is pinned, with hashes where a version is one file, and every licence is one that may be used."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from eval.supply.licences import installed, is_allowed

ROOT = Path(__file__).resolve().parents[3]
BY_VERSION_ALONE = {"torch"}
"""Built in several ways under one version: which file is taken depends on the machine."""


def pins(path: Path) -> dict[str, str]:
    """The version of every package of a file, by its normalised name."""
    found = re.findall(r"^([\w.\-]+)==([^\s;]+)", path.read_text("utf8"), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in found}


def test_the_lock_holds_what_is_pinned() -> None:
    """`make lock` makes it again when a pin has changed."""
    pinned = pins(ROOT / "constraints.txt")
    locked = pins(ROOT / "requirements.lock")
    assert len(locked) > 60
    assert {name: version for name, version in pinned.items() if name not in BY_VERSION_ALONE} == locked


def test_every_locked_package_has_hashes_and_no_address() -> None:
    """Nothing but the files that were locked can be installed, wherever they are fetched from."""
    text = (ROOT / "requirements.lock").read_text("utf8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry.partition("=")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def needed() -> set[str]:
    """Every package that pyproject.toml names, and all that those need in turn on this machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    waiting = [Requirement(line) for line in (*project["dependencies"], *extras)]
    found: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        known = (canonicalize_name(one.name), frozenset(one.extras))
        if known in found or known[0] == project["name"]:
            continue
        found.add(known)
        own = map(Requirement, distribution(one.name).requires or ())
        asked = ("", *one.extras)
        waiting += [r for r in own if r.marker is None or any(r.marker.evaluate({"extra": extra}) for extra in asked)]
    return {name for name, _ in found}


def test_what_the_project_needs_is_pinned() -> None:
    """Down to what is needed by what it needs; but for what torch alone brings where it is built for graphics cards."""
    found = {name for name in needed() if not name.startswith(("nvidia-", "cuda-", "triton"))}
    assert len(found) > 60
    assert found - set(pins(ROOT / "constraints.txt")) == set()


def test_every_licence_may_be_used() -> None:
    """Of all that is installed here."""
    found = installed()
    assert len(found) > 50
    assert [(name, licence) for name, _, licence in found if not is_allowed(licence)] == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [("MIT", True), ("Apache-2.0 WITH LLVM-exception AND MIT", True), ("MIT AND GPL-3.0-only", False), ("", False)],
)
def test_a_licence_is_allowed_when_all_its_parts_are(licence: str, allowed: bool) -> None:
    """One part that is not spoils it."""
    assert is_allowed(licence) is allowed
