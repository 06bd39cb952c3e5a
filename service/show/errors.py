"""What can be asked for that cannot be shown, named so that a person can act on it."""

from ingest.errors import ToldError


class ShowError(ToldError):
    """Something that cannot be shown or written: a Norwegian sentence for people."""
