"""API keys: what they are, who has which role, and what is refused at the start."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from service.guards.hosts import is_loopback
from service.settings import Settings, SettingsError

LEAST = 24
"""Characters of the shortest key that is taken: one that cannot be found by trying."""
_ENTRY = re.compile(rf"(read|write):([!-~]{{{LEAST},}})")


class Role(StrEnum):
    """What a key lets one do. Who may write may read."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Key:
    """A key by its SHA-256: the key itself is not kept, and digests are of one length."""

    role: Role
    digest: bytes


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of a service. A role that no key has is open to all, but nobody writes past keys that only read."""

    keys: Sequence[Key]

    def asks_for_key(self, role: Role) -> bool:
        """Whether one needs a key for this."""
        return any(key.role == Role.READ for key in self.keys) or (role == Role.WRITE and bool(self.keys))

    def role_of(self, given: str) -> Role | None:
        """The role of a key, or None when there is no such. All keys are compared, each in constant time."""
        digest = _digest(given)
        held = [key.role for key in self.keys if hmac.compare_digest(key.digest, digest)]
        return Role.WRITE if Role.WRITE in held else next(iter(held), None)


def keyring(settings: Settings) -> Keyring:
    """The keys of the settings and of the file they name.

    Raises SettingsError when the file cannot be read, when an entry is no key, or when the service is to be reached
    from other machines and anyone there could upload and remove.
    """
    text = settings.keys.get_secret_value() if settings.keys else ""
    if settings.keys_file:
        try:
            text += "\n" + settings.keys_file.read_text("utf8")
        except (OSError, ValueError) as error:
            raise SettingsError(f"Nøkkelfilen «{settings.keys_file}» (KILDESVAR_KEYS_FILE) kan ikke leses.") from error
    made = Keyring(tuple(_key(entry, number) for number, entry in enumerate(_entries(text), 1)))
    if not is_loopback(settings.host) and not any(key.role == Role.WRITE for key in made.keys):
        raise SettingsError(
            f"Tjenesten starter ikke på {settings.host} uten nøkkel for opplasting og fjerning: da kunne hvem som "
            "helst på nettet endre samlingen. Sett KILDESVAR_KEYS_FILE eller KILDESVAR_KEYS, eller lytt på 127.0.0.1."
        )
    return made


def _entries(text: str) -> list[str]:
    """What stands between spaces and line breaks, lines that begin with # left out."""
    return [entry for line in text.splitlines() if not line.lstrip().startswith("#") for entry in line.split()]


def _key(entry: str, number: int) -> Key:
    """One entry; a message about it never repeats it."""
    found = _ENTRY.fullmatch(entry)
    if found is None:
        raise SettingsError(
            f"Nøkkel nummer {number} kan ikke brukes. Skriv den som «read:nøkkel» eller «write:nøkkel», med minst "
            f"{LEAST} tegn i nøkkelen, og uten mellomrom og særnorske bokstaver. Se docs/operating.md."
        )
    return Key(Role(found[1]), _digest(found[2]))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
