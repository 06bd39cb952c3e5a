"""The question sets that ship, and which of them belong to a folder of documents."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from eval.items import Item, read_items


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions over known sources, with the least each measure may be."""

    name: str
    items: tuple[Item, ...]
    sources: Mapping[str, str]
    floor: Mapping[str, float]


def sets_for(present: Collection[str]) -> list[QuestionSet]:
    """The sets whose sources are all among the files present."""
    data = tomllib.loads(files("eval").joinpath("sets.toml").read_text("utf8"))
    folder = Path(str(files("eval").joinpath("questions")))
    found = []
    for name, entry in data.items():
        if set(entry["sources"]) <= set(present):
            items = [item for file in entry["questions"] for item in read_items(folder / file)]
            found.append(QuestionSet(name, tuple(items), entry.get("names", {}), entry["floor"]))
    return found
