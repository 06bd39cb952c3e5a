"""A folder is planned before it is read: nothing is opened in vain, and nothing is taken for gone that may be there."""

import os
from pathlib import Path

import pytest

from ingest import folder as listing
from ingest import plan as planning
from ingest.errors import UnreadableFileError
from ingest.folder import list_folder
from ingest.plan import plan
from ingest.read import digest_of
from ingest.seen import Seen, Sighting, read_seen, write_seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file, a copy of it, and one in a subfolder, all written long ago."""
    made = tmp_path / "mappe"
    (made / "under").mkdir(parents=True)
    for source, text in (("en.txt", "en"), ("kopi.txt", "en"), ("under/to.txt", "to")):
        (made / source).write_text(text, "utf8")
    return made


def held(*sources: str) -> dict[str, str]:
    """Files that the index holds, with content of their own."""
    return {source: digest_of(source.encode()) for source in sources}


def refused(monkeypatch: pytest.MonkeyPatch, *places: Path) -> None:
    """Let the system refuse to list these folders (whoever runs the tests may be allowed everything)."""
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) in places:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)


def test_each_content_is_read_once(folder: Path) -> None:
    """The first name in order is read, the others are copies."""
    planned = plan(folder, {}, Seen())
    assert (list(planned.read), list(planned.copies)) == (["en.txt", "under/to.txt"], ["kopi.txt"])


def test_hidden_files_and_folders_are_left_out(folder: Path) -> None:
    """Neither a hidden file nor anything in a hidden folder is a document."""
    (folder / ".skjult.txt").write_text("x", "utf8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("x", "utf8")
    assert [file.source for file in list_folder(folder).files] == ["en.txt", "kopi.txt", "under/to.txt"]


def test_what_was_not_touched_is_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its digest is known from last time."""
    monkeypatch.setattr(listing, "_RECENT", -1e9)
    before = plan(folder, {}, Seen())
    monkeypatch.setattr(planning, "file_digest", None)
    again = plan(folder, {}, Seen(files=before.sightings))
    assert again.read == before.read


def test_what_was_touched_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even when its size and its time of content are made to look as they did."""
    monkeypatch.setattr(listing, "_RECENT", -1e9)
    before = plan(folder, {}, Seen())
    status = (folder / "en.txt").stat()
    (folder / "en.txt").write_text("ne", "utf8")
    os.utime(folder / "en.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    again = plan(folder, {}, Seen(files=before.sightings))
    assert again.read["en.txt"].digest == digest_of(b"ne")


def test_a_file_written_just_now_is_not_trusted_next_time(folder: Path) -> None:
    """It may be written again within the same tick of the clock."""
    assert {sighting.stamp for sighting in plan(folder, {}, Seen()).sightings.values()} == {None}


def test_content_known_to_be_unreadable_is_not_read_again(folder: Path) -> None:
    """Its fault is told once more, at no cost."""
    seen = Seen(faults={digest_of(b"to"): ("empty", "Filen er tom.")})
    planned = plan(folder, {}, seen)
    assert planned.faults["under/to.txt"].code == "empty"
    assert "under/to.txt" not in planned.read


def test_what_is_not_there_is_gone(folder: Path) -> None:
    """When the place where it stood can be looked at."""
    assert set(plan(folder, held("borte.txt", "under/borte.txt"), Seen()).gone) == {"borte.txt", "under/borte.txt"}


def test_what_stands_in_an_unreadable_folder_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what stood there; the folder is named."""
    refused(monkeypatch, folder / "under")
    planned = plan(folder, held("under/to.txt", "under/dypt/tre.txt", "underveis.txt"), Seen())
    assert set(planned.kept) == {"under/to.txt", "under/dypt/tre.txt"}
    assert set(planned.gone) == {"underveis.txt"}
    assert planned.faults["under/"].code == "no_access"
    assert "beholdes" in planned.faults["under/"].message


def test_an_unreadable_folder_of_documents_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not taken for an empty one."""
    refused(monkeypatch, folder)
    planned = plan(folder, held("en.txt"), Seen())
    assert (set(planned.kept), set(planned.gone)) == ({"en.txt"}, set())


def test_what_was_on_a_disk_that_is_not_attached_is_kept(folder: Path) -> None:
    """Its place is empty, but it is not gone; the disk is named with the way out."""
    seen = Seen(files={"disk/fire.txt": Sighting(None, "f", str(folder / "disk")), "fem.txt": Sighting(None, "f", "/")})
    planned = plan(folder, held("disk/fire.txt", "fem.txt"), seen)
    assert (set(planned.kept), set(planned.gone)) == ({"disk/fire.txt"}, {"fem.txt"})
    fault = planned.faults[f"{folder / 'disk'}/"]
    assert fault.code == "not_mounted"
    assert "--rebuild" in fault.message
    assert planned.sightings["disk/fire.txt"] == seen.files["disk/fire.txt"]


def test_where_a_disk_is_attached_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For every file, the nearest folder above it where one is."""
    monkeypatch.setattr(Path, "is_mount", lambda path: path == folder / "under" or path == path.parent)
    mounts = {source: sighting.mount for source, sighting in plan(folder, {}, Seen()).sightings.items()}
    assert (mounts["under/to.txt"], mounts["en.txt"]) == (str(folder / "under"), "/")


def test_a_link_to_nowhere_is_named(folder: Path) -> None:
    """What it led to may come back; nothing is taken out for it."""
    (folder / "lenke.txt").symlink_to(folder / "borte" / "lenke.txt")
    planned = plan(folder, held("lenke.txt"), Seen())
    assert planned.faults["lenke.txt"].code == "no_access"
    assert not planned.gone


def test_a_file_that_cannot_be_opened_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are planned for."""
    digest = planning.file_digest

    def refuse(path: Path) -> str:
        if path.name == "en.txt":
            raise PermissionError(13, "Permission denied")
        return digest(path)

    monkeypatch.setattr(planning, "file_digest", refuse)
    planned = plan(folder, held("en.txt"), Seen())
    assert planned.faults["en.txt"].code == "no_access"
    assert not planned.gone
    assert list(planned.read) == ["kopi.txt", "under/to.txt"]


def test_a_name_that_is_not_utf8_is_named(folder: Path) -> None:
    """It is shown with its odd byte replaced; the others are planned for."""
    Path(os.fsdecode(os.fsencode(folder) + b"/\xe5r.txt")).write_bytes(b"Tekst.")
    planned = plan(folder, {}, Seen())
    assert planned.faults["?r.txt"].code == "bad_name"
    assert len(planned.read) == 2


def test_what_is_no_file_is_left_out(folder: Path) -> None:
    """A pipe would be waited on forever."""
    os.mkfifo(folder / "rør.txt")
    assert "rør.txt" not in {file.source for file in list_folder(folder).files}


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch, lambda _: None])
def test_no_files_is_an_error(tmp_path: Path, make: object) -> None:
    """An empty folder, a file where a folder should be, and nothing at all."""
    place = tmp_path / "tom"
    make(place)  # type: ignore[operator]
    with pytest.raises(UnreadableFileError, match="Legg dokumenter") as caught:
        plan(place, {}, Seen())
    assert caught.value.code == "empty_folder"


def test_what_was_seen_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    """Of another folder nothing is known, to another program no fault, and nothing from a file that is not whole."""
    seen = Seen(str(tmp_path), "v1", {"en.txt": Sighting("s", "d", "/")}, {"d": ("empty", "Filen er tom.")})
    path = tmp_path / "seen.json"
    write_seen(path, seen)
    assert read_seen(path, tmp_path, "v1") == seen
    assert read_seen(path, tmp_path, "v2") == Seen(str(tmp_path), "v2", seen.files)
    assert read_seen(path, tmp_path / "annen", "v1").files == {}
    path.write_bytes(path.read_bytes().replace(b"en.txt", b"to.txt"))
    assert read_seen(path, tmp_path, "v1").files == {}
    assert read_seen(tmp_path / "borte.json", tmp_path, "v1").files == {}
