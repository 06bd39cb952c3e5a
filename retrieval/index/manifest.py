"""What made a generation, so that nothing else reads it: format, encoder, analysis, and a mark of every file."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.plan import file_digest
from retrieval.errors import IndexUnusableError

FORMAT = 8
NAME = "manifest.json"
_REMEDY = "Kjør «kildesvar ingest MAPPE --rebuild» for å lage indeksen på nytt."


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What a generation is made by: two that agree in it give the same of the same documents."""

    encoder: str
    encoder_fingerprint: str
    analysis_fingerprint: str
    reading_fingerprint: str
    legs: str
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells that a file is as it was written: its size in bytes, and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The fingerprint of a generation. `files` maps each file's path in the generation to its mark."""

    format: int
    encoder: str
    encoder_fingerprint: str
    analysis_fingerprint: str
    reading_fingerprint: str
    legs: str
    documents: int
    passages: int
    figures: int
    files: Mapping[str, Mark]

    def write(self, folder: Path) -> None:
        """Put the manifest into a generation, as its last file, with a checksum of its own before it."""
        content = json.dumps(asdict(self), indent=1, ensure_ascii=False)
        (folder / NAME).write_text(json.dumps({"sha256": _sha256(content)}) + "\n" + content, "utf8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a generation.

    Raises IndexUnusableError: "damaged" when it is not whole, "other_format" when another version wrote it.
    """
    try:
        check, _, content = (folder / NAME).read_text("utf8").partition("\n")
        if check != json.dumps({"sha256": _sha256(content)}):
            raise _not_whole(folder, check, content)
        data = json.loads(content)
        if data["format"] != FORMAT:
            raise _other_format(data["format"])
        data["files"] = {path: Mark(**mark) for path, mark in data["files"].items()}
        return Manifest(**data)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise damaged(folder.parent.parent, NAME) from error


def _not_whole(folder: Path, check: str, content: str) -> IndexUnusableError:
    """A manifest whose checksum does not hold: damaged, or of a time when it had none."""
    try:
        if "format" in json.loads(check + content):
            return _other_format(json.loads(check + content)["format"])
    except (ValueError, TypeError):
        pass
    return damaged(folder.parent.parent, NAME)


def damaged(index: Path, what: str) -> IndexUnusableError:
    """An index in which something is not as it was written; `what` is the file."""
    return IndexUnusableError(
        "damaged",
        f"Indeksen i «{index}» er skadet ({what}). Kjør «kildesvar ingest MAPPE» for å lage den på nytt, eller "
        "«kildesvar rollback» for å gå tilbake til den forrige.",
    )


def marks(folder: Path, besides: Collection[str] = ()) -> dict[str, Mark]:
    """The mark of every file of a generation but its manifest and the files named, by path in it."""
    return {
        path.relative_to(folder).as_posix(): Mark(path.stat().st_size, file_digest(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (NAME, *besides) and not path.name.startswith(".")
    }


def check_made_by(
    manifest: Manifest, encoder: str, encoder_fingerprint: str, analysis_fingerprint: str, legs: str
) -> None:
    """Raise IndexUnusableError, with the remedy, unless it was made by this encoder and analysis and is kept there."""
    if manifest.encoder_fingerprint != encoder_fingerprint:
        message = (
            f"Indeksen er laget med språkmodellen «{manifest.encoder}», men nå er «{encoder}» valgt. "
            f"Velg den samme modellen (KILDESVAR_ENCODER), eller: {_REMEDY}"
        )
        raise IndexUnusableError("other_encoder", message)
    if manifest.analysis_fingerprint != analysis_fingerprint:
        message = f"Indeksen er laget med en annen språkanalyse enn denne versjonen bruker. {_REMEDY}"
        raise IndexUnusableError("other_analysis", message)
    if manifest.legs != legs:
        message = (
            f"Søkedelen av indeksen er lagt i «{manifest.legs}», men nå er «{legs}» valgt. "
            f"Velg den samme (KILDESVAR_QDRANT), eller: {_REMEDY}"
        )
        raise IndexUnusableError("other_legs", message)


def _other_format(found: object) -> IndexUnusableError:
    message = f"Indeksen har format {found}, men denne versjonen leser format {FORMAT}. {_REMEDY}"
    return IndexUnusableError("other_format", message)


def _sha256(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
