"""Which points of a collection in Qdrant belong to a generation.

An index has one collection, and every change is an edition of it: a point says since which edition it is there and
until which it was. A generation is an edition, so what is read by one is not touched while the next is made.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from qdrant_client import models

from retrieval.index.scope import Filter, Scope

NAME = "qdrant.json"
SINCE, UNTIL = "since", "until"


@dataclass(frozen=True, slots=True)
class Edition:
    """A collection by its name, and the number of an edition of it, from 1."""

    collection: str
    number: int

    @property
    def next(self) -> "Edition":
        """The edition after it, of the same collection."""
        return Edition(self.collection, self.number + 1)

    def write(self, folder: Path) -> None:
        """Say in a generation which edition it is."""
        (folder / NAME).write_text(json.dumps(asdict(self)), "utf8")

    def seen(self, scope: Scope | None) -> models.Filter:
        """The points that are there in this edition, and within the scope."""
        begun = models.FieldCondition(key=SINCE, range=models.Range(lte=self.number))
        within = [] if scope is None else [*_within(scope.chosen)]
        return models.Filter(must=[begun, *within], must_not=[ended_by(self.number)])


def _within(chosen: Filter) -> Iterator[models.FieldCondition]:
    """What a point must be of: one of the documents, of the years, of the kinds, where any are chosen."""
    if chosen.documents:
        yield models.FieldCondition(key="document", match=models.MatchAny(any=list(chosen.documents)))
    if chosen.years:
        yield models.FieldCondition(key="year", match=models.MatchAny(any=list(chosen.years)))
    if chosen.kinds:
        yield models.FieldCondition(key="kind", match=models.MatchAny(any=list(chosen.kinds)))


def ended_by(number: int) -> models.FieldCondition:
    """What was taken out in an edition up to this one."""
    return models.FieldCondition(key=UNTIL, range=models.Range(lte=number))


def begun_after(number: int) -> models.Filter:
    """What was put in after an edition."""
    return models.Filter(must=[models.FieldCondition(key=SINCE, range=models.Range(gt=number))])


def ended_after(number: int) -> models.Filter:
    """What was taken out after an edition."""
    return models.Filter(must=[models.FieldCondition(key=UNTIL, range=models.Range(gt=number))])


def edition_of(folder: Path) -> Edition | None:
    """The edition a generation is; None where none is named."""
    try:
        return Edition(**json.loads((folder / NAME).read_text("utf8")))
    except (OSError, ValueError, TypeError):
        return None
