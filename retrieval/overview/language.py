"""The language of questions for overviews, as data."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(files("retrieval.overview").joinpath("language.toml").read_text("utf8"))


@lru_cache(maxsize=64)
def pattern(name: str) -> re.Pattern[str]:
    """A pattern by its name («whom», «order.change»)."""
    found: Any = _data()
    for part in name.split("."):
        found = found[part]
    return re.compile(found, re.IGNORECASE)


@lru_cache(maxsize=1)
def asks() -> tuple[re.Pattern[str], ...]:
    """What shows that an overview is asked for."""
    return tuple(re.compile(each, re.IGNORECASE) for each in _data()["asks"])


@lru_cache(maxsize=1)
def code_words() -> frozenset[str]:
    """Names of what rows of codes are, folded."""
    return frozenset(_data()["code_words"])


def says(name: str) -> str:
    """A sentence for people, with places to be filled."""
    return str(_data()["says"][name])
