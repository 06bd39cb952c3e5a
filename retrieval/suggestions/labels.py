"""The labels and years of tables, as questions name them."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from retrieval.question import unit_class

_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=1)
def phrases() -> dict[str, Any]:
    """How questions are made: the package's data."""
    return tomllib.loads(files("retrieval.suggestions").joinpath("phrases.toml").read_text("utf8"))


def named(path: list[str]) -> str | None:
    """A row as a question names it: its own label, begun with a small letter; None where none can be made of it."""
    label = path[-1].strip(" –-:") if path else ""
    if not re.fullmatch(str(phrases()["label"]), label):
        return None
    first, _, rest = label.partition(" ")
    return label if first.isupper() else f"{first[0].lower()}{first[1:]} {rest}".strip()


def asked_for(label: str, unit: str | None) -> str | None:
    """How the value of a row is asked for, with {label} and {year} to be filled in; None where no question suits it."""
    if len(label.split()) < int(phrases()["words"]):
        return None
    values: dict[str, str] = phrases()["value"]
    if re.match(str(phrases()["measured"]), label, re.IGNORECASE):
        return values["measured"]
    return values.get(unit_class(unit) or "")


def year_of(path: list[str]) -> int | None:
    """The year a column is for, where its last step is nothing but a year."""
    return int(path[-1]) if path and _YEAR.fullmatch(path[-1].strip()) else None
