"""`kildesvar eval report`: a run as one page that opens without a network."""

from pathlib import Path
from typing import Annotated

import typer

from eval.commands.shared import BaselinesOption, RunArgument, RunsOption, console, eval_app
from eval.comparing.baseline import baseline_folder
from eval.report.page import report_page
from eval.runs.folder import RUNS, find_run


@eval_app.command("report")
def write_report(
    run: RunArgument = None,
    runs: RunsOption = RUNS,
    baselines: BaselinesOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Filen som skrives. Ellers report.html i kjøringen.")
    ] = None,
) -> None:
    """Lag en rapport i én HTML-fil: mål med intervaller, kurver, historikk og de verste spørsmålene."""
    folder = find_run(runs, run)
    path = out or folder / "report.html"
    path.write_text(report_page(folder, runs, baselines or baseline_folder()), "utf8")
    console.print(f"Rapporten er skrevet til {path}", highlight=False, markup=False)
