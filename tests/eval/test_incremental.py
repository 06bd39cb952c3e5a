"""An index that was changed again and again answers as one made at once of the same documents."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.read import read_document
from retrieval.answer import Answerer
from retrieval.engine import Engine
from retrieval.index.draft import Draft
from retrieval.index.legs import embedded
from retrieval.index.legs.embedded import EMBEDDED
from retrieval.index.prepare import Preparer
from retrieval.update import made_by
from tests.eval.sample import ROOT, engine_over, read_sample, reply, sample_set

Documents = tuple[Document, Document, Document]
QUESTIONS = [item.turns[0].question for item in sample_set().items[::12]]


def changed(folder: Path, added: Sequence[Document], removed: Sequence[Document]) -> Answerer:
    """An answerer over the index in a folder, once documents were put in and taken out."""
    engine = Engine(folder, None)
    draft = Draft(folder, made_by(engine.encoder, engine.analyzer), EMBEDDED, afresh=False)
    for document in added:
        draft.add(Preparer(engine.analyzer)(document))
    for document in removed:
        draft.name(document.digest, [])
    draft.finish(engine.encoder, engine.analyzer)
    return Engine(folder, None).answerer()


@pytest.fixture(scope="module")
def documents() -> Documents:
    """The sample documents, and the report once more, read from text: nearly the same words in other passages."""
    path = ROOT / "documents" / "text" / "arsrapport_2024.txt"
    report, letter = read_sample()
    return report, letter, read_document(path.read_bytes(), path.name)


def test_what_was_removed_counts_no_more(documents: Documents, tmp_path: Path) -> None:
    """Put in, taken out, taken out and put in again: every reply is the same, to the last decimal of every score."""
    report, letter, another = documents
    engine_over([another, report], tmp_path / "index")
    changed(tmp_path / "index", [letter], [another])
    changed(tmp_path / "index", [], [report])
    again = changed(tmp_path / "index", [report], [])
    fresh = engine_over([report, letter], tmp_path / "fresh").answerer()
    assert len(QUESTIONS) > 20
    for question in QUESTIONS:
        assert reply(again, question) == reply(fresh, question)


def test_a_large_collection_lets_a_little_go_on_counting(
    documents: Documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is removed is never found, and all is written anew once it is more than the share that may be."""
    report, letter, another = documents
    engine_over([another, report, letter], tmp_path / "index")
    fresh = engine_over([report, letter], tmp_path / "fresh").answerer()
    monkeypatch.setattr(embedded, "MOST_ANEW", 0)
    monkeypatch.setattr(embedded, "MOST_REMOVED", 0.9)
    lazy = changed(tmp_path / "index", [], [another])
    replies = [(reply(lazy, question), reply(fresh, question)) for question in QUESTIONS]
    assert any(one != other for one, other in replies)
    assert not any(passage["source"] == another.source for one, _ in replies for passage in one["passages"])
    monkeypatch.setattr(embedded, "MOST_REMOVED", 0.02)
    engine_over([another, report, letter], tmp_path / "other")
    strict = changed(tmp_path / "other", [], [another])
    assert [reply(strict, question) for question in QUESTIONS] == [other for _, other in replies]
