"""What is wrong with a value that was given, in Norwegian."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

_OUTSIDE = ("body", "query", "path")
"""Where in a request a field stands; people know it by its name alone."""


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return tomllib.loads(files("service").joinpath("invalid.toml").read_text("utf8"))


def in_words(error: Mapping[str, Any]) -> str:
    """One of pydantic's errors as a sentence that names the field."""
    place = [str(part) for part in error["loc"]]
    if place and place[0] in _OUTSIDE:
        del place[0]
    unparsed = error["type"] == "json_invalid"
    field = ".".join(place) if place and not unparsed else "innholdet"
    return f"Feilen er i feltet «{field}»: {demand(error)}."


def demand(error: Mapping[str, Any]) -> str:
    """What one of pydantic's errors asks of a value: «det må være minst 1»."""
    words = _words()
    limits = {name: str(value).replace(" or ", " eller ") for name, value in (error.get("ctx") or {}).items()}
    return words.get(error["type"], words["other"]).format_map(limits)
