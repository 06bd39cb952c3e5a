"""A sentence-transformers folder: where it lies, what it is made of, and its fingerprint."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from retrieval.encoder.protocol import EncoderError

MODULES = "modules.json"
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
_NO_INFLUENCE = {".md", ".png"}


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder with a model; `static` is the subfolder of its token vectors where it is a static model, else None."""

    path: Path
    static: Path | None


def open_folder(path: Path) -> ModelFolder:
    """The model in a folder, told apart by its `modules.json`."""
    if not (path / MODULES).is_file():
        raise EncoderError(
            f"Mappen «{path}» er ikke en språkmodell: filen {MODULES} mangler. "
            "Oppgi en mappe som er lagret med sentence-transformers."
        )
    return ModelFolder(path, _static_part(path, _modules(path)))


def fingerprint(path: Path) -> str:
    """A stable hash of every file in the folder that the vectors can depend on."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.suffix not in _NO_INFLUENCE and not _hidden(file.relative_to(path)):
            digest.update(f"{file.relative_to(path).as_posix()}\0{file.stat().st_size}\0".encode())
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()[:16]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _modules(path: Path) -> list[dict[str, str]]:
    try:
        modules = json.loads((path / MODULES).read_text(encoding="utf-8"))
        return [{"type": str(module["type"]), "path": str(module["path"])} for module in modules]
    except (ValueError, KeyError, TypeError) as error:
        raise EncoderError(
            f"Filen {MODULES} i «{path}» kan ikke leses ({error}). Lagre modellen på nytt med sentence-transformers."
        ) from error


def _static_part(path: Path, modules: list[dict[str, str]]) -> Path | None:
    kinds = [module["type"].rpartition(".")[2] for module in modules]
    if kinds[:1] != ["StaticEmbedding"] or any(kind != "Normalize" for kind in kinds[1:]):
        return None
    return path / modules[0]["path"]
