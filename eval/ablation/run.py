"""Every ablation run over the questions, in worker processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from os import cpu_count

from eval.ablation.switches import Ablation
from eval.ablation.without import without
from eval.measuring.scored import Scored, scored
from eval.run import in_process, run
from eval.runs.conduct import Local
from eval.runs.workers import engines, with_engine
from eval.sets import QuestionSet
from retrieval.answer import Answerer
from retrieval.engine import Engine


@dataclass(frozen=True, slots=True)
class Ablated:
    """The questions as they were scored without a part; None is the program as it is."""

    ablation: Ablation | None
    questions: list[Scored]


def ablate(entry: QuestionSet, asked: Local, ablations: Sequence[Ablation]) -> Iterator[Ablated]:
    """The questions as the program is, then without each part, in the order given."""
    every = [None, *ablations]
    with engines(asked.index, asked.encoder, min(cpu_count() or 1, len(every))) as pool:
        for ablation, questions in zip(every, pool.map(partial(_apart, entry), every), strict=True):
            yield Ablated(ablation, questions)


def scored_without(entry: QuestionSet, answerer: Answerer, ablation: Ablation | None) -> list[Scored]:
    """The questions as they are scored without a part."""
    ask = in_process(answerer if ablation is None else without(answerer, ablation))
    return scored(list(run(entry.items, ask, entry.sources)), entry.sources)


def _apart(entry: QuestionSet, ablation: Ablation | None) -> list[Scored]:
    def work(engine: Engine) -> list[Scored]:
        return scored_without(entry, engine.answerer(), ablation)

    return with_engine(work)
