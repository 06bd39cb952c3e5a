"""`kildesvar eval overviews`: overviews held against golden tables, cell by cell."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from eval.commands.asking import Split, local
from eval.commands.shared import DocumentsOption, console, eval_app
from eval.overviews.marks import OverviewScore
from eval.overviews.measuring import golden_of, measured, scores_of
from eval.run import in_process
from eval.sets import OverviewSet, overviews_for


@eval_app.command("overviews")
def evaluate_overviews(
    folder: DocumentsOption = Path("documents/pdf"),
    split: Annotated[Split, typer.Option(help="Hvilken del av oversiktene.")] = Split.ALL,
    failures: Annotated[int, typer.Option(help="Hvor mange feil som vises av hver oversikt.")] = 3,
) -> None:
    """Spør etter oversikter med kjente tabeller, og se hvilke celler og tabeller som er riktige."""
    fallen = False
    with TemporaryDirectory() as aside:
        asked = local(folder, Path(aside))
        ask = in_process(asked.engine.answerer())
        for entry in overviews_for(asked.sources()):
            chosen = [each for each in golden_of(entry) if split == Split.ALL or each.kept == (split == Split.KEEP)]
            scores = list(scores_of(chosen, ask, entry.sources))
            fallen |= _print(entry, scores, split, failures)
    if fallen:
        raise typer.Exit(1)


def _print(entry: OverviewSet, scores: Sequence[OverviewScore], split: Split, failures: int) -> bool:
    """Print a set's scores; returns whether they are below its floor."""
    for each in scores:
        console.print(f"{each.id}: {each.right} av {each.cells} celler", style="" if each.whole else "yellow")
        for fault in each.faults[:failures]:
            console.print(f"    {fault}", highlight=False, markup=False)
    got = measured(scores)
    console.print(f"{entry.name} ({split}): celler {got.cells:.3f}, hele tabeller {got.tables:.3f}", highlight=False)
    return split == Split.ALL and (got.cells < entry.cells or got.tables < entry.tables)
