"""The systemd unit: it is one, it is hardened, and what it sets can be set."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from service.settings import PREFIX, Settings

UNIT = Path(__file__).parents[3] / "service" / "deployment" / "kildesvar.service"
EXPOSED = 2.0
"""The most that `systemd-analyze security` may find it exposed, of 10."""


@pytest.fixture
def systemd() -> str:
    """The program that checks units."""
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("systemd-analyze is not installed")
    return found


def test_every_setting_it_gives_is_one() -> None:
    """Misspelt, it would be without effect."""
    given = re.findall(rf"^Environment={PREFIX}(\w+)=", UNIT.read_text("utf8"), re.MULTILINE)
    assert {"KEYS_FILE", "INDEX", "DOCUMENTS"} <= set(given)
    assert {name.lower() for name in given} <= set(Settings.model_fields)


def test_it_stops_later_than_the_service_does() -> None:
    """What is being answered is answered whole before it is killed."""
    found = re.search(r"^TimeoutStopSec=(\d+)$", UNIT.read_text("utf8"), re.MULTILINE)
    assert found
    assert int(found[1]) > int(Settings.model_fields["shutdown_seconds"].default)


def test_systemd_takes_it(systemd: str, tmp_path: Path) -> None:
    """Every line is understood; the program is put where one is."""
    copy = tmp_path / UNIT.name
    copy.write_text(UNIT.read_text("utf8").replace("/opt/kildesvar/bin/kildesvar", shutil.which("true") or "/bin/true"))
    ended = subprocess.run([systemd, "verify", "--man=no", str(copy)], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr.strip()) == (0, "")


def test_it_is_hardened(systemd: str) -> None:
    """By systemd's own reckoning."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "SYSTEMD_COLORS": "0"}
    command = [systemd, "security", "--offline=true", "--no-pager", str(UNIT)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", ended.stdout)
    assert found, ended.stderr
    assert float(found[1]) <= EXPOSED
