"""What was seen of a folder's files last time, so that what did not change is neither opened nor read again.

Kept beside the index, in a file of its own: it speaks of the folder, not of what any generation of the index holds.
It can be lost without harm; everything is then looked at once more.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ingest.errors import UnreadableFileError

_LASTING = frozenset(
    (
        *("encrypted", "damaged", "empty", "pictures_only", "too_many_pages", "not_utf8", "not_text", "unknown_kind"),
        *("too_large", "too_slow", "too_heavy", "long_line"),
    )
)
"""What is wrong with a file's content, and stays so until the content or the program is another."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A file as it was: its stamp (see `FolderFile`), its digest, and where its disk was attached."""

    stamp: str | None
    digest: str
    mount: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The files of a folder by source, and the faults of those that could not be read, by digest.

    `folder` is the folder they stood in, `reading` the fingerprint of the program that read them: in another folder
    nothing is known, by another program no fault.
    """

    folder: str = ""
    reading: str = ""
    files: Mapping[str, Sighting] = field(default_factory=dict)
    faults: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def digest(self, source: str, stamp: str | None) -> str | None:
        """The digest of a file that has not been touched since, None when it may have been."""
        sighting = self.files.get(source)
        return sighting.digest if sighting is not None and stamp is not None and sighting.stamp == stamp else None

    def fault(self, digest: str) -> UnreadableFileError | None:
        """Why content of that digest could not be read, None when it is not known to be unreadable."""
        return UnreadableFileError(*self.faults[digest]) if digest in self.faults else None


def is_lasting(code: str) -> bool:
    """Whether reading the same content again would end in the same fault."""
    return code in _LASTING


def read_seen(path: Path, folder: Path, reading: str) -> Seen:
    """What was seen of a folder by that program; nothing where the file is missing or not whole."""
    nothing = Seen(str(folder.resolve()), reading)
    try:
        check, _, content = path.read_text("utf8").partition("\n")
        if check != _checksum(content):
            return nothing
        data = json.loads(content)
        files = {source: Sighting(**sighting) for source, sighting in data["files"].items()}
        seen = Seen(data["folder"], data["reading"], files, {key: (c, m) for key, (c, m) in data["faults"].items()})
    except (OSError, ValueError, TypeError, KeyError):
        return nothing
    if seen.folder != nothing.folder:
        return nothing
    return seen if seen.reading == reading else Seen(seen.folder, reading, seen.files)


def write_seen(path: Path, seen: Seen) -> None:
    """Keep what was seen: whole, or as it was before."""
    content = json.dumps(asdict(seen), ensure_ascii=False)
    aside = path.with_name(f".{path.name}")
    aside.write_text(f"{_checksum(content)}\n{content}", "utf8")
    aside.replace(path)


def _checksum(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
