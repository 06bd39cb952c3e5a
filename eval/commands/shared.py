"""What the commands under `kildesvar eval` share: the command group, the console, options, and progress."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from eval.run import Reply

eval_app = typer.Typer(add_completion=False)
console = Console(width=160)

RunsOption = Annotated[Path, typer.Option("--runs", help="Mappen med kjøringer.")]
RunArgument = Annotated[
    str | None, typer.Argument(help="Kjøringen: mappen, eller en del av navnet. Ellers den nyeste.")
]
BaselinesOption = Annotated[Path | None, typer.Option("--baselines", help="Mappen med godtatte grunnlinjer.")]
DocumentsOption = Annotated[Path, typer.Option("--documents", help="Mappen med dokumentene.")]
QuestionsOption = Annotated[list[Path] | None, typer.Option("--questions", help="Egne spørsmål (JSON Lines).")]


def shown(name: str, total: int, replies: Iterable[list[Reply]]) -> Iterator[list[Reply]]:
    """Replies passed on, with a bar of how many have come."""
    return iter(track(replies, f"Spør {name}", total=total, transient=True))
