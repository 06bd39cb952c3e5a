"""A damaged index is found and named, never answered from; the next ingestion makes it anew."""

import hashlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from retrieval.analysis import Analyzer
from retrieval.errors import IndexUnusableError
from retrieval.index import verify as verifying
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.open import Index
from retrieval.index.places import current_generation, numbered, roll_back
from retrieval.index.verify import check_thoroughly
from retrieval.update import Update, update_index
from tests.retrieval.conftest import HashEncoder

FILES = ("store.sqlite", "dense.faiss", "lexical/meta.json", "manifest.json")


def again(folder: Path, index: Path) -> Update:
    """Bring the index up to date."""
    return update_index(folder, index, HashEncoder(), Analyzer(), lambda *_: None)


def opened(index: Path) -> Index:
    """The index, to be answered from."""
    return Index(index, HashEncoder(), Analyzer())


def refused(index: Path) -> str:
    """The message with which a damaged index is refused."""
    with pytest.raises(IndexUnusableError) as caught:
        opened(index)
    assert caught.value.code == "damaged"
    return caught.value.message


def flip(path: Path, at: float) -> None:
    """Turn one bit of a file over."""
    data = bytearray(path.read_bytes())
    data[int(at * (len(data) - 1))] ^= 4
    path.write_bytes(data)


@pytest.mark.parametrize("at", [0.0, 0.37, 0.5, 0.93, 1.0])
@pytest.mark.parametrize("name", FILES)
def test_a_flipped_bit_is_found_in_any_file(folder: Path, index: Index, name: str, at: float) -> None:
    """The file is named, with what to do; and doing it helps."""
    flip(index.generation / name, at)
    message = refused(index.folder)
    assert name in message
    assert "kildesvar ingest" in message
    update = again(folder, index.folder)
    assert update.afresh
    assert name in update.afresh
    assert len(opened(index.folder).documents) == 2


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(path.read_bytes()[:-1])])
@pytest.mark.parametrize("name", FILES)
def test_what_is_missing_or_cut_off_is_found(folder: Path, index: Index, name: str, harm: object) -> None:
    """As well in files that are too large to be read through at every start."""
    harm(index.generation / name)  # type: ignore[operator]
    assert name in refused(index.folder)
    assert again(folder, index.folder).afresh
    assert opened(index.folder)


def test_a_large_file_is_read_through_before_it_is_built_on(
    folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What opening passes over, an ingestion finds, and makes the index anew."""
    flip(index.generation / "store.sqlite", 0.5)
    monkeypatch.setattr(verifying, "READ_ON_OPENING", 1000)
    with pytest.raises(IndexUnusableError):
        check_thoroughly(index.generation, EMBEDDED)
    (folder / "ny.txt").write_text("Havnen fikk 12 nye fortøyninger i 2024.\n", "utf8")
    update = again(folder, index.folder)
    assert "store.sqlite" in (update.afresh or "")
    assert len(opened(index.folder).documents) == 3


@pytest.mark.parametrize("content", ["", "x", "../../andre", "999999"])
def test_a_pointer_that_leads_nowhere(folder: Path, index: Index, content: str) -> None:
    """Neither an index that is not there nor one from elsewhere is answered from."""
    (index.folder / "current").write_text(content, "utf8")
    refused(index.folder)
    assert again(folder, index.folder).afresh
    assert opened(index.folder)


def test_a_store_that_says_something_else_than_its_manifest(index: Index) -> None:
    """Whoever writes in a store by hand, with the checksums set right, is found out by the counts."""
    store = index.generation / "store.sqlite"
    with sqlite3.connect(store) as connection:
        connection.execute("DELETE FROM passages WHERE number = 1")
    manifest = index.generation / "manifest.json"
    content = json.loads(manifest.read_text("utf8").partition("\n")[2])
    mark = {"size": store.stat().st_size, "sha256": verifying.file_digest(store)}
    content["files"]["store.sqlite"] = mark
    text = json.dumps(content)
    check = json.dumps({"sha256": hashlib.sha256(text.encode()).hexdigest()})
    manifest.write_text(f"{check}\n{text}", "utf8")
    with pytest.raises(IndexUnusableError, match=r"store\.sqlite"):
        check_thoroughly(index.generation, EMBEDDED)


def test_an_index_of_an_earlier_time_is_told_apart_from_a_damaged_one(index: Index) -> None:
    """Its manifest had no checksum; the remedy is named."""
    (index.generation / "manifest.json").write_text('{\n "format": 1\n}', "utf8")
    with pytest.raises(IndexUnusableError, match="format 1") as caught:
        opened(index.folder)
    assert caught.value.code == "other_format"


def test_rolling_back_and_on_again(folder: Path, index: Index) -> None:
    """The one before answers at once; the next ingestion goes on from it, and what was rolled back is gone."""
    (folder / "brev.txt").unlink()
    again(folder, index.folder)
    assert len(opened(index.folder).documents) == 1
    del index
    place = folder.parent / "index"
    roll_back(place)
    assert len(opened(place).documents) == 2
    with pytest.raises(IndexUnusableError) as caught:
        roll_back(place)
    assert caught.value.code == "no_previous"
    again(folder, place)
    assert len(opened(place).documents) == 1
    assert [path.name for path in numbered(place)] == ["000001", "000002"]


def test_a_generation_that_is_being_read_is_not_forgotten(folder: Path, index: Index) -> None:
    """However many follow it; it goes when nobody reads it any more."""
    for number in range(4):
        (folder / "ny.txt").write_text(f"Havnen fikk {number} nye fortøyninger i 2024.\n", "utf8")
        again(folder, index.folder)
    assert index.generation.exists()
    assert len(index.store.documents) == 2
    place, first = index.folder, index.generation
    del index
    shutil.copytree(first, place / "copy")  # still whole
    (folder / "ny.txt").unlink()
    again(folder, place)
    assert len(numbered(place)) <= 3
    assert current_generation(place) in numbered(place)
