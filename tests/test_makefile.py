"""`make serve` with a stand-in for the program: what is ingested and served, and what stops it."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def served(folder: Path, status: int, *given: str) -> list[str]:
    """The commands that `make serve` runs where an ingestion ends with that status."""
    program = folder / "kildesvar"
    program.write_text(f'#!/bin/sh\necho "$@" >> {folder}/log\n[ "$1" = serve ] || exit {status}\n', "utf8")
    program.chmod(0o755)
    ready = folder / "ready"
    ready.touch()
    standing_in = (f"BIN={folder}", f"READY={ready}", f"SAMPLE={folder}/sample")
    subprocess.run(["make", "serve", *standing_in, *given], cwd=ROOT, capture_output=True, timeout=60, check=False)
    return (folder / "log").read_text("utf8").splitlines()


def test_the_sample_is_served_from_a_copy(tmp_path: Path) -> None:
    """What is uploaded and removed on the page changes the copy; one that is there already is left as it is."""
    sample = f"{tmp_path}/sample"
    assert served(tmp_path, 0) == [f"ingest {sample}", f"serve --documents {sample} --port 8000"]
    assert {path.name for path in Path(sample).iterdir()} == {"arsrapport_2024.pdf", "tildelingsbrev_2025.pdf"}
    (Path(sample) / "arsrapport_2024.pdf").unlink()
    served(tmp_path, 0)
    assert {path.name for path in Path(sample).iterdir()} == {"tildelingsbrev_2025.pdf"}


def test_a_folder_and_a_port_of_ones_own(tmp_path: Path) -> None:
    """No copy is made then."""
    commands = served(tmp_path, 0, "DOCUMENTS=/srv/mine", "PORT=8080")
    assert commands == ["ingest /srv/mine", "serve --documents /srv/mine --port 8080"]
    assert not (tmp_path / "sample").exists()


@pytest.mark.parametrize(("status", "is_served"), [(1, True), (2, False)])
def test_a_file_that_cannot_be_read_does_not_keep_the_rest_from_being_served(
    tmp_path: Path, status: int, *, is_served: bool
) -> None:
    """Status 1 says that a file could not be read; 2 that there is nothing to serve."""
    assert any(line.startswith("serve") for line in served(tmp_path, status)) is is_served
