"""What can be wrong with an index, named so that a person can act on it."""

from ingest.errors import ToldError


class IndexUnusableError(ToldError):
    """An index that cannot be answered from. `code` is stable, `message` is Norwegian and says the remedy."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message
