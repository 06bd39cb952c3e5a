"""Questions with all their scores: what measures, comparisons and reports are made from."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.fields import field_marks
from eval.items import Item
from eval.measures import groups_of
from eval.measuring.places import is_ranked, judged_passages
from eval.measuring.ranking import ranking_scores
from eval.run import Record

HEADLINE = "headline"
"""The group of all questions that stand alone and are answered by a figure or a passage."""
DECIMALS = 4
"""What scores are rounded to, so that a run read back from its file has the very same ones."""
DECISIVE = ("cited@1", "passage@1")
"""Whether the first thing shown is right, with its source: for figures, and for passages."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One question's scores, each from 0 to 1, by name, and the groups they are averaged in.

    Beside what is right there is which legs of the search found anything: a leg that falls silent may cost little on a
    small collection, and is a fault all the same.

    `item` names the question or the conversation it is a part of; `digest` tells whether question and known answer are
    still the same as in another run.
    """

    key: str
    item: str
    digest: str
    question: str
    groups: tuple[str, ...]
    values: Mapping[str, float]
    answerable: bool
    alone: bool
    confidence: float
    milliseconds: float


def scored(records: Sequence[Record], sources: Mapping[str, str]) -> list[Scored]:
    """The scores of a run's questions."""
    ranked = ranking_scores(
        {
            record.key: judged_passages(record.turn, record.reply.passages, sources)
            for record in records
            if is_ranked(record.turn)
        }
    )
    return [_scored(record, ranked.get(record.key, {})) for record in records]


def _scored(record: Record, ranked: Mapping[str, float]) -> Scored:
    values = {name: float(mark) for name, mark in record.marks.items()}
    values |= {name: float(mark) for name, mark in field_marks(record.turn, record.reply).items()}
    values |= {f"{leg} leg": float(bool(count)) for leg, count in record.reply.trace.get("legs", {}).items()}
    return Scored(
        key=record.key,
        item=record.item.id,
        digest=_digest(record.item),
        question=record.turn.question,
        groups=tuple(groups_of(record)),
        values={**values, **{name: round(value, DECIMALS) for name, value in ranked.items()}},
        answerable=record.turn.kind != "unanswerable",
        alone=not record.item.is_conversation,
        confidence=record.reply.confidence,
        milliseconds=record.milliseconds,
    )


def decisive(one: Scored) -> float | None:
    """Whether the first thing shown is right, with its source; None for questions that are not about that."""
    return next((one.values[name] for name in DECISIVE if name in one.values), None)


def table_of(questions: Sequence[Scored]) -> dict[str, dict[str, float]]:
    """Every measure that is a mean, by its name «group / measure»: the score of each question that has it, by key."""
    table: dict[str, dict[str, float]] = {}
    for one in questions:
        for group in one.groups:
            for name, value in one.values.items():
                table.setdefault(f"{group} / {name}", {})[one.key] = value
        first = decisive(one)
        if one.alone and first is not None:
            table.setdefault(HEADLINE, {})[one.key] = first
    return table


def _digest(item: Item) -> str:
    return hashlib.sha256(item.model_dump_json(by_alias=True).encode()).hexdigest()[:8]
