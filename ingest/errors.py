"""What can be wrong with a file or a folder, named so that a person can act on it."""

from pathlib import Path

_MEGABYTE = 1_000_000


class ToldError(Exception):
    """An error that a person can do something about: its text says in Norwegian what is wrong and what to do."""


class UnreadableFileError(ToldError):
    """A file that cannot be read. `code` is stable, `message` is a Norwegian sentence for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


def no_access(error: OSError) -> UnreadableFileError:
    """A file that the system does not open."""
    return UnreadableFileError(
        "no_access", f"Filen kan ikke åpnes ({error.strerror}). Sjekk at du har lesetilgang til den."
    )


def no_access_to_folder(reason: str) -> UnreadableFileError:
    """A folder that cannot be listed: nobody knows what is in it now."""
    return UnreadableFileError(
        "no_access",
        f"Mappen kan ikke åpnes ({reason}). Det som er lest fra den før, beholdes. "
        "Sjekk at du har lesetilgang til den.",
    )


def not_mounted(mount: Path) -> UnreadableFileError:
    """A disk that documents were read from is not there now."""
    return UnreadableFileError(
        "not_mounted",
        f"Disken «{mount}» er ikke koblet til. Det som er lest fra den før, beholdes. Koble den til og prøv igjen; "
        "er dokumentene borte for godt, les alt på nytt med «--rebuild».",
    )


def bad_name() -> UnreadableFileError:
    """A file name whose bytes are no text."""
    return UnreadableFileError("bad_name", "Filnavnet er ikke gyldig UTF-8. Gi filen et nytt navn og prøv igjen.")


def too_large(size: int, limit: int) -> UnreadableFileError:
    """More bytes than are read from one file."""
    return UnreadableFileError(
        "too_large",
        f"Filen er på {-(-size // _MEGABYTE)} MB; grensen er {limit // _MEGABYTE} MB. Del den opp og prøv igjen.",
    )


def changed_meanwhile() -> UnreadableFileError:
    """A file that was written to between being listed and being read."""
    return UnreadableFileError(
        "changed_meanwhile", "Filen ble endret mens mappen ble lest. Vent til den er ferdig lagret, og prøv igjen."
    )


def empty_folder(folder: Path, suffixes: tuple[str, ...]) -> UnreadableFileError:
    """A folder that is missing or holds no file at all."""
    kinds = ", ".join(suffixes)
    message = f"Mappen «{folder}» finnes ikke eller er tom. Legg dokumenter ({kinds}) i den og prøv igjen."
    return UnreadableFileError("empty_folder", message)
