"""The question sets that ship, and which of them belong to a folder of documents."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from eval.items import Item, QuestionSetError, read_items


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions over known sources, with the least each measure may be."""

    name: str
    items: tuple[Item, ...]
    sources: Mapping[str, str]
    floor: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class OverviewSet:
    """A set's golden overviews: their file, what they call the documents, and the least share of cells and tables."""

    name: str
    file: str
    sources: Mapping[str, str]
    cells: float
    tables: float


def overviews_for(present: Collection[str]) -> list[OverviewSet]:
    """The golden overviews whose documents are all among the files present."""
    data = tomllib.loads(files("eval").joinpath("sets.toml").read_text("utf8"))
    return [
        OverviewSet(name, **entry["overviews"]) for name, entry in data.items() if set(entry["sources"]) <= set(present)
    ]


def sets_for(present: Collection[str]) -> list[QuestionSet]:
    """The sets whose sources are all among the files present."""
    data = tomllib.loads(files("eval").joinpath("sets.toml").read_text("utf8"))
    folder = Path(str(files("eval").joinpath("questions")))
    found = []
    for name, entry in data.items():
        if set(entry["sources"]) <= set(present):
            items = [item for file in entry["questions"] for item in read_items(folder / file)]
            _check_ids(items)
            found.append(QuestionSet(name, tuple(items), entry.get("names", {}), entry["floor"]))
    return found


def names_for(present: Collection[str]) -> dict[str, str]:
    """What the questions that ship call the files present; one's own questions may use the same names."""
    return {name: source for entry in sets_for(present) for name, source in entry.sources.items()}


def own_set(paths: Sequence[Path]) -> list[QuestionSet]:
    """A set of one's own files, named by the first of them; none when there are no files."""
    if not paths:
        return []
    items = [item for path in paths for item in read_items(path)]
    _check_ids(items)
    return [QuestionSet(paths[0].stem, tuple(items), {}, {})]


def _check_ids(items: Sequence[Item]) -> None:
    """Replies and baselines are kept by id: an id of two files' questions would stand for either."""
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise QuestionSetError(f"Id-en «{item.id}» er brukt i flere av filene. Gi hvert spørsmål sin egen.")
        seen.add(item.id)
