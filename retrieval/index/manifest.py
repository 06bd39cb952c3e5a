"""What made a generation, so that nothing else reads it: format, encoder, analysis, and a checksum of every file."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from retrieval.errors import IndexUnusableError

FORMAT = 2
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What a generation is made by: two that agree in it give the same of the same documents."""

    encoder: str
    encoder_fingerprint: str
    analysis_fingerprint: str
    reading_fingerprint: str
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Manifest:
    """The fingerprint of a generation. `files` maps each file's path in the generation to its SHA-256."""

    format: int
    encoder: str
    encoder_fingerprint: str
    analysis_fingerprint: str
    reading_fingerprint: str
    documents: int
    passages: int
    figures: int
    files: Mapping[str, str]

    def write(self, folder: Path) -> None:
        """Put the manifest into a generation, as its last file."""
        (folder / NAME).write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), "utf8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a generation. Raises IndexUnusableError("damaged") when it cannot be read."""
    try:
        return Manifest(**json.loads((folder / NAME).read_text("utf8")))
    except (OSError, ValueError, TypeError) as error:
        message = f"Indeksen i «{folder}» er skadet (manifestet kan ikke leses). Kjør «kildesvar ingest» på nytt."
        raise IndexUnusableError("damaged", message) from error


def checksums(folder: Path, besides: Collection[str] = ()) -> dict[str, str]:
    """The SHA-256 of every file of a generation but its manifest and the files named, by path in it."""
    return {
        path.relative_to(folder).as_posix(): _sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (NAME, *besides) and not path.name.startswith(".")
    }


def check_made_by(manifest: Manifest, encoder: str, encoder_fingerprint: str, analysis_fingerprint: str) -> None:
    """Raise IndexUnusableError, with the remedy, unless the index was made by this format, encoder and analysis."""
    remedy = "Kjør «kildesvar ingest MAPPE --rebuild» for å lage indeksen på nytt."
    if manifest.format != FORMAT:
        message = f"Indeksen har format {manifest.format}, men denne versjonen leser format {FORMAT}. {remedy}"
        raise IndexUnusableError("other_format", message)
    if manifest.encoder_fingerprint != encoder_fingerprint:
        message = (
            f"Indeksen er laget med språkmodellen «{manifest.encoder}», men nå er «{encoder}» valgt. "
            f"Velg den samme modellen (KILDESVAR_ENCODER), eller: {remedy}"
        )
        raise IndexUnusableError("other_encoder", message)
    if manifest.analysis_fingerprint != analysis_fingerprint:
        message = f"Indeksen er laget med en annen språkanalyse enn denne versjonen bruker. {remedy}"
        raise IndexUnusableError("other_analysis", message)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
