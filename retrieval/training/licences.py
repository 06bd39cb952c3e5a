"""The sources of the training text and their licences, from `licences.toml`."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

_FILE = "licences.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """A source of training text and what it may be used under."""

    name: str
    licence: str


def load_sources() -> tuple[Source, ...]:
    """Every source, in the order of the file."""
    return check_sources(tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8")))


def check_sources(content: dict[str, object]) -> tuple[Source, ...]:
    """The sources, each with a name and a licence."""
    rows = content.get("source")
    if not isinstance(rows, list) or not rows:
        raise ValueError(f"{_FILE}: «source» must be a list of tables with «name» and «licence»")
    for place, row in enumerate(rows, start=1):
        if not all(isinstance(row.get(key), str) and row[key] for key in ("name", "licence")):
            raise ValueError(f"{_FILE}: source {place} needs both «name» and «licence» as text")
    return tuple(Source(row["name"], row["licence"]) for row in rows)
