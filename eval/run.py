"""A run: every question asked, every reply marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from eval.items import Item, Turn
from eval.marks import Marks, mark
from retrieval.answer import Answerer
from retrieval.search import Filter
from service.replies import ask_reply
from service.schemas import AskReply

LIMIT = 5

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


def in_process(answerer: Answerer) -> Ask:
    """Ask an answerer of this process."""

    def ask(question: str, history: Sequence[str]) -> AskReply:
        start = perf_counter()
        answer = answerer.ask(question, history, Filter(), LIMIT)
        return ask_reply(answer, answerer.index.store, (perf_counter() - start) * 1000)

    return ask


def run(items: Sequence[Item], ask: Ask, sources: Mapping[str, str]) -> Iterator[Record]:
    """Ask all questions in order; a conversation's later turns are asked with the earlier ones."""
    for item in items:
        history: list[str] = []
        for number, turn in enumerate(item.turns):
            start = perf_counter()
            reply = ask(turn.question, history)
            taken = (perf_counter() - start) * 1000
            history.append(turn.question)
            yield Record(item, turn, number, reply, mark(turn, reply, sources), taken)
