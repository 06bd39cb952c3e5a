"""An ingestion that is stopped goes on where it was: what was committed is not read again, and nothing else is kept."""

from pathlib import Path

import pytest

from ingest.outcome import Status
from ingest.read import read_document
from retrieval.analysis import Analyzer
from retrieval.encoder import Encoder
from retrieval.index import draft as drafts
from retrieval.index.draft import Draft
from retrieval.index.open import Index
from retrieval.index.prepare import Preparer
from retrieval.update import made_by, update_index
from tests.retrieval.conftest import HashEncoder

TEXT = "Lostjenesten hadde {} oppdrag i 2024. Losene fikk {} nye båter.\n"


class StoppedError(Exception):
    """The stop of an ingestion."""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with six files."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(TEXT.format(number + 10, number), "utf8")
    return folder


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every document is committed as it comes."""
    monkeypatch.setattr(drafts, "COMMIT_AFTER", 0.0)


def stop_after(count: int) -> object:
    """A progress that stops the ingestion after so many files."""

    def progress(_source: str, done: int, _total: int) -> None:
        if done == count:
            raise StoppedError

    return progress


def ingest(folder: Path, index: Path, encoder: Encoder, progress: object = lambda *_: None) -> dict[str, Status]:
    """Every file's status."""
    update = update_index(folder, index, encoder, Analyzer(), progress)  # type: ignore[arg-type]
    return {outcome.source: outcome.status for outcome in update.outcomes}


def content(index: Path, encoder: Encoder) -> list[tuple[str, int]]:
    """The documents of an index by name, with how many passages each has."""
    found = Index(index, encoder, Analyzer())
    return sorted((document.source, document.passages) for document in found.documents.values())


@pytest.mark.parametrize("count", [1, 3, 6])
def test_a_stopped_ingestion_goes_on_where_it_was(many: Path, tmp_path: Path, encoder: HashEncoder, count: int) -> None:
    """What was read is not read again, and the index is the one that an undisturbed ingestion makes."""
    with pytest.raises(StoppedError):
        ingest(many, tmp_path / "a", encoder, stop_after(count))
    statuses = ingest(many, tmp_path / "a", encoder)
    assert list(statuses.values()).count(Status.UNCHANGED) == count
    ingest(many, tmp_path / "b", encoder)
    assert content(tmp_path / "a", encoder) == content(tmp_path / "b", encoder)
    one, other = (Index(tmp_path / name, encoder, Analyzer()) for name in "ab")
    terms = Analyzer().terms(TEXT)
    assert one.store.frequencies(terms) == other.store.frequencies(terms)
    vector = encoder.encode(["nye båter"])
    assert one.dense.search(vector, 20, None) == other.dense.search(vector, 20, None)


def test_what_changed_during_the_stop_is_seen(many: Path, tmp_path: Path, encoder: HashEncoder) -> None:
    """A file that was read and is gone is removed again; one that was changed is read again."""
    with pytest.raises(StoppedError):
        ingest(many, tmp_path / "a", encoder, stop_after(3))
    (many / "0.txt").unlink()
    (many / "1.txt").write_text(TEXT.format(77, 7), "utf8")
    statuses = ingest(many, tmp_path / "a", encoder)
    assert (statuses["0.txt"], statuses["1.txt"]) == (Status.REMOVED, Status.CHANGED)
    assert [source for source, _ in content(tmp_path / "a", encoder)] == [f"{number}.txt" for number in range(1, 6)]


def test_the_generation_in_use_serves_during_a_stopped_ingestion(
    many: Path, tmp_path: Path, encoder: HashEncoder
) -> None:
    """And is what the next one builds upon."""
    ingest(many, tmp_path / "a", encoder)
    before = content(tmp_path / "a", encoder)
    (many / "ny.txt").write_text(TEXT.format(99, 9), "utf8")
    with pytest.raises(StoppedError):
        ingest(many, tmp_path / "a", encoder, stop_after(1))
    assert content(tmp_path / "a", encoder) == before
    assert ingest(many, tmp_path / "a", encoder)["ny.txt"] == Status.UNCHANGED
    assert len(content(tmp_path / "a", encoder)) == 7


def test_a_draft_by_another_encoder_is_begun_anew(many: Path, tmp_path: Path, encoder: HashEncoder) -> None:
    """Nothing made otherwise goes into a generation."""
    with pytest.raises(StoppedError):
        ingest(many, tmp_path / "a", encoder, stop_after(3))
    other = HashEncoder()
    other.fingerprint = "hash-2"
    assert set(ingest(many, tmp_path / "a", other).values()) == {Status.NEW}


def test_rebuilding_throws_a_draft_away(many: Path, tmp_path: Path, encoder: HashEncoder) -> None:
    """Everything is read again, as was asked for."""
    with pytest.raises(StoppedError):
        ingest(many, tmp_path / "a", encoder, stop_after(3))
    update = update_index(many, tmp_path / "a", encoder, Analyzer(), lambda *_: None, rebuild=True)
    assert {outcome.status for outcome in update.outcomes} == {Status.NEW}


def test_what_an_interrupted_document_left_is_taken_back(tmp_path: Path, encoder: HashEncoder) -> None:
    """A killed process leaves an open transaction: the next draft does not see it."""
    index = tmp_path / "index"
    draft = Draft(index, made_by(encoder, Analyzer()), afresh=False)
    draft.add(Preparer(Analyzer())(read_document(TEXT.format(1, 2).encode(), "en.txt")))
    draft._writer.add(Preparer(Analyzer())(read_document(TEXT.format(3, 4).encode(), "to.txt")))
    draft._connection.close()
    again = Draft(index, made_by(encoder, Analyzer()), afresh=False)
    assert again.goes_on
    assert list(again.known()) == ["en.txt"]
