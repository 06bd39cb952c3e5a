"""Reading the language data: one small TOML file per kind of word, checked on the way in."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Data:
    """A table of a data file. Every getter names the file, the key and the remedy where something is amiss."""

    place: str
    values: Mapping[str, Any]

    def _fault(self, key: str, remedy: str) -> ValueError:
        return ValueError(f"{self.place}: «{key}» {remedy}")

    def _get(self, key: str) -> object:
        if key not in self.values:
            raise self._fault(key, "is missing; add it")
        return self.values[key]

    def table(self, key: str) -> "Data":
        """The table under that key."""
        value = self._get(key)
        if not isinstance(value, dict):
            raise self._fault(key, "must be a table; write it as [" + key + "]")
        return Data(f"{self.place} [{key}]", value)

    def tables(self, key: str) -> tuple["Data", ...]:
        """The tables of an array of tables."""
        value = self._get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._fault(key, "must be an array of tables; write each as [[" + key + "]]")
        return tuple(Data(f"{self.place} [[{key}]] {number}", item) for number, item in enumerate(value, 1))

    def each(self) -> Iterator[tuple[str, "Data"]]:
        """Every key with its table."""
        return ((key, self.table(key)) for key in self.values)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words, none empty, none twice; none at all where the key is absent is a fault."""
        value = self._get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self._fault(key, "must be a list of non-empty words")
        twice = {word for word in value if value.count(word) > 1}
        if twice:
            raise self._fault(key, f"holds {sorted(twice)} twice; remove one")
        return tuple(value)

    def lower_words(self, key: str) -> tuple[str, ...]:
        """A list of words in lower case, as they are compared."""
        words = self.words(key)
        other = next((word for word in words if word != word.lower().strip()), None)
        if other is not None:
            raise self._fault(key, f"holds {other!r}; write words in lower case without outer spaces")
        return words

    def only(self, known: Iterable[str]) -> "Data":
        """The same table; a key that is none of these is a fault, since nothing would read it."""
        names = tuple(known)
        unknown = next((key for key in self.values if key not in names), None)
        if unknown is not None:
            raise self._fault(unknown, f"is unknown; keep only {', '.join(names)}")
        return self

    def optional_words(self, key: str) -> tuple[str, ...]:
        """The list of words, or none where the key is absent."""
        return self.words(key) if key in self.values else ()

    def word(self, key: str, allowed: Iterable[str] = ()) -> str:
        """One word; one of `allowed` where any are given."""
        value = self._get(key)
        choices = tuple(allowed)
        if not isinstance(value, str) or not value:
            raise self._fault(key, "must be a word")
        if choices and value not in choices:
            raise self._fault(key, f"is «{value}»; use one of {', '.join(choices)}")
        return value

    def flag(self, key: str) -> bool:
        """Yes or no; no where the key is absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self._fault(key, "must be true or false")
        return value

    def integer(self, key: str) -> int:
        """One whole number."""
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._fault(key, "must be a whole number")
        return value

    def integers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self._get(key)
        if not isinstance(value, list) or not all(isinstance(item, int) for item in value):
            raise self._fault(key, "must be a list of whole numbers")
        return tuple(value)

    def numbering(self) -> dict[str, int]:
        """The whole table as word → whole number."""
        return {key: self.integer(key) for key in self.values}

    def naming(self) -> dict[str, str]:
        """The whole table as word → word."""
        return {key: self.word(key) for key in self.values}


@cache
def beside(module: str, name: str) -> Data:
    """The data file of that name beside a module, which gives its `__file__`, or in a folder beside it."""
    return read(Path(module).parent / name)


def read(path: Path) -> Data:
    """A data file. Raises ValueError where it is no TOML."""
    try:
        return Data(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: is not valid TOML ({error}); mend the line it names") from error


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first so that «fra og med» wins over «fra»."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if not ordered:
        return r"(?!)"
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered) + ")"
