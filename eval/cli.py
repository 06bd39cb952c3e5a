"""The command `kildesvar eval`, and the entry point that puts it beside the service's commands."""

from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from eval.fitting import Collection, fit
from eval.items import Item, QuestionSetError, read_items
from eval.measures import Measures, measure
from eval.printing import print_failures, print_measures
from eval.run import in_process, run
from eval.sets import QuestionSet, sets_for
from retrieval.engine import Engine
from retrieval.update import update_index
from retrieval.weights import as_json
from service.cli import app, run_app
from service.settings import settings

console = Console(width=160)


class Split(StrEnum):
    """The halves of the questions: those that weights are fitted on, those that nothing is ever fitted on."""

    TUNE = "tune"
    KEEP = "keep"
    ALL = "all"


@app.command("eval")
def evaluate(
    folder: Annotated[Path, typer.Option("--documents", help="Mappen med dokumentene.")] = Path("documents/pdf"),
    questions: Annotated[list[Path] | None, typer.Option("--questions", help="Egne spørsmål (JSON Lines).")] = None,
    failures: Annotated[int, typer.Option(help="Hvor mange feil som vises.")] = 0,
    split: Annotated[Split, typer.Option(help="Hvilken del av spørsmålene.")] = Split.ALL,
) -> None:
    """Still spørsmål med kjente svar og mål hvor ofte svaret er riktig."""
    own = _own_set(questions or [])
    with TemporaryDirectory() as aside:
        engine = Engine(Path(aside), settings().encoder)
        update = update_index(folder, Path(aside), engine.encoder, engine.analyzer, lambda *_: None)
        chosen = own or sets_for([outcome.source for outcome in update.outcomes])
        if not chosen:
            raise QuestionSetError(
                "Ingen av spørsmålssettene hører til disse dokumentene. Gi egne spørsmål med --questions."
            )
        fallen = [name for entry in chosen for name in _evaluate(entry, engine, failures, split)]
    if fallen:
        raise typer.Exit(1)


@app.command("fit")
def fit_weights(
    folders: Annotated[list[Path], typer.Option("--documents", help="Mapper med dokumenter, én eller flere.")],
    out: Annotated[Path, typer.Option("--out", help="Filen vektene skrives til.")] = Path("retrieval/weights.json"),
) -> None:
    """Tilpass vektene i rangeringen til spørsmålene i «tune»-delen."""
    with TemporaryDirectory() as aside:
        collections = [_collection(folder, Path(aside) / str(number)) for number, folder in enumerate(folders)]
        weights = fit(collections, lambda line: console.print(line, highlight=False))
    out.write_text(as_json(weights), "utf8")
    console.print(f"Vektene er skrevet til {out}", highlight=False)


def _collection(folder: Path, index: Path) -> Collection:
    engine = Engine(index, settings().encoder)
    update = update_index(folder, index, engine.encoder, engine.analyzer, lambda *_: None)
    return Collection(engine.answerer(), sets_for([outcome.source for outcome in update.outcomes]))


def main() -> None:
    """Run a command of the service or of the evaluation."""
    run_app(QuestionSetError)


def _evaluate(entry: QuestionSet, engine: Engine, failures: int, split: Split) -> list[str]:
    """Ask a set and print its measures; returns the measures that fell below their floors."""
    items = [item for item in entry.items if _in_split(item, split)]
    asked = run(items, in_process(engine.answerer()), entry.sources)
    records = list(track(asked, f"Spør {entry.name}", total=sum(len(item.turns) for item in items), transient=True))
    measures = measure(records)
    console.rule(f"{entry.name} ({split})")
    print_measures(console, measures)
    print_failures(console, records, failures)
    return _below(entry, measures) if split == Split.ALL else []


def _below(entry: QuestionSet, measures: Measures) -> list[str]:
    fallen = []
    for name, least in entry.floor.items():
        value = measures.value(name)
        if value is None or value < least:
            console.print(f"[red]{entry.name}: {name} er {value}, men skal være minst {least}[/red]", highlight=False)
            fallen.append(name)
    return fallen


def _in_split(item: Item, split: Split) -> bool:
    return split == Split.ALL or item.kept == (split == Split.KEEP)


def _own_set(paths: list[Path]) -> list[QuestionSet]:
    items = tuple(item for path in paths for item in read_items(path))
    return [QuestionSet("egne spørsmål", items, {}, {})] if items else []


if __name__ == "__main__":
    main()
