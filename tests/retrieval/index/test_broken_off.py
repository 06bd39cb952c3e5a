"""Whatever breaks an ingestion off, the last good index answers and the next run completes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from retrieval.analysis import Analyzer
from retrieval.errors import IndexUnusableError
from retrieval.index.open import Index
from retrieval.update import update_index
from tests.retrieval.conftest import HashEncoder

ROOT = Path(__file__).parents[3]


def broken_off(how: str, folder: Path, count: int, seed: int = 1) -> dict[str, Any]:
    """Break off ingestions in processes of their own; every one is checked there."""
    command = [sys.executable, "-m", "tests.retrieval.index.broken_off", how, str(folder), str(count), str(seed)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3000)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    assert found["points"] == count
    return found


def again(folder: Path, index: Path) -> None:
    """Bring the index up to date."""
    update_index(folder, index, HashEncoder(), Analyzer(), lambda *_: None)


def test_killed_at_a_few_points(tmp_path: Path) -> None:
    """`kill -9` while files are read and while the index is written."""
    found = broken_off("kill", tmp_path, 4)
    assert found.get("the old one answers", 0) + found.get("the new one answers", 0) >= 2


@pytest.mark.long
def test_killed_at_two_hundred_points(tmp_path: Path) -> None:
    """The same, often enough to meet rare moments; half of them at least must really have been killed."""
    found = broken_off("kill", tmp_path, 200, 7)
    assert found.get("the old one answers", 0) + found.get("the new one answers", 0) >= 100


def test_without_room_at_a_few_sizes(tmp_path: Path) -> None:
    """A file that cannot grow any further, wherever that happens, is told as what it is."""
    found = broken_off("fill", tmp_path, 3)
    assert found["no room"] >= 1


@pytest.mark.long
def test_without_room_at_sixty_sizes(tmp_path: Path) -> None:
    """From no room at all to enough."""
    found = broken_off("fill", tmp_path, 60)
    assert found["no room"] >= 20
    assert found["done"] >= 1


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB that can be filled, and set to read-only."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0 or _mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)) != 0:
        pytest.skip("a disk of its own can only be attached by root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def _mount(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], capture_output=True).returncode if shutil.which("mount") else 1


def test_a_disk_that_is_full(folder: Path, mounted: Path) -> None:
    """It is named; the index there is goes on answering; with room, the next run completes."""
    again(folder, mounted / "index")
    ballast = mounted / "ballast"
    free = shutil.disk_usage(mounted).free
    ballast.write_bytes(bytes(free - 100_000))
    (folder / "ny.txt").write_text("Havnen fikk 12 nye fortøyninger i 2024.\n", "utf8")
    with pytest.raises(IndexUnusableError, match="Frigjør plass") as caught:
        again(folder, mounted / "index")
    assert caught.value.code == "disk_full"
    assert len(Index(mounted / "index", HashEncoder(), Analyzer()).documents) == 2
    ballast.unlink()
    again(folder, mounted / "index")
    assert len(Index(mounted / "index", HashEncoder(), Analyzer()).documents) == 3


def test_a_disk_that_is_read_only(folder: Path, mounted: Path) -> None:
    """It is answered from; that it cannot be written is told."""
    again(folder, mounted / "index")
    assert _mount("-o", "remount,ro", str(mounted)) == 0
    index = Index(mounted / "index", HashEncoder(), Analyzer())
    assert index.store.frequencies(["ansatt"])
    assert len(index.lexical) == index.manifest.passages
    (folder / "ny.txt").write_text("Havnen fikk 12 nye fortøyninger i 2024.\n", "utf8")
    with pytest.raises(IndexUnusableError, match="skrivetilgang") as caught:
        again(folder, mounted / "index")
    assert caught.value.code == "not_writable"


def test_an_index_that_cannot_be_made(folder: Path, tmp_path: Path) -> None:
    """A file stands where its folder should be."""
    (tmp_path / "fil").write_text("x", "utf8")
    with pytest.raises(IndexUnusableError) as caught:
        again(folder, tmp_path / "fil" / "index")
    assert caught.value.code == "not_writable"


def test_documents_are_not_lost_with_a_disk_that_is_taken_away(folder: Path, mounted: Path, tmp_path: Path) -> None:
    """What was read from it stays, and is taken for unchanged when it is back."""
    (mounted / "fjern.txt").write_text("Havnen fikk 12 nye fortøyninger i 2024.\n", "utf8")
    (folder / "disk").mkdir()
    assert _mount("--bind", str(mounted), str(folder / "disk")) == 0
    try:
        again(folder, tmp_path / "index")
    finally:
        subprocess.run(["umount", str(folder / "disk")], check=True)
    update = update_index(folder, tmp_path / "index", HashEncoder(), Analyzer(), lambda *_: None)
    assert not update.built
    assert [outcome.code for outcome in update.failed] == ["not_mounted"]
    assert {outcome.source: outcome.status.value for outcome in update.outcomes}["disk/fjern.txt"] == "kept"
    assert len(Index(tmp_path / "index", HashEncoder(), Analyzer()).documents) == 3
