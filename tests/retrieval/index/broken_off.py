"""Ingestions that are broken off, each in a process of its own: killed, or without room on the disk.

Run as a program, so that the process it forks from has neither threads nor anything of the tests in it:
`python -m tests.retrieval.index.broken_off kill FOLDER COUNT SEED`. Prints what came of it as JSON.
"""

import json
import os
import random
import resource
import select
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from ingest.plan import file_digest
from retrieval.analysis import Analyzer
from retrieval.errors import IndexUnusableError
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.open import Index
from retrieval.index.places import STORE, current_generation
from retrieval.index.verify import check_thoroughly
from retrieval.index.write import connect_for_reading, names_in
from retrieval.update import update_index
from tests.retrieval.conftest import LETTER, REPORT, HashEncoder

FAULT, FULL = 70, 71
"""How a process ends that met an error it should not have met, and one that was told that there is no room."""


class Collection:
    """A folder of documents that is written anew again and again, and its index."""

    def __init__(self, folder: Path, index: Path) -> None:
        self.folder, self.index = folder, index
        self.folder.mkdir(exist_ok=True)

    def write(self, number: int) -> dict[str, str]:
        """Make every file another one; returns the sources with their digests."""
        (self.folder / "rapport.txt").write_text(REPORT.replace("214", str(1000 + number)), "utf8")
        (self.folder / "brev.txt").write_text(LETTER.replace("310", str(2000 + number)), "utf8")
        for old in self.folder.glob("notat*"):
            old.unlink()
        (self.folder / f"notat {number}.txt").write_text(f"Havnen fikk {number} nye lykter i 2024.\n" * 60, "utf8")
        return {path.name: file_digest(path) for path in self.folder.iterdir()}

    def ingest(self, progress: Callable[..., None] = lambda *_: None) -> None:
        """Bring the index up to date."""
        update_index(self.folder, self.index, HashEncoder(), Analyzer(), progress)

    def held(self) -> dict[str, str]:
        """What the index holds; it is whole, it opens, and it can be searched."""
        generation = current_generation(self.index)
        check_thoroughly(generation, EMBEDDED)
        index = Index(self.index, HashEncoder(), Analyzer())
        assert index.dense.search(HashEncoder().encode(["ansatte"]), 5, None)
        with closing(connect_for_reading(generation / STORE)) as connection:
            return names_in(connection)


def forked(work: Callable[[], object]) -> int:
    """Start work in a process of its own; returns its id."""
    child = os.fork()
    if child:
        return child
    status = FAULT
    try:
        work()
        status = 0
    except IndexUnusableError as error:
        status = FULL if error.code == "disk_full" else FAULT
    except BaseException:  # noqa: BLE001 — nothing may pass into the process that was forked from
        traceback.print_exc()
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """How a process ended: its status, or the signal it was ended by as a negative number."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def answered(collection: Collection) -> dict[str, str]:
    """What the index holds, asked for in a process of its own."""
    read, write = os.pipe()
    child = forked(lambda: os.write(write, json.dumps(collection.held()).encode()))
    os.close(write)
    with os.fdopen(read, encoding="utf8") as answer:
        said = answer.read()
    assert ended(child) == 0, "the last good index does not answer"
    return dict(json.loads(said))


def kill(collection: Collection, count: int, seed: int) -> dict[str, object]:
    """Kill ingestions at random points, half of them after the first file was read, when the index is written."""
    chance = random.Random(seed)
    present = collection.write(0)
    assert ended(forked(collection.ingest)) == 0
    whole, writing = _durations(collection)
    present = answered(collection)
    found: Counter[str] = Counter()
    for number in range(1, count + 1):
        wanted = collection.write(number + 10)
        child, begun = _started(collection)
        if number % 2:
            time.sleep(chance.uniform(0, whole))
        else:
            select.select([begun], [], [])
            time.sleep(chance.uniform(0, writing))
        os.kill(child, signal.SIGKILL)
        status = ended(child)
        os.close(begun)
        now = answered(collection)
        assert now in (present, wanted), (number, now)
        late = "the new one answers" if now == wanted else "the old one answers"
        found["not killed in time" if status == 0 else late] += 1
        if number % 5:  # else the next one meets what this one left, and another folder
            assert ended(forked(collection.ingest)) == 0
            now = answered(collection)
            assert now == wanted, number
        present = now
    return {"points": count, "seconds": [round(whole, 2), round(writing, 2)], **found}


def _durations(collection: Collection) -> tuple[float, float]:
    """How long an ingestion takes in all, and after its first file was read."""
    collection.write(1)
    start = time.monotonic()
    child, begun = _started(collection)
    select.select([begun], [], [])
    middle = time.monotonic()
    assert ended(child) == 0
    os.close(begun)
    return time.monotonic() - start, time.monotonic() - middle


def _started(collection: Collection) -> tuple[int, int]:
    """An ingestion under way, and a pipe that can be read from once its first file was read."""
    read, write = os.pipe()
    child = forked(lambda: collection.ingest(lambda *_: os.write(write, b".")))
    os.close(write)
    return child, read


def fill(collection: Collection, count: int, _seed: int) -> dict[str, object]:
    """Ingest with room for files of ever greater size, until there is enough."""
    present = collection.write(0)
    assert ended(forked(collection.ingest)) == 0
    largest = max(path.stat().st_size for path in current_generation(collection.index).rglob("*"))
    found: Counter[str] = Counter()
    for number in range(count):
        wanted = collection.write(number + 1)
        room = 1 + 3 * largest * number // count

        def cramped(room: int = room) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            collection.ingest()

        status = ended(forked(cramped))
        assert status in (0, FULL), (room, status)
        now = answered(collection)
        assert now == (wanted if status == 0 else present), room
        found["done" if status == 0 else "no room"] += 1
        assert ended(forked(collection.ingest)) == 0
        present = answered(collection)
        assert present == wanted
    return {"points": count, **found}


def main() -> None:
    """Break off ingestions as the arguments say."""
    how, folder, count, seed = sys.argv[1:]
    collection = Collection(Path(folder) / "documents", Path(folder) / "index")
    sys.stdout.write(json.dumps({"kill": kill, "fill": fill}[how](collection, int(count), int(seed))))


if __name__ == "__main__":
    main()
