"""An index mirrors its folder, reads again only what changed, and is swapped in whole."""

from pathlib import Path

import pytest

from ingest.errors import UnreadableFileError
from ingest.outcome import Status
from retrieval.analysis import Analyzer
from retrieval.errors import IndexUnusableError
from retrieval.index.lock import writing
from retrieval.index.open import Index
from retrieval.index.places import STORE, current_generation
from retrieval.index.write import connect_for_reading, names_in
from retrieval.update import Update, update_index
from tests.retrieval.conftest import HashEncoder


def again(folder: Path, index: Index, encoder: HashEncoder | None = None) -> Update:
    """Bring the index up to date."""
    return update_index(folder, index.folder, encoder or HashEncoder(), Analyzer(), lambda *_: None)


def held(index: Path) -> dict[str, str]:
    """Every name in the generation in use, with its digest."""
    return names_in(connect_for_reading(current_generation(index) / STORE))


def statuses(update: Update) -> dict[str, Status]:
    """Every file's status."""
    return {outcome.source: outcome.status for outcome in update.outcomes}


def test_unchanged_files_are_not_read_again(folder: Path, index: Index) -> None:
    """A second ingestion of the same folder makes no new generation."""
    update = again(folder, index)
    assert not update.built
    assert set(statuses(update).values()) == {Status.UNCHANGED}


def test_changed_new_and_removed_files_are_told_apart(folder: Path, index: Index) -> None:
    """Each file gets the status of what happened to it, and the index follows."""
    (folder / "rapport.txt").write_text("Etaten hadde 300 ansatte i 2024.\n", "utf8")
    (folder / "brev.txt").unlink()
    (folder / "notat.txt").write_text("Et notat om brygger og kaier.\n", "utf8")
    update = again(folder, index)
    assert statuses(update) == {
        "rapport.txt": Status.CHANGED,
        "brev.txt": Status.REMOVED,
        "notat.txt": Status.NEW,
    }
    assert sorted(held(index.folder)) == ["notat.txt", "rapport.txt"]


def test_a_renamed_file_keeps_its_id_and_gets_its_new_name(folder: Path, index: Index) -> None:
    """The id comes from the content, the name from the folder."""
    before = {document.source: document.id for document in index.documents.values()}
    (folder / "brev.txt").rename(folder / "tildeling.txt")
    again(folder, index)
    after = {d.source: d.id for d in Index(index.folder, HashEncoder(), Analyzer()).documents.values()}
    assert after == {"rapport.txt": before["rapport.txt"], "tildeling.txt": before["brev.txt"]}


def test_a_bad_file_stops_nothing_and_is_named(folder: Path, index: Index) -> None:
    """The others are read; the bad one has a code and a sentence."""
    (folder / "ødelagt.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (folder / "nytt.txt").write_text("Havnen fikk 12 nye fortøyninger i 2024.\n", "utf8")
    update = again(folder, index)
    assert statuses(update)["nytt.txt"] == Status.NEW
    (failed,) = update.failed
    assert failed.source == "ødelagt.pdf"
    assert failed.message


def test_the_earlier_generation_serves_while_the_next_is_made(folder: Path, index: Index) -> None:
    """An open index goes on answering from what it has, and knows that it is no longer the newest."""
    (folder / "brev.txt").unlink()
    again(folder, index)
    assert not index.is_current
    assert len(index.store.documents) == 2


def test_another_encoder_is_refused_with_the_remedy(index: Index) -> None:
    """An index is never read by another encoder than the one that made it."""
    other = HashEncoder()
    other.fingerprint = "hash-2"
    with pytest.raises(IndexUnusableError, match="KILDESVAR_ENCODER") as caught:
        Index(index.folder, other, Analyzer())
    assert caught.value.code == "other_encoder"


def test_ingesting_with_another_encoder_reads_everything_again(folder: Path, index: Index) -> None:
    """Ingestion is the remedy itself, and says why it takes longer."""
    other = HashEncoder()
    other.fingerprint = "hash-2"
    update = again(folder, index, other)
    assert update.afresh
    assert set(statuses(update).values()) == {Status.NEW}


def test_a_second_ingestion_is_told_to_wait(folder: Path, index: Index) -> None:
    """Two ingestions never write the same index."""
    with writing(index.folder), pytest.raises(IndexUnusableError) as caught:
        again(folder, index)
    assert caught.value.code == "busy"


def test_an_empty_folder_is_an_error_and_loses_nothing(folder: Path, index: Index) -> None:
    """A folder that lost its files by accident does not empty the index."""
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(UnreadableFileError, match="tom"):
        again(folder, index)
    assert len(held(index.folder)) == 2


def test_the_only_unreadable_file_of_a_new_folder_leaves_an_empty_index(tmp_path: Path) -> None:
    """A first ingestion in which nothing could be read still says so file by file."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "tom.txt").write_text("  \n", "utf8")
    update = update_index(tmp_path / "a", tmp_path / "index", HashEncoder(), Analyzer(), lambda *_: None)
    assert [outcome.status for outcome in update.outcomes] == [Status.FAILED]
