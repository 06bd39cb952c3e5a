"""Progress of an ingestion in the terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def reading_progress(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """A bar that fills as files are read; gives the function to call with (source, files done, files in all)."""
    bars = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    columns = (TextColumn("Leser"), *bars, TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(source: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, description=source)

        yield advance
