"""Generations come and go under an engine: whoever reads one keeps it, and the last to leave gives everything back."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from retrieval.engine import Engine
from retrieval.index.scope import Filter
from retrieval.update import update_index
from tests.retrieval.conftest import REPORT, HashEncoder

QUESTION = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"


@pytest.fixture
def engine(folder: Path, tmp_path: Path) -> Iterator[Engine]:
    """An engine over the small collection; what is given back is given back without the garbage collector."""
    made = Engine(tmp_path / "index", None)
    made.__dict__["encoder"] = HashEncoder()
    change(made, folder, 214)
    gc.collect()
    gc.disable()
    yield made
    gc.enable()


def change(engine: Engine, folder: Path, staff: int) -> None:
    """Another number of employees in the report, and a new generation of the index."""
    (folder / "rapport.txt").write_text(REPORT.replace("214", str(staff)), "utf8")
    update_index(folder, folder.parent / "index", engine.encoder, engine.analyzer, lambda *_: None)


def staff(engine: Engine) -> list[int]:
    """What the first figure says, asked in several threads at once."""

    def one(_: int) -> int:
        with engine.reading() as answerer:
            return int(answerer.ask(QUESTION, [], Filter(), 3).figures[0].ranked.figure.value)

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(one, range(8)))


def held(index: Path) -> set[str]:
    """The generations of which this process has a file open or mapped."""
    if not Path("/proc/self/maps").exists():
        pytest.skip("what a process holds is read from /proc, which is not here")
    links = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    mapped = [line.split(maxsplit=5)[-1] for line in Path("/proc/self/maps").read_text("utf8").splitlines()]
    within = str(index / "generations") + "/"
    return {name.removeprefix(within).split("/")[0] for name in [*links, *mapped] if name.startswith(within)}


def test_a_generation_that_nobody_reads_is_given_back_at_once(engine: Engine, folder: Path, tmp_path: Path) -> None:
    """However often it is changed: open files and mapped memory are those of the one in use."""
    for number in range(300, 306):
        change(engine, folder, number)
        assert staff(engine) == [number] * 8
        with engine.reading() as answerer:
            assert held(tmp_path / "index") == {answerer.index.generation.name}


def test_a_generation_that_is_read_stays_until_the_last_has_left(engine: Engine, folder: Path, tmp_path: Path) -> None:
    """Two readers of the old one are answered from it while others get the new one."""
    with engine.reading() as first:
        old = first.index.generation.name
        with engine.reading() as second:
            change(engine, folder, 400)
            assert staff(engine) == [400] * 8
            assert second.ask(QUESTION, [], Filter(), 3).answer == "214 ansatte"
        assert held(tmp_path / "index") > {old}
        assert first.ask(QUESTION, [], Filter(), 3).answer == "214 ansatte"
    assert old not in held(tmp_path / "index")
    assert staff(engine) == [400] * 8


def test_a_reader_that_fails_gives_back_too(engine: Engine, folder: Path, tmp_path: Path) -> None:
    """As one that succeeds."""
    with pytest.raises(ZeroDivisionError), engine.reading() as answerer:
        old = answerer.index.generation.name
        raise ZeroDivisionError
    change(engine, folder, 500)
    assert staff(engine) == [500] * 8
    assert old not in held(tmp_path / "index")


def test_an_answerer_that_is_kept_is_never_closed(engine: Engine, folder: Path) -> None:
    """It answers from its own generation, whatever comes after."""
    kept = engine.answerer()
    change(engine, folder, 600)
    assert staff(engine) == [600] * 8
    assert kept.ask(QUESTION, [], Filter(), 3).answer == "214 ansatte"
