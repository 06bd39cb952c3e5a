"""`kildesvar eval compare` and `kildesvar eval accept`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from eval.commands.shared import BaselinesOption, RunArgument, RunsOption, console, eval_app
from eval.comparing.baseline import Baseline, BaselineError, accept, baseline_folder, of_questions, read_baseline
from eval.comparing.compare import Comparison, compare
from eval.comparing.guards import guards_for
from eval.comparing.printing import print_comparison
from eval.runs.folder import RUNS, Run, find_run, read_run


@eval_app.command("compare")
def compare_runs(
    run: RunArgument = None,
    base: Annotated[str | None, typer.Argument(help="En annen kjøring. Ellers den godtatte grunnlinjen.")] = None,
    runs: RunsOption = RUNS,
    baselines: BaselinesOption = None,
    most: Annotated[int, typer.Option(help="Hvor mange spørsmål som vises av hvert slag.")] = 20,
) -> None:
    """Vis hva som ble bedre og verre. Avslutter med feil når et bevoktet mål har falt for langt."""
    ran = read_run(find_run(runs, run))
    other = read_run(find_run(runs, base)) if base is not None else None
    comparisons = list(_comparisons(ran, other, baselines or baseline_folder()))
    for comparison in comparisons:
        print_comparison(console, comparison, most)
    faults = [fault for comparison in comparisons for fault in _faults(comparison, strict=other is None and ran.whole)]
    for fault in faults:
        console.print(fault, style="red", highlight=False, markup=False)
    if faults:
        raise typer.Exit(1)


@eval_app.command("accept")
def accept_run(run: RunArgument = None, runs: RunsOption = RUNS, baselines: BaselinesOption = None) -> None:
    """Gjør en kjøring til grunnlinjen som senere kjøringer måles mot."""
    folder = find_run(runs, run)
    for path in accept(read_run(folder), baselines or baseline_folder()):
        console.print(f"{folder.name} er nå grunnlinjen i {path}", highlight=False, markup=False)


def _comparisons(run: Run, other: Run | None, baselines: Path) -> Iterator[Comparison]:
    for entry in run.sets:
        base = _base_of(other, entry.name) if other else read_baseline(baselines, entry.name)
        if base is None:
            msg = f"Det er ingenting å sammenligne «{entry.name}» med. Godta en grunnlinje med «kildesvar eval accept»."
            raise BaselineError(msg)
        yield compare(entry.name, entry.scored(), base, guards_for(entry.name))


def _base_of(other: Run, name: str) -> Baseline | None:
    entry = next((entry for entry in other.sets if entry.name == name), None)
    return of_questions(entry.scored(), other.fingerprint) if entry else None


def _faults(comparison: Comparison, *, strict: bool) -> Iterator[str]:
    """What stops a change. `strict`: against the baseline, a question that is no longer asked guards nothing."""
    name = comparison.set_name
    for measure in comparison.fallen:
        change = f"fra {measure.before:.3f} til {measure.after:.3f} (grense {measure.margin:.3f})"
        yield f"{name}: «{measure.measure}» er blitt verre, {change}."
    if strict and (comparison.gone or comparison.altered):
        count = len(comparison.gone) + len(comparison.altered)
        yield f"{name}: {count} spørsmål er endret eller tatt ut siden grunnlinjen. Se over dem og godta en ny."
    missing = set(guards_for(name)) - {measure.measure for measure in comparison.measures}
    if strict and missing:
        yield f"{name}: disse bevoktede målene mangler i kjøringen: {', '.join(sorted(missing))}."
