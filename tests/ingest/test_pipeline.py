"""A folder is read file by file: every file has its outcome, and no file stops another."""

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ingest import pipeline
from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.folder import Known, Outcome, Status, files_of, list_folder
from ingest.pipeline import IN_PROCESS_BYTES, read_listed
from ingest.read import digest_of, document_id, read_document

TEXT = "Lostjenesten hadde {} oppdrag i 2024.\n"
CRASHES, FAILS = "krasjer.txt", "feiler.txt"


def read(folder: Path, *known: Known) -> dict[str, Outcome]:
    """Every outcome by its source."""
    return {outcome.source: outcome for outcome, _ in both(folder, *known)}


def both(folder: Path, *known: Known) -> list[tuple[Outcome, Document | None]]:
    """Every outcome with the whole document, where one was read."""
    return list(read_listed(list_folder(folder, known), whole, lambda *_: None))


def whole(document: Document) -> Document:
    """Keeps all of a document."""
    return document


def statuses(outcomes: dict[str, Outcome]) -> dict[str, Status]:
    """Every status by its source."""
    return {source: outcome.status for source, outcome in outcomes.items()}


def known(source: str, text: str) -> Known:
    """A file that the index holds."""
    return Known(source, digest_of(text.encode()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files, one of them in a subfolder."""
    (tmp_path / "under").mkdir()
    (tmp_path / "en.txt").write_text(TEXT.format(1), "utf8")
    (tmp_path / "under" / "to.txt").write_text(TEXT.format(2), "utf8")
    return tmp_path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A folder with enough in it to be read by several processes."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(" " * IN_PROCESS_BYTES + TEXT.format(number), "utf8")
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) > IN_PROCESS_BYTES
    return tmp_path


def faulty(data: bytes, source: str) -> Document:
    """A reader with a fault of its own, and one that takes its whole process with it."""
    if source == CRASHES:
        os._exit(1)
    if source == FAILS:
        raise RecursionError("for dypt")
    return read_document(data, source)


def test_new_files_are_read_in_subfolders_too(folder: Path) -> None:
    """Each has its document, named as it stands under the folder."""
    outcomes = read(folder)
    assert statuses(outcomes) == {"en.txt": Status.NEW, "under/to.txt": Status.NEW}
    document = next(kept for _, kept in both(folder) if kept is not None and kept.source == "under/to.txt")
    assert (document.source, document.id) == ("under/to.txt", document_id(document.digest))
    assert document.digest == outcomes["under/to.txt"].digest


def test_hidden_files_and_folders_are_left_out(folder: Path) -> None:
    """Neither a hidden file nor anything in a hidden folder is a document."""
    (folder / ".skjult.txt").write_text("x", "utf8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("x", "utf8")
    assert [path.name for path in files_of(folder)] == ["en.txt", "to.txt"]


def test_known_content_is_not_read_again_whatever_its_name(folder: Path) -> None:
    """The content decides, not the name."""
    outcome = read(folder, known("gammelt navn.txt", TEXT.format(1)))["en.txt"]
    assert (outcome.status, outcome.summary) == (Status.UNCHANGED, None)


def test_a_renamed_file_is_not_removed(folder: Path) -> None:
    """Its content still stands in the folder."""
    assert "gammelt navn.txt" not in read(folder, known("gammelt navn.txt", TEXT.format(1)))


def test_other_content_under_a_known_name_is_changed(folder: Path) -> None:
    """And the new content is read."""
    outcome = read(folder, known("en.txt", "noe annet"))["en.txt"]
    assert outcome.status == Status.CHANGED
    assert outcome.summary is not None


def test_what_is_gone_is_removed(folder: Path) -> None:
    """With the digest it had, so that it can be taken out."""
    gone = known("borte.txt", "borte")
    assert read(folder, gone)["borte.txt"] == Outcome("borte.txt", Status.REMOVED, gone.digest)


def test_a_file_that_became_unreadable_is_not_removed(folder: Path) -> None:
    """What was read of it before is kept until it can be read again."""
    (folder / "en.txt").write_text(" ", "utf8")
    outcome = read(folder, known("en.txt", TEXT.format(1)))["en.txt"]
    assert (outcome.status, outcome.code) == (Status.FAILED, "empty")


def test_a_copy_is_read_once(folder: Path) -> None:
    """The second file of the same content brings nothing new."""
    (folder / "kopi.txt").write_text(TEXT.format(1), "utf8")
    assert statuses(read(folder))["kopi.txt"] == Status.UNCHANGED


def test_a_copy_of_a_bad_file_is_bad_too(folder: Path) -> None:
    """It is not called unchanged when nothing could be read of it."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes("blåbær".encode("latin-1"))
    outcomes = read(folder)
    assert [outcomes[name].code for name in ("a.txt", "b.txt")] == ["not_utf8", "not_utf8"]
    assert outcomes["b.txt"].message


def test_a_file_that_cannot_be_opened_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read; the message says why."""
    opened = Path.open

    def refuse(path: Path, *arguments: str, **named: str) -> object:
        if path.name == "en.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    outcomes = read(folder)
    assert (outcomes["en.txt"].status, outcomes["en.txt"].code) == (Status.FAILED, "no_access")
    assert outcomes["under/to.txt"].status == Status.NEW


def test_a_name_that_is_not_utf8_is_named(folder: Path) -> None:
    """It is shown with its odd byte replaced; the others are read."""
    Path(os.fsdecode(os.fsencode(folder) + b"/\xe5r.txt")).write_bytes(b"Tekst.")
    outcomes = read(folder)
    assert (outcomes["?r.txt"].status, outcomes["?r.txt"].code) == (Status.FAILED, "bad_name")
    assert len(outcomes) == 3


def test_a_fault_of_the_readers_own_stops_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged with its trace, told in one sentence, and the others are read."""
    (folder / FAILS).write_text("Tekst.", "utf8")
    monkeypatch.setattr(pipeline, "read_document", faulty)
    outcomes = read(folder)
    assert (outcomes[FAILS].status, outcomes[FAILS].code) == (Status.FAILED, "unexpected")
    assert "RecursionError" in (outcomes[FAILS].message or "")
    assert "for dypt" in caplog.text
    assert statuses(outcomes)["en.txt"] == Status.NEW


def test_a_process_that_dies_takes_no_other_file_with_it(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is named; all others are read all the same."""
    (large / CRASHES).write_text("Tekst.", "utf8")
    monkeypatch.setattr(pipeline, "read_document", faulty)
    outcomes = read(large)
    assert (outcomes[CRASHES].status, outcomes[CRASHES].code) == (Status.FAILED, "unexpected")
    assert [outcomes[f"{number}.txt"].status for number in range(3)] == [Status.NEW] * 3


def test_parallel_reading_gives_what_serial_reading_gives(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same outcomes with the same documents, whoever read them."""
    parallel = both(large)
    monkeypatch.setattr(pipeline, "ProcessPoolExecutor", None)
    monkeypatch.setattr(pipeline, "IN_PROCESS_BYTES", 10**9)
    assert both(large) == parallel
    assert all(kept for _, kept in parallel)


def test_no_more_than_a_few_files_are_under_way(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever takes the documents slowly is not buried in them: memory is bounded whatever the size of the folder."""
    submitted: list[object] = []

    class Counting(ProcessPoolExecutor):
        def submit(self, *arguments: Any) -> Any:
            submitted.append(arguments)
            return super().submit(*arguments)

    for number in range(10, 60):
        (large / f"{number}.txt").write_text(TEXT.format(number), "utf8")
    monkeypatch.setattr(pipeline, "ProcessPoolExecutor", Counting)
    reading = read_listed(list_folder(large, []), whole, lambda *_: None)
    next(reading)
    assert 0 < len(submitted) <= pipeline.AHEAD * (os.cpu_count() or 1) < 53
    assert len(list(reading)) == 52


def test_no_process_is_started_from_another_thread(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service answers in threads, and a process forked among them may hang."""
    monkeypatch.setattr(pipeline, "ProcessPoolExecutor", None)
    found: list[dict[str, Outcome]] = []
    thread = threading.Thread(target=lambda: found.append(read(large)))
    thread.start()
    thread.join()
    assert set(statuses(found[0]).values()) == {Status.NEW}


def test_progress_counts_the_files_that_are_read(folder: Path) -> None:
    """Only those that had to be; the last call says all are done."""
    calls: list[tuple[str, int, int]] = []
    (folder / "tre.txt").write_text(TEXT.format(3), "utf8")
    list(read_listed(list_folder(folder, [known("en.txt", TEXT.format(1))]), whole, lambda *call: calls.append(call)))
    assert sorted(call[0] for call in calls) == ["tre.txt", "under/to.txt"]
    assert [call[1:] for call in calls] == [(1, 2), (2, 2)]


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch, lambda _: None])
def test_no_files_is_an_error(tmp_path: Path, make: object) -> None:
    """An empty folder, a file where a folder should be, and nothing at all."""
    place = tmp_path / "tom"
    make(place)  # type: ignore[operator]
    with pytest.raises(UnreadableFileError, match="Legg dokumenter") as caught:
        read(place)
    assert caught.value.code == "empty_folder"


def test_an_error_keeps_its_code_through_another_process() -> None:
    """It is sent between processes, so it must survive being pickled."""
    import pickle

    error = pickle.loads(pickle.dumps(UnreadableFileError("empty", "Filen er tom.")))
    assert (error.code, error.message, str(error)) == ("empty", "Filen er tom.", "Filen er tom.")
