"""`kildesvar show`: one file is read and shown in the ways that were asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.console import Console

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.read import read_document
from service.show.as_json import as_json
from service.show.errors import ShowError
from service.show.figures import print_figures
from service.show.html import as_html
from service.show.outline import print_outline
from service.show.part import page_range, part_of
from service.show.tables import print_tables


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown; the outline where nothing is chosen. `pages` is «12» or «12-15»."""

    tables: bool = False
    figures: bool = False
    json: bool = False
    html: Path | None = None
    pages: str | None = None


def show(console: Console, file: Path, wanted: Wanted) -> None:
    """Read a file and show what was read of it.

    Raises UnreadableFileError where it cannot be read, ShowError where what is asked for cannot be shown.
    """
    pages = page_range(wanted.pages) if wanted.pages is not None else None
    if wanted.html is not None:
        _check_target(wanted.html, file)
    document = _read(file)
    if pages is not None:
        document = part_of(document, pages)
    if wanted.html is not None:
        _write(wanted.html, as_html(document))
        Console(stderr=True).print(f"Siden er skrevet til {wanted.html}", highlight=False, markup=False, soft_wrap=True)
    if wanted.json:
        typer.echo(as_json(document))
    for printed in _printed(wanted):
        printed(console, document)


def _printed(wanted: Wanted) -> list[Callable[[Console, Document], None]]:
    if not (wanted.tables or wanted.figures or wanted.json or wanted.html):
        return [print_outline]
    return [*([print_tables] if wanted.tables else []), *([print_figures] if wanted.figures else [])]


def _read(file: Path) -> Document:
    if file.is_dir():
        raise UnreadableFileError("is_folder", f"«{file}» er en mappe. Oppgi én fil i den.")
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError("missing", f"Filen «{file}» finnes ikke. Sjekk navnet og mappen.") from error
    except OSError as error:
        message = f"Filen «{file}» kan ikke leses ({error.strerror}). Sjekk at du har lesetilgang til den."
        raise UnreadableFileError("no_access", message) from error
    with Console(stderr=True).status(f"Leser {file.name} …"):
        return read_document(data, file.name)


def _check_target(target: Path, file: Path) -> None:
    """Refuse before the reading starts what would be lost or could not be written."""
    if target.is_dir():
        raise ShowError(f"«{target}» er en mappe. Oppgi en fil som siden skal skrives til.")
    if target.exists() and file.exists() and target.samefile(file):
        raise ShowError(f"«{target}» er dokumentet selv. Oppgi en annen fil som siden skal skrives til.")
    if not target.parent.is_dir():
        raise ShowError(f"Mappen «{target.parent}» finnes ikke. Lag den først, eller velg en annen.")


def _write(target: Path, text: str) -> None:
    try:
        target.write_text(text, "utf8")
    except OSError as error:
        raise ShowError(f"«{target}» kan ikke skrives ({error.strerror}). Sjekk at du har skrivetilgang.") from error
