"""A run conducted: the sets that belong to the documents asked, checked and kept together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path

from eval.items import Item
from eval.peers.run import PeerScores, peer_scores
from eval.run import Record, Reply, ask_item, in_process, records_of
from eval.runs.checks import check_engine, check_records
from eval.runs.fingerprint import Fingerprint, fingerprint_of, fingerprint_of_service
from eval.runs.folder import SetRun
from eval.runs.http import Service
from eval.runs.workers import ask_apart, ask_threads, workers_for
from eval.sets import QuestionSet
from retrieval.engine import Engine

Progress = Callable[[str, int, Iterable[list[Reply]]], Iterator[list[Reply]]]
"""Passes an iterable on, showing how far it has come: called with a name and how many there will be."""


@dataclass(frozen=True, slots=True)
class Local:
    """An index answered from in this process and its workers."""

    engine: Engine
    index: Path
    encoder: str | None

    def check(self) -> None:
        """Raise IncompleteRunError when a part is missing."""
        check_engine(self.engine)

    def fingerprint(self) -> Fingerprint:
        """What answers."""
        return fingerprint_of(self.engine)

    def sources(self) -> list[str]:
        """The files it answers from."""
        return [document.source for document in self.engine.answerer().index.documents.values()]

    def replies(self, items: Sequence[Item]) -> Iterator[list[Reply]]:
        """The replies to each item, in order; from several processes where that pays."""
        workers = workers_for(len(items))
        if workers > 1:
            yield from ask_apart(items, self.index, self.encoder, workers)
        else:
            ask = in_process(self.engine.answerer())
            yield from (ask_item(item, ask) for item in items)

    def peers(self, entry: QuestionSet) -> PeerScores:
        """What plain retrieval does with the same questions."""
        return peer_scores(entry.items, entry.sources, self.engine.answerer().index, self.engine.encoder)


@dataclass(frozen=True, slots=True)
class Remote:
    """A service that answers over HTTP; peers do not take part, for its documents are not at hand."""

    service: Service

    def check(self) -> None:
        """Raise ServiceUnreachableError unless the service is ready."""
        self.service.ready()

    def fingerprint(self) -> Fingerprint:
        """What answers."""
        return fingerprint_of_service(self.service)

    def sources(self) -> list[str]:
        """The files it answers from."""
        return [str(entry["source"]) for entry in self.service.documents()]

    def replies(self, items: Sequence[Item]) -> Iterator[list[Reply]]:
        """The replies to each item, in order."""
        yield from ask_threads(items, self.service.ask(), cpu_count() or 1)

    def peers(self, entry: QuestionSet) -> PeerScores:  # noqa: ARG002 — one shape with Local
        """None."""
        return {}


def conduct(entry: QuestionSet, asked: Local | Remote, progress: Progress, *, peers: bool) -> SetRun:
    """Ask a set's questions. Raises IncompleteRunError when a part of what should answer was missing."""
    replies = progress(entry.name, len(entry.items), asked.replies(entry.items))
    records: list[Record] = []
    for item, got in zip(entry.items, replies, strict=True):
        records += records_of(item, got, entry.sources)
    check_records(records, sum(len(item.turns) for item in entry.items))
    return SetRun(entry.name, entry.sources, tuple(records), asked.peers(entry) if peers else {})
