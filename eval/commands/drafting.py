"""`kildesvar eval from-feedback`: what users marked wrong becomes drafts of questions."""

from pathlib import Path
from typing import Annotated

import typer

from eval.commands.shared import console, eval_app
from eval.feedback import as_lines, drafts
from service.settings import settings


@eval_app.command("from-feedback")
def from_feedback(
    feedback: Annotated[
        Path | None, typer.Argument(help="Filen med tilbakemeldinger. Ellers den i innstillingene.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Filen utkastene skrives til. Ellers vises de.")] = None,
) -> None:
    """Lag utkast til spørsmål av svarene brukere har meldt som feil. De må ses over før de kan brukes."""
    found = drafts(feedback or settings().feedback)
    if out is None:
        console.out(as_lines(found), end="", highlight=False)
        return
    out.write_text(as_lines(found), "utf8")
    console.print(
        f"{len(found)} utkast er skrevet til {out}. Fyll dem ut og legg dem i et spørsmålssett.", highlight=False
    )
