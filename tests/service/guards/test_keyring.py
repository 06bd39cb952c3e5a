"""API keys: which are taken, whose role they give, and when the service does not start."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.guards.keyring import LEAST, Role, keyring
from service.settings import Settings, SettingsError

READER = "leser-" + "a" * LEAST
WRITER = "skriver-" + "b" * LEAST


def made(**more: Any) -> Settings:
    """Settings with these."""
    return Settings(**more)


def test_roles_of_keys() -> None:
    """Each key its own; the other role's key is not one's own."""
    ring = keyring(made(keys=f"read:{READER} write:{WRITER}"))
    assert ring.role_of(READER) == Role.READ
    assert ring.role_of(WRITER) == Role.WRITE
    assert [ring.role_of(wrong) for wrong in ("", READER[:-1], READER + "a", READER.upper())] == [None] * 4


@given(st.text(max_size=60))
def test_no_other_text_is_a_key(text: str) -> None:
    """Whatever it holds."""
    assert keyring(made(keys=f"write:{WRITER}")).role_of(text) in (None, Role.WRITE if text == WRITER else None)


def test_the_same_key_in_both_roles_may_write() -> None:
    """In whichever order they stand."""
    for text in (f"read:{WRITER} write:{WRITER}", f"write:{WRITER} read:{WRITER}"):
        assert keyring(made(keys=text)).role_of(WRITER) == Role.WRITE


@pytest.mark.parametrize(
    ("keys", "read", "write"),
    [
        ("", False, False),
        (f"write:{WRITER}", False, True),
        (f"read:{READER}", True, True),
        (f"read:{READER} write:{WRITER}", True, True),
    ],
)
def test_what_needs_a_key(keys: str, read: bool, write: bool) -> None:
    """What no key is for is open; nobody writes past keys that only read."""
    ring = keyring(made(keys=keys))
    assert (ring.asks_for_key(Role.READ), ring.asks_for_key(Role.WRITE)) == (read, write)


def test_keys_from_a_file(tmp_path: Path) -> None:
    """One a line, remarks and blank lines between them; together with those of the environment."""
    path = tmp_path / "nøkler"
    path.write_text(f"# Kari og Ola\nwrite:{WRITER}\n\n", "utf8")
    ring = keyring(made(keys=f"read:{READER}", keys_file=path))
    assert (ring.role_of(READER), ring.role_of(WRITER)) == (Role.READ, Role.WRITE)


def test_a_key_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Missing, or not text: the service does not start without the keys it was told of."""
    binary = tmp_path / "binær"
    binary.write_bytes(b"\xff\xfe")
    for path in (tmp_path / "finnes-ikke", binary):
        with pytest.raises(SettingsError, match="KILDESVAR_KEYS_FILE"):
            keyring(made(keys_file=path))


@pytest.mark.parametrize(
    "entry", ["hemmelig-uten-rolle-og-lang-nok", "admin:" + "a" * 30, "write:kort", "read:" + "å" * 30]
)
def test_what_is_no_key_is_refused_without_being_repeated(entry: str) -> None:
    """It is told by its number; a message may end in a log."""
    with pytest.raises(SettingsError) as raised:
        keyring(made(keys=f"write:{WRITER} {entry}"))
    assert "Nøkkel nummer 2" in str(raised.value)
    assert entry not in str(raised.value)
    assert WRITER not in str(raised.value)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "kildesvar.etaten.no"])
@pytest.mark.parametrize("keys", ["", f"read:{READER}"])
def test_beyond_loopback_it_does_not_start_without_a_key_for_writing(host: str, keys: str) -> None:
    """The message names what to set."""
    with pytest.raises(SettingsError, match="KILDESVAR_KEYS"):
        keyring(made(host=host, keys=keys))
    keyring(made(host=host, keys=f"write:{WRITER}"))


def test_keys_are_not_shown_with_the_settings() -> None:
    """Wherever the settings end up printed."""
    assert WRITER not in repr(made(keys=f"write:{WRITER}"))
    assert WRITER not in repr(keyring(made(keys=f"write:{WRITER}")))
