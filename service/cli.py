"""The command line: `kildesvar`. What a command needs is imported when it is run, so that the help comes at once."""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from ingest.errors import ToldError
from service.upkeep import IndexOption, export_index, rollback, verify
from service.usage import UsageError, in_words

if TYPE_CHECKING:
    from retrieval.answer import Answerer

app = typer.Typer(help="Svar med kilde: spør på vanlig norsk i offentlige dokumenter.", add_completion=False)
console = Console()
complaints = Console(stderr=True)

Folder = Annotated[Path, typer.Argument(help="Mappen med dokumentene (PDF og tekst).")]

app.command()(verify)
app.command()(rollback)
app.command("export")(export_index)


@app.command()
def ingest(
    folder: Folder,
    index: IndexOption = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Les alt på nytt.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Vent på en innlesing som alt holder på.")] = False,
) -> None:
    """Les en mappe inn i indeksen. Bare det som er endret, leses på nytt."""
    from retrieval.update import update_index
    from service.engine import engine_for
    from service.progress import reading_progress
    from service.settings import settings
    from service.terminal import print_update

    chosen = settings()
    engine = engine_for(chosen, index)
    place, made_with = index or chosen.index, (engine.encoder, engine.analyzer)
    with reading_progress(console) as progress:
        update = update_index(folder, place, *made_with, progress, keeping=engine.keeping, rebuild=rebuild, wait=wait)
    print_update(console, update)
    if update.failed:
        raise typer.Exit(1)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="Spørsmålet, på vanlig norsk.")],
    index: IndexOption = None,
    limit: Annotated[int, typer.Option(help="Hvor mange steder som vises.", min=1, max=50)] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON, slik HTTP gir det.")] = False,
) -> None:
    """Still ett spørsmål og få svaret med kilde."""
    from retrieval.index.scope import Filter
    from service.question import check_question
    from service.replies import ask_reply
    from service.settings import settings
    from service.terminal import print_answer

    check_question(question, settings().question_length)
    answerer = _answerer(index)
    answer = answerer.ask(question, [], Filter(), limit)
    reply = ask_reply(answer, answerer.index.store, 0.0)
    if as_json:
        console.out(reply.model_dump_json(indent=1), highlight=False)
    else:
        print_answer(console, reply)


@app.command()
def documents(index: IndexOption = None) -> None:
    """Vis dokumentene i indeksen."""
    from service.terminal import print_documents

    print_documents(console, _answerer(index).index.documents.values())


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="Filen det skal ses på (PDF eller tekst).")],
    tables: Annotated[bool, typer.Option("--tables", help="Vis alle tabeller.")] = False,
    figures: Annotated[bool, typer.Option("--figures", help="Vis alle tall, ett på hver linje.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv hele dokumentet som JSON.")] = False,
    html: Annotated[Path | None, typer.Option("--html", help="Skriv kilde og lesing side om side hit.")] = None,
    page: Annotated[str | None, typer.Option("--page", help="Bare denne siden, eller disse: 12 eller 12-15.")] = None,
) -> None:
    """Vis hva som er lest av en fil: innholdet, eller det som velges under."""
    from service.show import Wanted, show

    show(console, file, Wanted(tables, figures, as_json, html, page))


@app.command()
def serve(
    folder: Annotated[Path | None, typer.Option("--documents", help="Mappen med dokumentene.")] = None,
    host: Annotated[str | None, typer.Option(help="Adressen tjenesten lytter på.")] = None,
    port: Annotated[int | None, typer.Option(help="Porten tjenesten lytter på.", min=1, max=65535)] = None,
    index: IndexOption = None,
) -> None:
    """Start nettsiden og HTTP-grensesnittet."""
    from service.engine import engine_for
    from service.server import serve_on
    from service.settings import settings

    given = {"documents": folder, "host": host, "port": port, "index": index}
    chosen = settings().model_copy(update={name: value for name, value in given.items() if value is not None})
    engine = engine_for(chosen)
    with engine.reading():
        pass  # an index that cannot be used is told of before the service listens
    ready = f"Kildesvar svarer på http://{chosen.host}:{chosen.port} (Ctrl+C avslutter)"
    serve_on(chosen, engine, lambda: console.print(ready, highlight=False))


@app.command("train-encoder")
def train_encoder(
    data: Annotated[Path, typer.Argument(help="Mappen med treningstekst.")],
    out: Annotated[Path, typer.Option("--out", help="Mappen modellen skrives til.")] = Path("encoder"),
    start: Annotated[Path | None, typer.Option("--start", help="En tidligere modell å bygge videre på.")] = None,
) -> None:
    """Tren språkmodellen som følger med."""
    from retrieval.training import train

    def tell(step: str, share: float) -> None:
        console.print(f"{share:4.0%} {step}", highlight=False)

    report = train(data, out, progress=tell, start=start)
    console.print(report, highlight=False)


@app.command("count-words")
def count_words(
    data: Annotated[Path, typer.Argument(help="Mappen med treningstekst.")],
    out: Annotated[Path, typer.Option("--out", help="Filen som skrives.")] = Path("retrieval/analysis/background.tsv"),
) -> None:
    """Tell hvor vanlige norske ord er, i teksten språkmodellen trenes på."""
    from retrieval.analysis import Analyzer
    from retrieval.analysis.background import count, write
    from retrieval.training.background import background_texts
    from retrieval.training.sources import TrainingFolder

    folder = TrainingFolder(data)
    folder.check()
    background = count(background_texts(folder), Analyzer())
    write(background, out)
    counted = f"{len(background.frequencies)} ord fra {background.texts} tekster"
    console.print(f"{counted} er skrevet til {out}", highlight=False)


def run_app() -> None:
    """Run a command; every error a person can meet ends in one plain sentence and exit status 2."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        sys.exit(app(sys.argv[1:] or ["--help"], standalone_mode=False))
    except typer.Abort:
        sys.exit(130)
    except UsageError as error:
        complaints.print(Text(in_words(error), style="red"), soft_wrap=True)
    except ToldError as error:
        complaints.print(Text(str(error), style="red"), soft_wrap=True)
    sys.exit(2)


def _answerer(index: Path | None) -> "Answerer":
    from service.engine import engine_for
    from service.settings import settings

    return engine_for(settings(), index).answerer()
