"""A run: every question asked, every reply marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from eval.explaining import features_of
from eval.items import Item, Turn
from eval.marks import Marks, mark
from retrieval.answer import Answerer
from retrieval.index.scope import Filter
from service.replies import ask_reply
from service.schemas import AskReply

LIMIT = 10
"""How many passages are asked for: the deepest rank that is measured."""

Ask = Callable[[str, Sequence[str]], AskReply]
"""Asks one question with the earlier ones of its conversation."""


@dataclass(frozen=True, slots=True)
class Record:
    """One question as it was asked, replied and marked. `milliseconds` is the time the reply took."""

    item: Item
    turn: Turn
    number: int
    reply: AskReply
    marks: Marks
    milliseconds: float

    @property
    def key(self) -> str:
        """The question's own name: its item's id, and which turn of a conversation it is."""
        return f"{self.item.id}/{self.number + 1}" if self.item.is_conversation else self.item.id


@dataclass(frozen=True, slots=True)
class Reply:
    """What one question was answered with, and how long that took."""

    reply: AskReply
    milliseconds: float


def in_process(answerer: Answerer) -> Ask:
    """Ask an answerer of this process. The trace also holds the features that what is shown was ranked by."""

    def ask(question: str, history: Sequence[str]) -> AskReply:
        start = perf_counter()
        answer = answerer.ask(question, history, Filter(), LIMIT)
        reply = ask_reply(answer, answerer.index.store, (perf_counter() - start) * 1000)
        return reply.model_copy(update={"trace": {**reply.trace, "features": features_of(answer)}})

    return ask


def run(items: Sequence[Item], ask: Ask, sources: Mapping[str, str]) -> Iterator[Record]:
    """Ask all questions in order; a conversation's later turns are asked with the earlier ones."""
    for item in items:
        yield from records_of(item, ask_item(item, ask), sources)


def ask_item(item: Item, ask: Ask) -> list[Reply]:
    """The replies to an item's questions, in order."""
    history: list[str] = []
    replies = []
    for turn in item.turns:
        start = perf_counter()
        reply = ask(turn.question, history)
        replies.append(Reply(reply, (perf_counter() - start) * 1000))
        history.append(turn.question)
    return replies


def records_of(item: Item, replies: Sequence[Reply], sources: Mapping[str, str]) -> list[Record]:
    """An item's replies, marked."""
    return [
        Record(item, turn, number, got.reply, mark(turn, got.reply, sources), got.milliseconds)
        for number, (turn, got) in enumerate(zip(item.turns, replies, strict=True))
    ]
