"""What answered: code, index, encoder, analysis and weights, so that two runs can be told apart."""

import hashlib
import json
import platform
import shutil
import subprocess
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from eval.runs.http import Service
from retrieval.engine import Engine

PACKAGES = ("ingest", "retrieval", "service")
DATA = (".py", ".toml", ".json", ".tsv", ".sql", ".safetensors")

Fingerprint = dict[str, Any]


def fingerprint_of(engine: Engine) -> Fingerprint:
    """What answers in this process."""
    answerer = engine.answerer()
    manifest = asdict(answerer.index.manifest)
    files = manifest.pop("files")
    return {
        "code": code(),
        "index": {**manifest, "digest": digest(files)},
        "documents": sorted((document.source, document.digest) for document in answerer.index.documents.values()),
        "weights": {"digest": digest(asdict(answerer.weights)), **asdict(answerer.weights)},
        "python": platform.python_version(),
    }


def fingerprint_of_service(service: Service) -> Fingerprint:
    """What a service says of itself. Its code is its own; that of this program is not what answers."""
    documents = sorted((str(entry["source"]), str(entry["id"])) for entry in service.documents())
    return {"url": service.url, "service": service.ready(), "documents": documents}


def code() -> dict[str, str]:
    """The revision where there is one, and the hash of what runs, which also knows what is not committed yet."""
    found = {"hash": package_hash()}
    revision = _revision()
    return {"revision": revision, **found} if revision else found


@lru_cache(maxsize=1)
def package_hash() -> str:
    """The SHA-256 of the code and data that answer, shortened."""
    root = Path(__file__).resolve().parents[2]
    total = hashlib.sha256()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in DATA:
                total.update(path.relative_to(root).as_posix().encode())
                total.update(path.read_bytes())
    return total.hexdigest()[:16]


def digest(value: object) -> str:
    """A short hash of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:16]


def _revision() -> str | None:
    git = shutil.which("git")
    root = Path(__file__).resolve().parents[2]
    if git is None or not (root / ".git").exists():
        return None
    command = [git, "-C", str(root), "describe", "--always", "--dirty", "--abbrev=12"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 — fixed words
    return found.stdout.strip() or None
