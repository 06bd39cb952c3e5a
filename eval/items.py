"""Known-answer questions: their form, read from JSON Lines and checked."""

import hashlib
import json
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ingest.errors import ToldError
from service.invalid import in_words

FIGURE_KINDS = frozenset({"figure-text", "figure-table"})
PASSAGE_KINDS = frozenset({"fact", "list", "passage"})
KEPT_SHARE = 0.5
"""The share of the questions that nothing is ever fitted on."""


class QuestionSetError(ToldError):
    """A question set that is not of the documented form; the message names the file and the line."""


class Model(BaseModel):
    """A part of a question, with no fields but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Value(Model):
    """A right figure: its value as printed, the scale it is multiplied with, and where it stands (in comparisons)."""

    value: float
    scale: float = 1
    unit: str | None = None
    period: str | None = None
    doc: str | None = None
    evidence: list[tuple[int, int]] = []

    @property
    def amount(self) -> float:
        """The value in whole units."""
        return self.value * self.scale


class Place(Model):
    """Lines of a document."""

    doc: str
    evidence: list[tuple[int, int]]


class Result(Model):
    """What a comparison comes to."""

    value: float
    unit: str | None = None


class Expected(Model):
    """A right answer: a figure, strings that must stand in the cited text, or a comparison's operands and result.

    `stated` is where the documents themselves say what a comparison comes to.
    """

    value: float | None = None
    scale: float = 1
    unit: str | None = None
    period: str | None = None
    must: list[list[str]] = []
    values: list[Value] = []
    result: Result | None = None
    stated: list[Place] = []

    @property
    def amount(self) -> float | None:
        """The value in whole units, None where the answer is not one figure."""
        return None if self.value is None else self.value * self.scale


class Turn(Model):
    """One question with its known answer. `evidence` are line ranges, `evidence_pages` physical pages instead."""

    question: str
    kind: Literal["figure-text", "figure-table", "fact", "passage", "list", "unanswerable", "compare"]
    lang: str = "nb"
    doc: str | None = None
    source: str | None = None
    evidence: list[tuple[int, int]] = []
    evidence_pages: list[int] = []
    answer: Expected | None = None
    also: list[Expected] = []
    op: str | None = None
    why: str | None = None
    unanswerable_class: str | None = Field(default=None, alias="class")

    @model_validator(mode="after")
    def _has_an_answer(self) -> "Turn":
        if (self.answer is None) != (self.kind == "unanswerable"):
            raise ValueError("Alle slag unntatt «unanswerable» skal ha «answer», og det skal ikke det slaget ha.")
        return self


class Item(Model):
    """A question, or a conversation of several."""

    id: str
    turns: tuple[Turn, ...]
    lang: str = "nb"

    @property
    def is_conversation(self) -> bool:
        """Whether it has several turns."""
        return len(self.turns) > 1

    @property
    def kept(self) -> bool:
        """Whether it belongs to the *keep* split: by a fixed hash of its id, so that a question never changes sides."""
        return int(hashlib.sha256(self.id.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < KEPT_SHARE


def read_items(path: Path) -> list[Item]:
    """The questions of a JSON Lines file. Raises QuestionSetError, naming file and line, for one of another form."""
    try:
        lines = path.read_text("utf8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionSetError(f"Spørsmålsfilen «{path}» kan ikke leses. Sjekk at den finnes og er UTF-8.") from error
    items: dict[str, Item] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = _item(json.loads(line))
        except ValidationError as error:
            raise QuestionSetError(f"{path.name}, linje {number}: {_said(error)}") from error
        except ValueError as error:
            raise QuestionSetError(f"{path.name}, linje {number}: Linjen er ikke gyldig JSON ({error}).") from error
        if item.id in items:
            raise QuestionSetError(f"{path.name}, linje {number}: Id-en «{item.id}» er brukt to ganger.")
        items[item.id] = item
    return list(items.values())


def _item(record: object) -> Item:
    if not isinstance(record, dict) or "turns" in record:
        return Item.model_validate(record)
    own = {name: record[name] for name in ("id", "lang") if name in record}
    fields = {name: value for name, value in record.items() if name != "id"}
    return Item.model_validate({**own, "turns": [fields]})


def _said(error: ValidationError) -> str:
    """The first thing that is wrong with a question, in words."""
    first = error.errors()[0]
    return str(first["ctx"]["error"]) if first["type"] == "value_error" else in_words(dict(first))
