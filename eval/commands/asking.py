"""`kildesvar eval` and `kildesvar eval run`: ask, measure, keep."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from eval.commands.shared import DocumentsOption, QuestionsOption, RunsOption, console, eval_app, shown
from eval.items import Item, QuestionSetError
from eval.measures import Measures, measure
from eval.printing import print_estimates, print_failures, print_measures, print_peers
from eval.runs.checks import IncompleteRunError
from eval.runs.conduct import Local, Remote, conduct
from eval.runs.folder import RUNS, Run, SetRun, write_run
from eval.runs.http import Service
from eval.sets import QuestionSet, names_for, own_set, sets_for
from retrieval.engine import Engine
from retrieval.update import update_index
from service.progress import reading_progress
from service.settings import settings


class Split(StrEnum):
    """The halves of the questions: those that weights are fitted on, those that nothing is ever fitted on."""

    TUNE = "tune"
    KEEP = "keep"
    ALL = "all"


@eval_app.command("run")
@eval_app.callback(invoke_without_command=True)
def evaluate(
    context: typer.Context,
    folder: DocumentsOption = Path("documents/pdf"),
    questions: QuestionsOption = None,
    url: Annotated[str | None, typer.Option("--url", help="Spør en tjeneste som kjører, over HTTP.")] = None,
    failures: Annotated[int, typer.Option(help="Hvor mange feil som vises.")] = 0,
    split: Annotated[Split, typer.Option(help="Hvilken del av spørsmålene.")] = Split.ALL,
    name: Annotated[str, typer.Option("--name", help="Et navn på kjøringen.")] = "eval",
    runs: RunsOption = RUNS,
    peers: Annotated[bool, typer.Option("--peers/--no-peers", help="Mål enkle søk ved siden av.")] = True,
) -> None:
    """Still spørsmål med kjente svar og mål hvor ofte svaret er riktig."""
    if context.invoked_subcommand is not None:
        return
    own = own_set(questions or [])
    with _asked(folder, url) as asked:
        asked.check()
        chosen = [part(entry, split) for entry in sets_asked(own, asked.sources())]
        sets = tuple(conduct(entry, asked, shown, peers=peers) for entry in chosen)
        kept = write_run(runs, Run(name, asked.fingerprint(), sets, split == Split.ALL))
    fallen = [low for entry, ran in zip(chosen, sets, strict=True) for low in _print(entry, ran, split, failures)]
    console.print(f"Kjøringen ligger i {kept}", highlight=False, markup=False)
    if fallen:
        raise typer.Exit(1)


def sets_asked(own: Sequence[QuestionSet], present: Sequence[str]) -> Sequence[QuestionSet]:
    """One's own questions, or else the sets that ship for the documents present."""
    if own:
        return [replace(entry, sources=names_for(present)) for entry in own]
    found = sets_for(present)
    if not found:
        raise QuestionSetError(
            "Ingen av spørsmålssettene hører til disse dokumentene. Gi egne spørsmål med --questions."
        )
    return found


@contextmanager
def _asked(folder: Path, url: str | None) -> Iterator[Local | Remote]:
    """The service at an address, or an index made for the occasion from a folder."""
    if url is not None:
        yield Remote(Service(url))
        return
    with TemporaryDirectory() as aside:
        yield local(folder, Path(aside))


def local(folder: Path, index: Path) -> Local:
    """An index made from a folder. Raises IncompleteRunError when a file of it could not be read."""
    encoder = settings().encoder
    engine = Engine(index, encoder)
    with reading_progress(console) as progress:
        update = update_index(folder, index, engine.encoder, engine.analyzer, progress)
    if update.failed:
        names = ", ".join(outcome.source for outcome in update.failed)
        raise IncompleteRunError(f"Kjøringen er stoppet, for disse filene kunne ikke leses: {names}.")
    return Local(engine, index, encoder)


def part(entry: QuestionSet, split: Split) -> QuestionSet:
    """A half of a set, or all of it."""
    return replace(entry, items=tuple(item for item in entry.items if _in_split(item, split)))


def _in_split(item: Item, split: Split) -> bool:
    return split == Split.ALL or item.kept == (split == Split.KEEP)


def _print(entry: QuestionSet, ran: SetRun, split: Split, failures: int) -> Sequence[str]:
    """Print a set's measures; returns those that fell below their floors."""
    measures = measure(ran.records)
    console.rule(f"{entry.name} ({split})")
    print_measures(console, measures)
    print_estimates(console, ran.scored())
    print_peers(console, ran)
    print_failures(console, ran.records, failures)
    return _below(entry, measures) if split == Split.ALL else []


def _below(entry: QuestionSet, measures: Measures) -> list[str]:
    fallen = []
    for name, least in entry.floor.items():
        value = measures.value(name)
        if value is None or value < least:
            console.print(f"[red]{entry.name}: {name} er {value}, men skal være minst {least}[/red]", highlight=False)
            fallen.append(name)
    return fallen
