"""The entry point: the service's commands with those of the evaluation beside them."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from eval.commands import ablating, asking, drafting, judging, looking, overviewing
from eval.commands.shared import console, eval_app
from eval.comparing.baseline import BaselineError
from eval.feedback import FeedbackError
from eval.fitting import Collection, fit
from eval.items import QuestionSetError
from eval.measuring.ranking import MeasuringToolError
from eval.runs.checks import IncompleteRunError
from eval.runs.folder import RunNotFoundError
from eval.runs.http import ServiceUnreachableError
from eval.sets import sets_for
from retrieval.engine import Engine
from retrieval.update import update_index
from retrieval.weights import as_json
from service.cli import app, run_app
from service.settings import settings

COMMANDS = (asking, judging, looking, ablating, drafting, overviewing)
"""The modules whose commands stand under `kildesvar eval`."""

ERRORS = (
    BaselineError, FeedbackError, IncompleteRunError, MeasuringToolError, QuestionSetError, RunNotFoundError,
    ServiceUnreachableError,
)  # fmt: skip
"""Errors of the evaluation that say what is wrong and what to do."""

app.add_typer(eval_app, name="eval")


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
    run_app(*ERRORS)


if __name__ == "__main__":
    main()
