"""An index looked after from the command line: checked, rolled back, exported; an ingestion that waits for another."""

import json
import threading
import time
from pathlib import Path

from retrieval.index.lock import writing
from retrieval.index.places import current_generation
from tests.service.test_cli import QUESTION, Run, complaint, folder, run

__all__ = ["folder", "run"]


def test_a_whole_index_is_said_to_be_whole(run: Run, folder: Path) -> None:
    """With what is in it, and of the one before it too."""
    run("ingest", str(folder))
    assert "Indeksen er hel: 2 dokumenter" in run("verify").out
    (folder / "brev.txt").unlink()
    run("ingest", str(folder))
    verified = run("verify")
    assert verified.status == 0
    assert "1 dokumenter" in verified.out
    assert "forrige utgaven er også hel" in verified.out


def test_a_damaged_index_is_named_and_not_answered_from(run: Run, folder: Path, tmp_path: Path) -> None:
    """By every command that reads it; the way out is named, and is one."""
    run("ingest", str(folder))
    run("ingest", str(folder), "--rebuild")
    store = current_generation(tmp_path / "index") / "store.sqlite"
    store.write_bytes(store.read_bytes()[:-1] + b"x")
    for command in (("verify",), ("ask", QUESTION), ("documents",), ("export", "ut")):
        said = complaint(run(*command))
        assert "store.sqlite" in said
        assert "kildesvar rollback" in said
    assert run("rollback").status == 0
    assert "214 ansatte" in run("ask", QUESTION).out


def test_rolling_back(run: Run, folder: Path) -> None:
    """What was taken out answers again; with nothing to go back to, that is said."""
    run("ingest", str(folder))
    assert "ingen tidligere" in complaint(run("rollback"))
    (folder / "rapport.txt").unlink()
    run("ingest", str(folder))
    assert "2 dokumenter" in run("rollback").out
    assert "214 ansatte" in run("ask", QUESTION).out


def test_exporting(run: Run, folder: Path, tmp_path: Path) -> None:
    """One file a kind, with the lines counted; nothing is written over."""
    run("ingest", str(folder))
    out = run("export", str(tmp_path / "ut")).out
    assert "documents.jsonl: 2 linjer" in out
    lines = (tmp_path / "ut" / "figures.jsonl").read_text("utf8").splitlines()
    assert f"figures.jsonl: {len(lines)} linjer" in out
    assert "214" in {json.loads(line)["value"] for line in lines}
    assert "ikke tom" in complaint(run("export", str(tmp_path / "ut")))


def test_an_ingestion_names_the_one_at_work_or_waits_for_it(run: Run, folder: Path, tmp_path: Path) -> None:
    """At once with the process, the machine and the time; with `--wait`, when that one is done."""
    run("ingest", str(folder))
    done: list[float] = []

    def hold() -> None:
        with writing(tmp_path / "index"):
            held.set()
            time.sleep(0.5)
            done.append(time.monotonic())

    held = threading.Event()
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    said = complaint(run("ingest", str(folder)))
    assert "(prosess " in said
    assert "siden kl." in said
    assert run("ingest", str(folder), "--wait").status == 0
    assert time.monotonic() >= done[0]
    thread.join()


def test_copies_are_listed_under_every_name(run: Run, folder: Path) -> None:
    """A document whose content stands twice is one document."""
    (folder / "kopi.txt").write_bytes((folder / "rapport.txt").read_bytes())
    run("ingest", str(folder))
    listed = run("documents").out
    assert "rapport.txt" in listed
    assert "kopi.txt" in listed
    assert "2 dokumenter" in run("verify").out
