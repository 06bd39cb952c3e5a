"""What is tried on the service, and what must be as before."""

import tomllib
from pathlib import Path

from tests.service.conftest import Service

CORPUS: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "attacks.toml").read_text("utf8"))
SECRETS = ("root:x:0:0", "[build-system]", "def make_app", "class Settings", "[core]")
"""What stands in files that an attack tries to reach."""


def state(service: Service) -> dict[str, tuple[int, float]]:
    """Every file in and around the service's folders, with its size and time of change; what is seen of them apart."""
    around = service.documents.parent
    return {
        str(path.relative_to(around)): (path.stat().st_size, path.stat().st_mtime)
        for path in sorted(around.rglob("*"))
        if path.is_file()
    }
