"""What becomes of each file of a folder."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.errors import UnreadableFileError
from ingest.summary import Summary


class Status(StrEnum):
    """What became of one file. KEPT is one that could not be looked for: what was read of it before stands."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file's fate: its name relative to the folder, its digest, and what was read of it or why nothing was.

    `code` and `message` are those of the UnreadableFileError where the status is FAILED.
    """

    source: str
    status: Status
    digest: str | None = None
    summary: Summary | None = None
    code: str | None = None
    message: str | None = None


def failed(source: str, error: UnreadableFileError, digest: str | None) -> Outcome:
    """The outcome of a file that cannot be read."""
    return Outcome(source, Status.FAILED, digest, code=error.code, message=error.message)
