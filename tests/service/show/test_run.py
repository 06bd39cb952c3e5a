"""The command as it is run."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.cli import app, run_app

run = CliRunner().invoke


def test_the_outline_is_shown_by_itself(letter: Path) -> None:
    """Without choices: the outline alone."""
    shown = run(app, ["show", str(letter)])
    assert shown.exit_code == 0
    assert "Trykte sidetall" in shown.output
    assert "t1  " not in shown.output


def test_what_is_chosen_is_shown(letter: Path) -> None:
    """Tables and figures of one page."""
    shown = run(app, ["show", str(letter), "--tables", "--figures", "--page", "3"])
    assert shown.exit_code == 0
    assert "side 3" in shown.output
    assert "som trykt" in shown.output
    assert "side 1\n" not in shown.output


def test_json_is_nothing_but_json(letter: Path) -> None:
    """Standard output can be read by a program."""
    shown = run(app, ["show", str(letter), "--json"])
    assert json.loads(shown.stdout)["source"] == letter.name


def test_html_is_written(letter: Path, tmp_path: Path) -> None:
    """The page is written where it was asked for."""
    shown = run(app, ["show", str(letter), "--page", "2", "--html", str(tmp_path / "ut.html")])
    assert shown.exit_code == 0
    assert (tmp_path / "ut.html").read_text("utf8").startswith("<!doctype html>")
    assert "Trykte sidetall" not in shown.stdout


def refused(arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """The sentence a command ends in, its status being 2."""
    monkeypatch.setattr(sys, "argv", ["kildesvar", *arguments])
    with pytest.raises(SystemExit) as ended:
        run_app()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


def test_a_missing_file_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the file."""
    said = refused(["show", str(tmp_path / "borte.pdf")], monkeypatch, capsys)
    assert "borte.pdf» finnes ikke" in said


def test_a_folder_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what to give instead."""
    assert "er en mappe. Oppgi én fil" in refused(["show", str(tmp_path)], monkeypatch, capsys)


def test_an_unreadable_file_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reader's own sentence is shown."""
    (tmp_path / "bilde.png").write_bytes(b"\x89PNG")
    assert "Filtypen .png kan ikke leses" in refused(["show", str(tmp_path / "bilde.png")], monkeypatch, capsys)


def test_the_document_itself_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page cannot be written to the file it is made of."""
    file = tmp_path / "brev.txt"
    file.write_text("Kort brev.", "utf8")
    assert "er dokumentet selv" in refused(["show", str(file), "--html", str(file)], monkeypatch, capsys)
    assert file.read_text("utf8") == "Kort brev."


@pytest.mark.parametrize("where", ["borte/ut.html", "."])
def test_a_page_that_cannot_be_written_ends_in_a_sentence(
    where: str, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing folder and a folder in place of a file are told before the reading starts."""
    said = refused(["show", str(letter), "--html", str(tmp_path / where)], monkeypatch, capsys)
    assert "appe" in said
