"""What was read lately, kept in memory: questions, and the rankings within one, look at the same passages again."""

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """Reads what it does not remember; forgets everything when that would be more than `most` entries.

    Safe to use from several threads: at worst two of them read the same.
    """

    def __init__(self, most: int, read: Callable[[Collection[Key]], Mapping[Key, Value]]) -> None:
        self._most = most
        self._read = read
        self._held: dict[Key, Value] = {}

    def of(self, keys: Collection[Key]) -> dict[Key, Value]:
        """What belongs to each of these keys, in their order; those that nothing belongs to are left out."""
        held = self._held
        missing = [key for key in keys if key not in held]
        fresh = self._read(missing) if missing else {}
        known = {**{key: held[key] for key in keys if key in held}, **fresh}
        if len(held) + len(fresh) > self._most:
            self._held = dict(fresh)
        else:
            held.update(fresh)
        return {key: known[key] for key in keys if key in known}

    def forget(self) -> None:
        """Forget everything."""
        self._held = {}
