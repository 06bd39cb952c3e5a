"""Legs kept in Qdrant, here in its client's local mode: generations are editions, and nothing is answered without."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from qdrant_client import QdrantClient

from retrieval.analysis import Analyzer
from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError
from retrieval.index.legs import qdrant
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.legs.protocol import Keeping
from retrieval.index.legs.qdrant import qdrant_at
from retrieval.index.legs.qdrant.keeping import QdrantKeeping
from retrieval.index.open import Index
from retrieval.index.places import roll_back
from retrieval.index.scope import Filter
from retrieval.index.verify import check_thoroughly
from retrieval.query import make_query
from retrieval.search import search
from retrieval.update import Update, update_index
from tests.retrieval.conftest import REPORT, HashEncoder

pytestmark = pytest.mark.filterwarnings("ignore:Payload indexes have no effect", "ignore:Local mode performs exact")
QUESTION = "Hvor mange ansatte hadde etaten ved utgangen av 2024?"


@pytest.fixture
def client() -> QdrantClient:
    """A Qdrant in this process."""
    return QdrantClient(location=":memory:")


@pytest.fixture
def keeping(client: QdrantClient) -> QdrantKeeping:
    """What keeps legs there."""
    return QdrantKeeping(client, ":memory:")


def ingest(folder: Path, keeping: Keeping, index: str = "index", **more: Any) -> Update:
    """Bring an index beside the folder up to date."""
    return update_index(
        folder, folder.parent / index, HashEncoder(), Analyzer(), lambda *_: None, keeping=keeping, **more
    )


def opened(folder: Path, keeping: Keeping, index: str = "index") -> Engine:
    """An engine over an index beside the folder."""
    engine = Engine(folder.parent / index, None, keeping)
    engine.__dict__["encoder"] = HashEncoder()
    return engine


def found(engine: Engine, text: str, chosen: Filter | None = None) -> list[tuple[str, str, float]]:
    """The passages that either leg finds, as (document, passage, score)."""
    with engine.reading() as answerer:
        query = make_query(text, answerer.index, answerer.language)
        hits = search(answerer.index, query, chosen or Filter(), answerer.weights).candidates
        documents = answerer.index.documents
        return [(documents[hit.passage.document].source, hit.passage.id, round(hit.score, 4)) for hit in hits]


def report(folder: Path, staff: int) -> None:
    """Another number of employees in the report."""
    (folder / "rapport.txt").write_text(REPORT.replace("214", str(staff)), "utf8")


@pytest.mark.parametrize(
    "chosen",
    [Filter(), Filter(years=(2024,)), Filter(kinds=("årsrapport",)), Filter(kinds=("tildelingsbrev",), years=(1066,))],
)
def test_it_finds_what_is_found_beside_the_store(folder: Path, keeping: QdrantKeeping, chosen: Filter) -> None:
    """In everything, and within years and kinds of documents; within one document too."""
    (folder / "årsrapport.txt").write_text(f"Årsrapport 2024 for Fyretaten\n\n{REPORT}", "utf8")
    ingest(folder, EMBEDDED, "beside")
    ingest(folder, keeping)
    beside, away = opened(folder, EMBEDDED, "beside"), opened(folder, keeping)
    for text in (QUESTION, "fyrlykter langs kysten", "merkesøknader"):
        assert found(away, text, chosen) == found(beside, text, chosen)
    for document in beside.answerer().index.documents.values():
        one = Filter(documents=(document.id,))
        assert found(away, QUESTION, one) == found(beside, QUESTION, one)
        assert {source for source, _, _ in found(away, QUESTION, one)} == {document.source}


def test_many_small_changes_leave_what_they_leave_beside_the_store(
    folder: Path, keeping: QdrantKeeping, client: QdrantClient
) -> None:
    """Only what changed is sent, and what is gone is gone; nothing is kept for generations that are gone too."""
    for number in range(300, 304):
        report(folder, number)
        ingest(folder, keeping)
        ingest(folder, EMBEDDED, "beside")
    # Scores differ a little: tantivy counts what was removed until its segments are merged.
    away, beside = (found(opened(folder, *kept), QUESTION) for kept in ((keeping,), (EMBEDDED, "beside")))
    assert [hit[:2] for hit in away] == [hit[:2] for hit in beside]
    generation = opened(folder, keeping).answerer().index.generation
    assert check_thoroughly(generation, keeping).documents == 2
    collection = json.loads((generation / "qdrant.json").read_text("utf8"))["collection"]
    passages = opened(folder, keeping).answerer().index.manifest.passages
    assert client.count(collection).count < 2 * passages


def test_what_is_read_is_not_touched_by_what_is_made(folder: Path, keeping: QdrantKeeping) -> None:
    """A reader keeps its edition; the one after answers with the new number, and so does the old one rolled back to."""
    ingest(folder, keeping)
    engine = opened(folder, keeping)
    with engine.reading() as old:
        report(folder, 300)
        ingest(folder, keeping)
        with engine.reading() as new:
            assert new.ask(QUESTION, [], Filter(), 3).answer == "300 ansatte"
        assert old.ask(QUESTION, [], Filter(), 3).answer == "214 ansatte"
    roll_back(folder.parent / "index")
    with engine.reading() as back:
        assert back.ask(QUESTION, [], Filter(), 3).answer == "214 ansatte"
    report(folder, 400)
    ingest(folder, keeping)
    with engine.reading() as after:
        assert after.ask(QUESTION, [], Filter(), 3).answer == "400 ansatte"
        check_thoroughly(after.index.generation, keeping)


def test_a_run_that_is_broken_off_is_taken_back(
    folder: Path, keeping: QdrantKeeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of a change is in Qdrant: the index answers as before, and the next run completes."""
    ingest(folder, keeping)
    before = found(opened(folder, keeping), QUESTION)
    report(folder, 300)
    with monkeypatch.context() as patched:
        put = keeping._put

        def half(*arguments: Any) -> None:
            put(*arguments)
            raise KeyboardInterrupt

        patched.setattr(keeping, "_put", half)
        with pytest.raises(KeyboardInterrupt):
            ingest(folder, keeping)
    assert found(opened(folder, keeping), QUESTION) == before
    ingest(folder, keeping)
    engine = opened(folder, keeping)
    check_thoroughly(engine.answerer().index.generation, keeping)
    assert engine.answerer().ask(QUESTION, [], Filter(), 3).answer == "300 ansatte"


def test_a_collection_goes_with_the_last_generation_that_uses_it(
    folder: Path, keeping: QdrantKeeping, client: QdrantClient
) -> None:
    """Reading all again makes a new one; two ingestions later nothing remembers the first."""
    ingest(folder, keeping)
    (first,) = client.get_collections().collections
    ingest(folder, keeping, rebuild=True)
    assert len(client.get_collections().collections) == 2
    report(folder, 300)
    ingest(folder, keeping)
    assert first.name not in {one.name for one in client.get_collections().collections}


def test_an_index_kept_elsewhere_is_refused_and_made_anew(folder: Path, keeping: QdrantKeeping) -> None:
    """It is never answered from with other legs than its own."""
    ingest(folder, EMBEDDED)
    with pytest.raises(IndexUnusableError) as refused:
        Index(folder.parent / "index", HashEncoder(), Analyzer(), keeping)
    assert refused.value.code == "other_legs"
    assert "KILDESVAR_QDRANT" in refused.value.message
    assert ingest(folder, keeping).afresh is not None
    assert Index(folder.parent / "index", HashEncoder(), Analyzer(), keeping).manifest.legs == "qdrant"


def test_a_collection_that_is_gone_is_damage(folder: Path, keeping: QdrantKeeping, client: QdrantClient) -> None:
    """Named as such, and mended by the next ingestion."""
    ingest(folder, keeping)
    client.delete_collection(client.get_collections().collections[0].name)
    with pytest.raises(IndexUnusableError) as damaged:
        opened(folder, keeping).answerer()
    assert damaged.value.code == "damaged"


def test_passages_that_are_gone_are_damage(folder: Path, keeping: QdrantKeeping, client: QdrantClient) -> None:
    """An answer from half of an index would be worse than none."""
    ingest(folder, keeping)
    client.delete(client.get_collections().collections[0].name, [1])
    with pytest.raises(IndexUnusableError) as damaged:
        opened(folder, keeping).answerer()
    assert damaged.value.code == "damaged"


def test_a_server_that_does_not_answer(folder: Path, keeping: QdrantKeeping) -> None:
    """Ingestion and opening say so; what was made stays."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
    nobody = qdrant_at(address, None)
    with pytest.raises(IndexUnusableError) as silent:
        ingest(folder, nobody, "other")
    assert silent.value.code == "engine_unreachable"
    assert address in silent.value.message
    ingest(folder, keeping)
    with pytest.raises(IndexUnusableError) as silent:
        Index(folder.parent / "index", HashEncoder(), Analyzer(), nobody)
    assert silent.value.code == "engine_unreachable"


@contextmanager
def answering(status: int) -> Iterator[str]:
    """A server that answers everything with one status."""

    class Answer(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            self.send_response(status)
            self.end_headers()

        do_GET = do_POST = do_PUT  # noqa: N815 — named by the library

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.filterwarnings("ignore:Api key is used with an insecure connection")
@pytest.mark.parametrize(("status", "named"), [(401, "KILDESVAR_QDRANT_KEY"), (507, "507")])
def test_a_server_that_refuses(folder: Path, status: int, named: str) -> None:
    """The key, or that there is no room: said in words."""
    with answering(status) as address, pytest.raises(IndexUnusableError) as refused:
        ingest(folder, qdrant_at(address, "key"))
    assert refused.value.code == "engine_refused"
    assert named in refused.value.message


@pytest.mark.parametrize(("address", "key"), [("http://127.0.0.1:6333", "nøkkel"), ("http://[", None)])
def test_an_address_or_a_key_that_can_be_none(address: str, key: str | None) -> None:
    """Said before anything is sent."""
    with pytest.raises(IndexUnusableError) as refused:
        qdrant_at(address, key)
    assert refused.value.code == "engine_refused"
    assert "KILDESVAR_QDRANT" in refused.value.message


def test_a_client_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setattr(qdrant, "find_spec", lambda _: None)
    with pytest.raises(IndexUnusableError) as missing:
        qdrant_at("http://127.0.0.1:6333", None)
    assert missing.value.code == "engine_missing"
    assert "kildesvar[qdrant]" in missing.value.message
