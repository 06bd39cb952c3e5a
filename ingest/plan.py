"""What an ingestion has to do: a folder as it is now, against what the index holds and what was seen last time."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import UnreadableFileError, empty_folder, no_access, not_mounted
from ingest.folder import FolderFile, Listing, is_there, list_folder
from ingest.readers import SUFFIXES
from ingest.seen import Seen, Sighting


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of a folder, sorted by what is to be done with them. Every one is in exactly one of these.

    `read` must be read, `copies` have the content of one of them, `unchanged` are known by their content; each maps a
    source to its file and digest. `faults` cannot be read, or not be looked at. `kept` maps sources that the index
    holds and that could not be looked for to their digests; `gone` are those that are no longer there. `sightings` is
    what is to be remembered.
    """

    read: Mapping[str, "Content"]
    copies: Mapping[str, "Content"]
    unchanged: Mapping[str, "Content"]
    faults: Mapping[str, UnreadableFileError]
    kept: Mapping[str, str]
    gone: Mapping[str, str]
    sightings: Mapping[str, Sighting] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Content:
    """A file and the SHA-256 of what is in it."""

    file: FolderFile
    digest: str


def plan(folder: Path, held: Mapping[str, str], seen: Seen) -> Plan:
    """Look at a folder and decide. `held` maps the names that the index holds to digests.

    Raises UnreadableFileError("empty_folder") when the folder is missing or holds no file.
    """
    listing = list_folder(folder)
    if not listing.files and not listing.faults:
        raise empty_folder(folder, SUFFIXES)
    faults = dict(listing.faults)
    contents: dict[str, Content] = {}
    for file in listing.files:
        try:
            contents[file.source] = Content(file, seen.digest(file.source, file.stamp) or file_digest(file.path))
        except OSError as error:
            faults[file.source] = no_access(error)
    read, copies, unchanged = _sorted(contents, set(held.values()), seen, faults)
    missing = {source: digest for source, digest in held.items() if source not in contents and source not in faults}
    kept = _out_of_sight(missing, listing, seen, faults)
    here = {content.digest for content in contents.values()}
    gone = {source: digest for source, digest in missing.items() if source not in kept and digest not in here}
    return Plan(read, copies, unchanged, faults, kept, gone, _sightings(contents, kept, seen))


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal; read in pieces, however large it is. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sorted(
    contents: Mapping[str, Content], held: set[str], seen: Seen, faults: dict[str, UnreadableFileError]
) -> tuple[dict[str, Content], dict[str, Content], dict[str, Content]]:
    """What must be read, what is a copy of that, and what is known; content known to be unreadable goes to `faults`."""
    read: dict[str, Content] = {}
    copies: dict[str, Content] = {}
    unchanged: dict[str, Content] = {}
    to_be_read: set[str] = set()
    for source, content in contents.items():
        fault = seen.fault(content.digest)
        if content.digest in held:
            unchanged[source] = content
        elif fault is not None:
            faults[source] = fault
        elif content.digest in to_be_read:
            copies[source] = content
        else:
            read[source] = content
            to_be_read.add(content.digest)
    return read, copies, unchanged


def _out_of_sight(
    missing: Mapping[str, str], listing: Listing, seen: Seen, faults: dict[str, UnreadableFileError]
) -> dict[str, str]:
    """The files that may well be there still: in a folder that cannot be listed, or on a disk that is not attached."""
    kept = {source: digest for source, digest in missing.items() if listing.may_hold(source)}
    for source, digest in missing.items():
        sighting = seen.files.get(source)
        if sighting is not None and source not in kept and not is_there(sighting.mount):
            kept[source] = digest
            faults[f"{sighting.mount}/"] = not_mounted(Path(sighting.mount))
    return kept


def _sightings(contents: Mapping[str, Content], kept: Iterable[str], seen: Seen) -> dict[str, Sighting]:
    now = {
        source: Sighting(content.file.stamp, content.digest, content.file.mount) for source, content in contents.items()
    }
    return now | {source: seen.files[source] for source in kept if source in seen.files}
