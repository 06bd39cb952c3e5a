"""The command line as a person meets it: what it prints, where, and how it ends."""

import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from eval.cli import main
from service.settings import settings
from tests.retrieval.conftest import LETTER, REPORT, HashEncoder
from tests.service.conftest import partly_scanned, pdf

QUESTION = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run `kildesvar …` in an empty folder, with an index of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KILDESVAR_INDEX", str(tmp_path / "index"))
    monkeypatch.setattr("retrieval.engine.load_encoder", lambda _: HashEncoder())

    def started(*arguments: str) -> Ended:
        settings.cache_clear()
        monkeypatch.setattr("sys.argv", ["kildesvar", *arguments])
        status = 0
        try:
            main()
        except SystemExit as ended:
            status = int(ended.code or 0)
        out, err = capsys.readouterr()
        return Ended(status, out, err)

    yield started
    settings.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents."""
    made = tmp_path / "dokumenter"
    made.mkdir()
    (made / "rapport.txt").write_text(REPORT, "utf8")
    (made / "brev.txt").write_text(LETTER, "utf8")
    return made


def complaint(ended: Ended) -> str:
    """The one plain sentence a command ended in: on the error stream, status 2, no traceback, nothing else."""
    assert ended.status == 2, ended
    assert ended.out.strip() == ""
    assert "Traceback" not in ended.err
    assert ended.err.strip().endswith(".")
    return ended.err


def locked() -> bytes:
    """A PDF that needs a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["Hemmelig tekst."]))))
    writer.encrypt("hemmelig", "eier", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def picture() -> bytes:
    """A PDF that is one picture."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawImage(ImageReader(Image.new("L", (8, 8), 90)), 0, 0, 595, 842)
    canvas.save()
    return stream.getvalue()


BAD = {
    "passord.pdf": (locked(), "passord"),
    "tom.pdf": (b"", "tom"),
    "blank.pdf": (pdf([]), "tom"),
    "skadet.pdf": (pdf(["En linje."])[:200], "ødelagt"),
    "bilder.pdf": (picture(), "bilde"),
    "tom.txt": (b" \n\n", "tom"),
    "latin.txt": ("Årsrapport på norsk".encode("latin-1"), "UTF-8"),
    "ark.xlsx": (b"PK\x03\x04", ".xlsx"),
    "uten": (b"tekst", "uten endelse"),
    "[rød].txt": (b"", "tom"),
}


def test_a_summary_says_what_became_of_the_files(run: Run, folder: Path) -> None:
    """First all new, then nothing changed, then one of each."""
    assert "2 nye, 0 endret, 0 uendret, 0 fjernet, 0 ikke lest" in run("ingest", str(folder)).out
    assert "0 nye, 0 endret, 2 uendret, 0 fjernet, 0 ikke lest" in run("ingest", str(folder)).out
    (folder / "rapport.txt").write_text(REPORT.replace("214", "333"), "utf8")
    (folder / "brev.txt").unlink()
    (folder / "notat.txt").write_text("Et notat om kaier.\n", "utf8")
    ended = run("ingest", str(folder))
    assert "1 nye, 1 endret, 0 uendret, 1 fjernet, 0 ikke lest" in ended.out
    assert ended.status == 0
    assert "notat.txt" in ended.out


def test_rebuild_reads_everything_again(run: Run, folder: Path) -> None:
    """And says that it was asked to."""
    run("ingest", str(folder))
    ended = run("ingest", str(folder), "--rebuild")
    assert "som ønsket" in ended.out
    assert "2 nye" in ended.out


@pytest.mark.parametrize("name", BAD)
def test_one_bad_file_is_named_and_stops_nothing(run: Run, folder: Path, name: str) -> None:
    """The reason is a plain sentence, the status 1, and the others are answered from."""
    data, word = BAD[name]
    (folder / name).write_bytes(data)
    ended = run("ingest", str(folder))
    assert ended.status == 1
    assert "2 nye, 0 endret, 0 uendret, 0 fjernet, 1 ikke lest" in ended.out
    reason = next(line for line in ended.out.splitlines() if line.startswith(f"  {name}: "))
    assert word in reason
    assert reason.endswith(".")
    assert "Traceback" not in ended.out + ended.err
    assert "214 ansatte" in run("ask", QUESTION).out


def test_all_bad_files_together(run: Run, folder: Path) -> None:
    """Each is told with its own reason."""
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    ended = run("ingest", str(folder))
    assert (ended.status, f"2 nye, 0 endret, 0 uendret, 0 fjernet, {len(BAD)} ikke lest" in ended.out) == (1, True)
    assert all(f"  {name}: " in ended.out for name in BAD)


def test_a_name_that_is_not_unicode_stops_nothing(run: Run, folder: Path) -> None:
    """Names on disk are bytes; one that is no text is told, and the others are read."""
    Path(os.fsdecode(os.fsencode(folder) + b"/\xe6.txt")).write_bytes(b"Tekst.")
    ended = run("ingest", str(folder))
    assert ended.status == 1
    assert "2 nye" in ended.out
    assert "Filnavnet" in ended.out


@pytest.mark.parametrize("made", [True, False])
def test_an_empty_or_missing_folder(run: Run, tmp_path: Path, made: bool) -> None:
    """Both are said with what to do."""
    empty = tmp_path / "tom"
    if made:
        empty.mkdir()
    assert "Legg dokumenter" in complaint(run("ingest", str(empty)))


def test_an_emptied_folder_does_not_empty_the_index(run: Run, folder: Path) -> None:
    """The last complete index goes on answering."""
    run("ingest", str(folder))
    for path in folder.iterdir():
        path.unlink()
    complaint(run("ingest", str(folder)))
    assert "214 ansatte" in run("ask", QUESTION).out


def test_an_answer_shows_the_figure_and_where_it_stands(run: Run, folder: Path) -> None:
    """The answer first, then title, section, page and lines, then the quote."""
    run("ingest", str(folder))
    ended = run("ask", QUESTION)
    lines = ended.out.splitlines()
    assert ended.status == 0
    assert lines[0] == "214 ansatte"
    assert "2 Nøkkeltall, side 1, linje 7–8" in lines[2]
    assert "Etaten hadde 214 ansatte" in lines[3]


def test_how_sure_is_told_with_a_comma_and_the_period_as_it_is(run: Run, folder: Path) -> None:
    """«31. desember 2024» keeps its full stop; 0,97 has a comma."""
    run("ingest", str(folder))
    sure = run("ask", QUESTION).out.splitlines()[1]
    assert "." not in sure.replace("31. desember", "")
    assert "(0," in sure or "(1,00)" in sure


def test_json_is_the_reply_of_the_http_api(run: Run, folder: Path) -> None:
    """The whole of it, and nothing else."""
    run("ingest", str(folder))
    reply = json.loads(run("ask", QUESTION, "--json", "--limit", "2").out)
    assert (reply["status"], reply["figures"][0]["value"]) == ("answered", 214)
    assert {"citation", "cell", "label"} <= set(reply["figures"][0])
    assert len(reply["passages"]) <= 2


def test_brackets_of_a_document_are_printed_as_they_are(run: Run, folder: Path) -> None:
    """What looks like markup for the terminal is only text."""
    (folder / "[bold]x.txt").write_text("Havnen [/b] fikk 12 [kai] nye fortøyninger i 2021.\n", "utf8")
    assert "[bold]x.txt" in run("ingest", str(folder)).out
    assert "[/b] fikk 12 [kai] nye" in run("ask", "Hvor mange nye fortøyninger fikk havnen i 2021?").out
    assert "[bold]x.txt" in "".join(run("documents").out.split())


def test_documents_are_listed_whole(run: Run, folder: Path) -> None:
    """An id can be copied, however narrow the terminal."""
    run("ingest", str(folder))
    out = run("documents").out
    ids = [entry["document"] for entry in json.loads(run("ask", QUESTION, "--json").out)["passages"]]
    assert all(ident in out for ident in ids)
    assert "rapport.txt" in out


@pytest.mark.parametrize("command", [("documents",), ("ask", QUESTION), ("serve", "--port", "1")])
def test_without_an_index_the_remedy_is_told(run: Run, command: tuple[str, ...]) -> None:
    """The command that makes one."""
    assert "kildesvar ingest" in complaint(run(*command))


@pytest.mark.parametrize(
    ("question", "word"), [("", "Skriv"), ("  ", "Skriv"), ("?", "Skriv"), ("x" * 10_000, "10000")]
)
def test_a_question_that_cannot_be_asked(run: Run, folder: Path, question: str, word: str) -> None:
    """The same limits as over HTTP."""
    run("ingest", str(folder))
    assert word in complaint(run("ask", question))


def test_an_index_of_another_encoder_is_refused_with_the_remedy(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ingesting anew is the remedy, and it works."""
    run("ingest", str(folder))
    other = HashEncoder()
    other.fingerprint = "hash-2"
    monkeypatch.setattr("retrieval.engine.load_encoder", lambda _: other)
    assert "--rebuild" in complaint(run("ask", QUESTION))
    assert run("ingest", str(folder)).status == 0
    assert run("ask", QUESTION).status == 0


def test_an_unknown_encoder_is_not_fetched(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and nothing is looked for on the network."""
    monkeypatch.undo()
    monkeypatch.setenv("KILDESVAR_ENCODER", "finnes/ikke")
    monkeypatch.setenv("KILDESVAR_INDEX", str(folder.parent / "index"))
    assert "finnes/ikke" in complaint(run("ingest", str(folder)))


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("sprr",), "Kommandoene er ask, count-words"),
        (("ingst",), "Kommandoen «ingst» finnes ikke. Mente du «ingest»?"),
        (("documents", "for", "mye"), "«for mye» er mer enn kommandoen tar."),
        (("ask",), "«QUESTION» mangler."),
        (("ask", "Hvor?", "--limit", "mange"), "«--limit» kan ikke brukes: det må være et helt tall."),
        (("ask", "Hvor?", "--limit", "99"), "«--limit» kan ikke brukes: det kan ikke være over 50."),
        (("ask", "Hvor?", "--limt", "3"), "Valget «--limt» finnes ikke. Mente du «--limit»?"),
        (("ask", "Hvor?", "--xyz"), "Valgene er --index, --json, --limit."),
        (("ask", "Hvor?", "--limit"), "Valget «--limit» mangler verdien sin."),
        (("ask", "Hvor?", "--json=ja"), "Valget «--json» tar ingen verdi."),
        (("eval", "--split", "alt"), "«--split» kan ikke brukes: det må være en av tune, keep, all."),
        (("eval", "ablate", "--only", "alt"), "alt finnes ikke. Velg blant lexical,"),
        (("eval", "finnes-ikke"), "kildesvar eval --help"),
    ],
)
def test_a_command_typed_wrongly_is_told_in_norwegian(run: Run, arguments: tuple[str, ...], word: str) -> None:
    """What it is about, and where to read on."""
    said = complaint(run(*arguments))
    assert word in said
    assert "--help" in said


def test_the_help_loads_none_of_what_commands_need() -> None:
    """It comes at once: what takes its time to load is loaded when a command is run."""
    slow = "{'numpy', 'faiss', 'fastapi', 'pydantic', 'pypdf', 'scipy', 'tantivy', 'torch'}"
    program = (
        f"import sys, eval.cli, typer; typer.main.get_command(eval.cli.app); sys.exit(bool({slow} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    """The commands with what they do."""
    ended = run()
    assert (ended.status, ended.err) == (0, "")
    assert "ingest" in ended.out


def test_a_setting_that_cannot_be_used_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its full name, as it is set."""
    monkeypatch.setenv("KILDESVAR_PORT", "mange")
    assert "KILDESVAR_PORT" in complaint(run("documents"))


def test_an_unknown_name_in_the_settings_file_is_named(run: Run, tmp_path: Path) -> None:
    """A misspelt setting is not silently without effect."""
    (tmp_path / ".env").write_text("KILDESVAR_INDEKS=her\n", "utf8")
    assert "KILDESVAR_INDEKS" in complaint(run("documents"))


def test_a_port_that_is_taken(run: Run, folder: Path) -> None:
    """Said before anything claims to be served."""
    run("ingest", str(folder))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert port in complaint(run("serve", "--port", port, "--documents", str(folder)))


def own_questions(folder: Path, value: int) -> Path:
    """A file of two questions over the report; the first has the given value for its right answer."""
    known = [
        {
            "id": "q1",
            "question": QUESTION,
            "kind": "figure-text",
            "source": "rapport.txt",
            "evidence": [[7, 7]],
            "answer": {"value": value},
        },
        {
            "id": "q2",
            "question": "Hva skal reduseres?",
            "kind": "list",
            "source": "brev.txt",
            "evidence": [[7, 10]],
            "answer": {"must": [["restansen"]]},
        },
    ]
    path = folder.parent / "spørsmål.jsonl"
    path.write_text("\n".join(json.dumps(item) for item in known), "utf8")
    return path


def test_an_evaluation_of_own_questions(run: Run, folder: Path) -> None:
    """The measures are printed, and what failed is shown when asked for."""
    ended = run("eval", "--documents", str(folder), "--questions", str(own_questions(folder, 214)), "--failures", "3")
    assert ended.status == 0
    assert "right first, with its source: 1.000" in ended.out
    wrong = run("eval", "--documents", str(folder), "--questions", str(own_questions(folder, 215)), "--failures", "3")
    assert "right first, with its source: 0.500" in wrong.out
    assert "q1 figure-text" in wrong.out


def test_an_evaluation_below_a_floor_fails(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure, its value and its floor are named, and the status is 1; just at the floor is good enough."""
    from eval.items import read_items
    from eval.sets import QuestionSet

    items = tuple(read_items(own_questions(folder, 215)))
    for floor, status in ((0.51, 1), (0.5, 0)):
        made = QuestionSet("prøve", items, {}, {"headline": floor})
        monkeypatch.setattr("eval.commands.asking.sets_for", lambda _, made=made: [made])
        ended = run("eval", "--documents", str(folder))
        assert ended.status == status
        assert ("headline er 0.5, men skal være minst 0.51" in ended.out) == bool(status)


def test_a_floor_under_a_measure_that_is_gone_fails(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question kind that disappears from a set must not make its floor pass in silence."""
    from eval.items import read_items
    from eval.sets import QuestionSet

    made = QuestionSet("prøve", tuple(read_items(own_questions(folder, 214))), {}, {"fact / answer": 0.1})
    monkeypatch.setattr("eval.commands.asking.sets_for", lambda _: [made])
    assert run("eval", "--documents", str(folder)).status == 1


def test_an_evaluation_without_questions(run: Run, folder: Path) -> None:
    """No set belongs to these documents; the option that helps is named."""
    assert "--questions" in complaint(run("eval", "--documents", str(folder)))


def test_a_question_file_that_cannot_be_read(run: Run, folder: Path, tmp_path: Path) -> None:
    """A missing one, and one with a mistake, which is told by its line."""
    assert "finnes.jsonl" in complaint(run("eval", "--documents", str(folder), "--questions", "finnes.jsonl"))
    (tmp_path / "feil.jsonl").write_text('{"id": "a"}\n', "utf8")
    assert "feil.jsonl, linje 1" in complaint(run("eval", "--documents", str(folder), "--questions", "feil.jsonl"))


@pytest.mark.parametrize("command", ["train-encoder", "count-words"])
def test_training_without_data_tells_what_is_missing(run: Run, tmp_path: Path, command: str) -> None:
    """The folder needs certain files; nothing is half made."""
    complaint(run(command, str(tmp_path / "finnes-ikke"), "--out", str(tmp_path / "ut")))
    assert not (tmp_path / "ut").exists()


def test_picture_pages_are_named_one_by_one(run: Run, folder: Path) -> None:
    """Pages 2, 3 and 5 are pictures of text: the summary says so, page by page, and the rest is read."""
    (folder / "skannet.pdf").write_bytes(partly_scanned())
    assert "3 av 5 sider er bilder av tekst" in (printed := run("ingest", str(folder)).out)
    assert "side 2–3, 5" in printed
    assert "5 (3 ulest)" in run("documents").out
