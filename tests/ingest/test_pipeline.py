"""A folder is read file by file: every file has its outcome, and no file stops another."""

from pathlib import Path

import pytest

from ingest.limited import reading
from ingest.limited.reading import whole
from ingest.outcome import Outcome, Status
from ingest.pipeline import read_planned
from ingest.plan import plan
from ingest.read import digest_of, document_id
from ingest.seen import Seen

TEXT = "Lostjenesten hadde {} oppdrag i 2024.\n"


class Reading:
    """A folder read against what is known: the outcomes by source, the documents, the calls of progress."""

    def __init__(self, folder: Path, known: dict[str, str] | None = None) -> None:
        self.calls: list[tuple[str, int, int]] = []
        held = known or {}
        read = list(read_planned(plan(folder, held, Seen()), held, whole, lambda *call: self.calls.append(call)))
        self.documents = [document for _, document in read if document is not None]
        self.outcomes = {outcome.source: outcome for outcome, _ in read}
        assert len(self.outcomes) == len(read)

    @property
    def statuses(self) -> dict[str, Status]:
        """Every status by its source."""
        return {source: outcome.status for source, outcome in self.outcomes.items()}


def known(source: str, text: str) -> dict[str, str]:
    """A file that the index holds."""
    return {source: digest_of(text.encode())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files, one of them in a subfolder."""
    (tmp_path / "under").mkdir()
    (tmp_path / "en.txt").write_text(TEXT.format(1), "utf8")
    (tmp_path / "under" / "to.txt").write_text(TEXT.format(2), "utf8")
    return tmp_path


def test_new_files_are_read_in_subfolders_too(folder: Path) -> None:
    """Each has its document, named as it stands under the folder, and is counted."""
    read = Reading(folder)
    assert read.statuses == {"en.txt": Status.NEW, "under/to.txt": Status.NEW}
    document = read.documents[1]
    assert (document.source, document.id) == ("under/to.txt", document_id(document.digest))
    outcome = read.outcomes["under/to.txt"]
    assert outcome.digest == document.digest
    assert outcome.summary is not None
    assert (outcome.summary.pages, outcome.summary.passages) == (1, 1)


def test_known_content_is_not_read_again_whatever_its_name(folder: Path) -> None:
    """The content decides, not the name."""
    read = Reading(folder, known("gammelt navn.txt", TEXT.format(1)))
    assert read.statuses["en.txt"] == Status.UNCHANGED
    assert [document.source for document in read.documents] == ["under/to.txt"]


def test_a_renamed_file_is_not_removed(folder: Path) -> None:
    """Its content still stands in the folder."""
    assert "gammelt navn.txt" not in Reading(folder, known("gammelt navn.txt", TEXT.format(1))).outcomes


def test_other_content_under_a_known_name_is_changed(folder: Path) -> None:
    """And the new content is read."""
    read = Reading(folder, known("en.txt", "noe annet"))
    assert read.statuses["en.txt"] == Status.CHANGED
    assert read.documents[0].source == "en.txt"


def test_what_is_gone_is_removed(folder: Path) -> None:
    """With the digest it had, so that it can be taken out."""
    gone = known("borte.txt", "borte")
    assert Reading(folder, gone).outcomes["borte.txt"] == Outcome("borte.txt", Status.REMOVED, gone["borte.txt"])


def test_a_file_that_became_unreadable_is_not_removed(folder: Path) -> None:
    """What was read of it before is kept until it can be read again."""
    (folder / "en.txt").write_text(" ", "utf8")
    outcome = Reading(folder, known("en.txt", TEXT.format(1))).outcomes["en.txt"]
    assert (outcome.status, outcome.code) == (Status.FAILED, "empty")


def test_a_copy_is_read_once(folder: Path) -> None:
    """The second file of the same content brings nothing new."""
    (folder / "kopi.txt").write_text(TEXT.format(1), "utf8")
    read = Reading(folder)
    assert read.statuses["kopi.txt"] == Status.UNCHANGED
    assert read.outcomes["kopi.txt"].digest == read.outcomes["en.txt"].digest
    assert len(read.documents) == 2


def test_a_copy_of_a_bad_file_is_bad_too(folder: Path) -> None:
    """It is not called unchanged when nothing could be read of it."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes("blåbær".encode("latin-1"))
    outcomes = Reading(folder).outcomes
    assert [outcomes[name].code for name in ("a.txt", "b.txt")] == ["not_utf8", "not_utf8"]
    assert outcomes["b.txt"].message


def test_a_file_that_is_written_while_the_folder_is_read(folder: Path) -> None:
    """Half a file is not taken for a document: what was read is not what was planned for."""
    planned = plan(folder, {}, Seen())
    (folder / "en.txt").write_text(TEXT.format(9), "utf8")
    first, second = read_planned(planned, {}, whole, lambda *_: None)
    assert (first[0].status, first[0].code) == (Status.FAILED, "changed_meanwhile")
    assert second[0].status == Status.NEW


def test_a_fault_of_a_readers_own_stops_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told in one sentence, and the others are read."""
    (folder / "feiler.txt").write_text("Tekst.", "utf8")
    monkeypatch.setattr(reading, "READER", "tests.ingest.faulty:read")
    read = Reading(folder)
    assert (read.statuses["feiler.txt"], read.outcomes["feiler.txt"].code) == (Status.FAILED, "unexpected")
    assert read.statuses["en.txt"] == Status.NEW


def test_progress_counts_the_files_that_are_read(folder: Path) -> None:
    """Only those that had to be; the last call says all are done."""
    (folder / "tre.txt").write_text(TEXT.format(3), "utf8")
    read = Reading(folder, known("en.txt", TEXT.format(1)))
    assert read.calls == [("tre.txt", 1, 2), ("under/to.txt", 2, 2)]
