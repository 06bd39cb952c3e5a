"""A file is read apart and within limits: whatever it does, it is named, and the rest goes on."""

import os
import threading
from pathlib import Path
from time import monotonic

import pytest

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.limited import FileToRead, Limits, read_file, read_files, reading, worker
from ingest.limited.reading import whole
from ingest.read import read_document

TEXT = "Lostjenesten hadde {} oppdrag i 2024.\n"
TIGHT = Limits(memory=600_000_000, seconds=1.0, seconds_a_megabyte=0.0)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers that fail by the name of the file."""
    monkeypatch.setattr(reading, "READER", "tests.ingest.faulty:read")


def made(folder: Path, *names: str) -> list[FileToRead]:
    """Files with a line of text each."""
    for number, name in enumerate(names):
        (folder / name).write_text(TEXT.format(number), "utf8")
    return [FileToRead(folder / name, name, (folder / name).stat().st_size) for name in names]


def results(files: list[FileToRead], limits: Limits = TIGHT) -> dict[str, Document | UnreadableFileError]:
    """What came of each file."""
    read = read_files(files, whole, limits)
    return {file.source: each if isinstance(each, UnreadableFileError) else each[1] for file, each in read}


def code(result: Document | UnreadableFileError) -> str:
    """The code of a fault."""
    assert isinstance(result, UnreadableFileError), result
    assert result.message.endswith(".")
    return result.code


def test_what_is_read_apart_is_what_is_read_here(tmp_path: Path) -> None:
    """The same document, field by field."""
    (file,) = made(tmp_path, "en.txt")
    assert read_file(file.path, "en.txt") == read_document(file.path.read_bytes(), "en.txt")


def test_the_order_is_that_of_the_files(tmp_path: Path) -> None:
    """However long each takes: an index made again is then the same."""
    files = made(tmp_path, *(f"{number:02d}.txt" for number in range(12)))
    files[0].path.write_text(TEXT.format(0) * 3000, "utf8")
    files[0] = FileToRead(files[0].path, files[0].source, 200_000)
    assert [file.source for file, _ in read_files(files, whole)] == [file.source for file in files]


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("krasjer.txt", "stopped"),
        ("feiler.txt", "unexpected"),
        ("spinner.txt", "too_slow"),
        ("sveller.txt", "too_heavy"),
    ],
)
def test_a_file_that_goes_wrong_stops_no_other(tmp_path: Path, name: str, expected: str) -> None:
    """It is named with what it did."""
    found = results(made(tmp_path, "en.txt", name, "to.txt"))
    assert code(found[name]) == expected
    assert isinstance(found["en.txt"], Document)
    assert isinstance(found["to.txt"], Document)


@pytest.mark.usefixtures("faulty")
def test_a_process_that_hangs_without_working_is_ended(tmp_path: Path) -> None:
    """Time by the clock is bounded as well."""
    start = monotonic()
    found = results(made(tmp_path, "henger.txt"), Limits(seconds=0.2, patience=2.0))
    assert code(found["henger.txt"]) == "too_slow"
    assert monotonic() - start < 30


@pytest.mark.usefixtures("faulty")
def test_a_process_that_dies_once_is_given_another_chance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may have ended it for want of memory that another used."""
    monkeypatch.setenv("CRASHED", str(tmp_path / "merke"))
    monkeypatch.setattr(worker, "_idle", [])
    assert isinstance(results(made(tmp_path, "krasjer en gang.txt"))["krasjer en gang.txt"], Document)


@pytest.mark.usefixtures("faulty")
def test_the_trace_of_a_fault_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A person is told the kind of it; the rest is for whoever mends it."""
    found = results(made(tmp_path, "feiler.txt"))
    assert "RecursionError" in str(found["feiler.txt"])
    assert "for dypt" in caplog.text


def test_more_than_may_come_of_a_file(tmp_path: Path) -> None:
    """What is handed over is bounded, whatever the file's own size."""
    (file,) = made(tmp_path, "en.txt")
    assert code(results([file], Limits(result=100))["en.txt"]) == "too_large"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It may go between being listed and being read."""
    assert code(results([FileToRead(tmp_path / "borte.txt", "borte.txt", 1)])["borte.txt"]) == "no_access"


def test_time_grows_with_the_file_to_a_limit() -> None:
    """A long report has longer; nothing has forever."""
    limits = Limits(seconds=60, seconds_a_megabyte=30, most_seconds=600)
    assert [limits.seconds_for(size) for size in (0, 2_000_000, 10**9)] == [60, 120, 600]


def test_a_thread_may_read(tmp_path: Path) -> None:
    """A service answers in threads; nothing is forked among them."""
    (file,) = made(tmp_path, "en.txt")
    found: list[Document] = []
    thread = threading.Thread(target=lambda: found.append(read_file(file.path, "en.txt")))
    thread.start()
    thread.join()
    assert isinstance(found[0], Document)


def test_an_idle_process_serves_the_next_file(tmp_path: Path) -> None:
    """At most one waits, however many were at work."""
    results(made(tmp_path, *(f"{number}.txt" for number in range(8))))
    assert len(worker._idle) == 1
    (kept,) = worker._idle
    results(made(tmp_path, "en.txt"))
    assert worker._idle == [kept]


def test_an_idle_process_that_was_ended_is_replaced(tmp_path: Path) -> None:
    """Whoever ended it, the next file is read."""
    results(made(tmp_path, "en.txt"))
    os.kill(worker._idle[0]._process.pid, 9)
    assert isinstance(results(made(tmp_path, "en.txt"))["en.txt"], Document)


def test_nothing_goes_on_when_nobody_asks_any_more(tmp_path: Path) -> None:
    """An ingestion that is broken off leaves no process at work."""
    at_work = read_files(made(tmp_path, *(f"{number}.txt" for number in range(4))), whole)
    next(at_work)
    at_work.close()
    assert all(idle._process.poll() is None for idle in worker._idle)


def test_an_error_keeps_its_code_between_processes() -> None:
    """It is sent between processes, so it must survive being packed."""
    import pickle

    error = pickle.loads(pickle.dumps(UnreadableFileError("empty", "Filen er tom.")))
    assert (error.code, error.message, str(error)) == ("empty", "Filen er tom.", "Filen er tom.")


def test_no_more_than_a_few_files_are_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever takes the documents slowly is not buried in them: memory is bounded whatever the size of the folder."""
    given: list[str] = []
    give = worker.Worker.give
    monkeypatch.setattr(worker.Worker, "give", lambda self, task: (given.append(task.source), give(self, task)))
    at_work = read_files(made(tmp_path, *(f"{number:02d}.txt" for number in range(60))), whole)
    next(at_work)
    assert 0 < len(given) <= 1 + reading._AHEAD * (os.cpu_count() or 1) < 60
    assert len(list(at_work)) == 59
