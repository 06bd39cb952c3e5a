"""Files read in processes of their own, within limits: whatever a file does, it costs no more than is said here."""

from ingest.limited.limits import LIMITS, Limits
from ingest.limited.reading import FileToRead, Keep, Kept, Result, read_file, read_files

__all__ = ["LIMITS", "FileToRead", "Keep", "Kept", "Limits", "Result", "read_file", "read_files"]
