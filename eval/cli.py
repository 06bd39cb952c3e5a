"""The entry point: the service's commands with those of the evaluation beside them, imported when they are run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.later import Later
from service.cli import app, console, run_app

if TYPE_CHECKING:
    from eval.fitting import Collection

app.add_typer(
    typer.Typer(cls=Later), name="eval", help="Still spørsmål med kjente svar, og se hva som ble bedre og verre."
)


@app.command("fit")
def fit_weights(
    folders: Annotated[list[Path], typer.Option("--documents", help="Mapper med dokumenter, én eller flere.")],
    out: Annotated[Path, typer.Option("--out", help="Filen vektene skrives til.")] = Path("retrieval/weights.json"),
) -> None:
    """Tilpass vektene i rangeringen til spørsmålene i «tune»-delen."""
    from tempfile import TemporaryDirectory

    from eval.fitting import fit
    from retrieval.weights import as_json

    with TemporaryDirectory() as aside:
        collections = [_collection(folder, Path(aside) / str(number)) for number, folder in enumerate(folders)]
        weights = fit(collections, lambda line: console.print(line, highlight=False))
    out.write_text(as_json(weights), "utf8")
    console.print(f"Vektene er skrevet til {out}", highlight=False)


def _collection(folder: Path, index: Path) -> "Collection":
    from eval.fitting import Collection
    from eval.sets import sets_for
    from retrieval.engine import Engine
    from retrieval.update import update_index
    from service.settings import settings

    engine = Engine(index, settings().encoder)
    update = update_index(folder, index, engine.encoder, engine.analyzer, lambda *_: None)
    return Collection(engine.answerer(), sets_for([outcome.source for outcome in update.outcomes]))


def main() -> None:
    """Run a command of the service or of the evaluation."""
    run_app()


if __name__ == "__main__":
    main()
