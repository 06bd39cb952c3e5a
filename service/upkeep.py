"""Commands that look after an index: whether it is whole, the one before it, and what is in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from retrieval.index.manifest import Manifest

IndexOption = Annotated[Path | None, typer.Option("--index", help="Mappen for indeksen.")]
console = Console()


def verify(index: IndexOption = None) -> None:
    """Kontroller indeksen: hver byte er som den ble skrevet, og delene stemmer med hverandre."""
    from retrieval.index.places import current_generation

    folder = _folder(index)
    manifest = _checked(current_generation(folder))
    _say(f"Indeksen er hel: {_counted(manifest)}.")
    earlier = _earlier(folder)
    if earlier:
        _checked(earlier[-1])
        _say("Den forrige utgaven er også hel; «kildesvar rollback» går tilbake til den.")


def rollback(index: IndexOption = None) -> None:
    """Gå tilbake til den forrige utgaven av indeksen. En tjeneste som kjører, svarer fra den med en gang."""
    from retrieval.index.lock import writing
    from retrieval.index.places import roll_back

    folder = _folder(index)
    earlier = _earlier(folder)
    with writing(folder):
        manifest = _checked(earlier[-1]) if earlier else None
        roll_back(folder)
    if manifest is not None:
        _say(f"Den forrige utgaven er i bruk igjen: {_counted(manifest)}.")
    _say("Neste «kildesvar ingest» leser mappen inn på nytt fra der.")


def export_index(
    out: Annotated[Path, typer.Argument(help="En ny mappe som filene skrives til.")], index: IndexOption = None
) -> None:
    """Skriv alt som er i indeksen, som JSON-linjer: dokumenter, sider, avsnitt, tabeller og tall."""
    from retrieval.index.export import export
    from retrieval.index.places import current_generation

    generation = current_generation(_folder(index))
    _checked(generation)
    for name, count in export(generation, out).items():
        _say(f"{out / name}.jsonl: {count} linjer")


def _checked(generation: Path) -> "Manifest":
    from retrieval.index.verify import check_thoroughly
    from service.engine import keeping_of
    from service.settings import settings

    return check_thoroughly(generation, keeping_of(settings()))


def _folder(index: Path | None) -> Path:
    from service.settings import settings

    return index or settings().index


def _earlier(folder: Path) -> Sequence[Path]:
    from retrieval.index.places import current_generation, numbered

    name = current_generation(folder).name
    return [path for path in numbered(folder) if path.name < name]


def _counted(manifest: "Manifest") -> str:
    return f"{manifest.documents} dokumenter, {manifest.passages} avsnitt, {manifest.figures} tall"


def _say(line: str) -> None:
    console.print(line, highlight=False, markup=False, soft_wrap=True)
