"""What can be wrong with a file, named so that a person can act on it."""


class UnreadableFileError(Exception):
    """A file that cannot be read. `code` is stable, `message` is a Norwegian sentence for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message
