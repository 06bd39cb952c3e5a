"""The wording of comparisons: patterns read from the package's data file, and a question freed of comparing words."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from retrieval.question import Operation

FILE = "asked.toml"
TABLES = ("none", "second", "extreme", "sides", "share", "words", "amount", "ends")
HEAD, MANY, LONG = "Hvor mye", "Hvor mange", "Hva var"
"""What a side begins with as a question of its own: for amounts, for counts, and for lengths of time."""
_LOOSE = re.compile(r"^(?:[, ]|(?:og|and)\b)+")


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of the data file."""

    operations: tuple[tuple[Operation, re.Pattern[str]], ...]
    one: dict[str, re.Pattern[str]]
    comparing: re.Pattern[str]
    numbers: Mapping[str, int]


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns in the package."""
    return parse_patterns(files("retrieval").joinpath("compare", FILE).read_text("utf8"))


def parse_patterns(text: str) -> Patterns:
    """The patterns of a data file. Raises ValueError, naming the table, when one is missing."""
    data: dict[str, Any] = tomllib.loads(text)
    missing = [table for table in ("operation", "numbers", *TABLES) if table not in data]
    if missing:
        raise ValueError(f"{FILE}: the table «{missing[0]}» is missing; add it as it is described in the file")
    flags = re.IGNORECASE
    words = "|".join(sorted(data["words"].pop("comparing"), key=len, reverse=True))
    one = {f"{table}.{name}": re.compile(pattern, flags) for table in TABLES for name, pattern in data[table].items()}
    operations = tuple((Operation(name), re.compile(p, flags)) for name, p in data["operation"].items())
    return Patterns(operations, one, re.compile(rf"\b(?:{words})\b ?", flags), dict(data["numbers"]))


def level_of(text: str) -> str:
    """A question for the level of a thing: without the words that only say how to compare."""
    found = patterns()
    many = found.one["words.people"].search(text)
    text = found.one["words.percent_head"].sub(MANY if many else HEAD, text)
    text = found.one["words.of_difference"].sub(LONG, found.one["words.years"].sub("", text))
    if not found.one["words.question_word"].search(text):
        text = f"{LONG} {text}"
    return _LOOSE.sub("", " ".join(found.comparing.sub("", text).split()))
