"""Plain retrieval over naive chunks, scored like the program itself."""

import sys
from importlib.util import find_spec

import pytest

from eval.items import Turn
from eval.measuring.ranking import Judged, MeasuringToolError, ranking_scores
from eval.peers.chunks import LENGTH, Chunk, chunks_of
from eval.peers.rankers import MINILM_PACKAGE, bm25, dense, minilm_folder
from eval.peers.run import judged_chunks, peer_scores
from eval.sets import QuestionSet
from retrieval.engine import Engine

TEXTS = ("Fartøyet lå ved verksted hele høsten.", "Etaten fikk nye kraner.", "Tåken varte i mange timer.")
CHUNKS = [Chunk("a.txt", frozenset({1}), (n, n), text) for n, text in enumerate(TEXTS, 1)]


def test_chunks_cover_every_line_once(engine: Engine) -> None:
    """In order, none much longer than naive."""
    index = engine.answerer().index
    chunks = chunks_of(index)
    for document in index.documents.values():
        lines = [line for line, _, text in index.store.lines(document.number, 1, document.lines) if text.strip()]
        own = [chunk for chunk in chunks if chunk.source == document.source]
        held = [line for line in lines for chunk in own if chunk.lines[0] <= line <= chunk.lines[1]]
        assert held == lines
    assert max(len(chunk.text) for chunk in chunks) <= LENGTH


def test_bm25_finds_by_stems() -> None:
    """«fartøy» stands for «fartøyet»; every chunk is ranked, each once."""
    (ranked,) = bm25(CHUNKS)(["Hvor lå fartøy?"])
    assert ranked[0] == CHUNKS[0]
    assert sorted(ranked, key=lambda chunk: chunk.lines) == CHUNKS


def test_dense_finds_by_likeness(engine: Engine) -> None:
    """The chunk that says the same comes first."""
    (ranked,) = dense(CHUNKS, engine.encoder)(["Etaten har fått nye kraner"])
    assert ranked[0] == CHUNKS[1]


def test_minilm_takes_part_where_it_is_installed() -> None:
    """And is left out where it is not."""
    assert (minilm_folder() is not None) == (find_spec(MINILM_PACKAGE) is not None)


def test_peers_are_asked_the_same_questions(engine: Engine, few: QuestionSet) -> None:
    """Those that stand alone and are answered by a place."""
    scores = peer_scores(few.items, few.sources, engine.answerer().index, engine.encoder)
    assert {"BM25", f"vektorsøk ({engine.encoder.name})"} <= set(scores)
    asked = {
        item.id
        for item in few.items
        if not item.is_conversation and item.turns[0].kind not in ("compare", "unanswerable")
    }
    assert all(set(found) == asked for found in scores.values())
    assert 0.3 < sum(values["passage@5"] for values in scores["BM25"].values()) / len(asked) < 1


@pytest.mark.parametrize(
    ("source", "lines", "text", "hit"),
    [
        ("a.txt", (3, 5), "tåke i september", True),
        ("b.txt", (3, 5), "tåke i september", False),
        ("a.txt", (6, 9), "tåke i september", False),
        ("a.txt", (3, 5), "klart i september", False),
        ("a.txt", (1, 61), "tåke i september", False),
    ],
)
def test_a_chunk_is_judged_like_a_passage(source: str, lines: tuple[int, int], text: str, hit: bool) -> None:
    """By its document, its lines, the words it must hold, and that it is no heap of lines."""
    turn = Turn.model_validate(
        {"question": "?", "kind": "fact", "source": "a.txt", "evidence": [[4, 4]], "answer": {"must": [["tåke"]]}}
    )
    judged = judged_chunks(turn, [Chunk(source, frozenset({1}), lines, text)], {})
    assert judged == ([frozenset({0}) if hit else frozenset()], 1)


def test_ranking_measures_are_those_of_the_field() -> None:
    """Worked out by hand: one of two places at rank 2, the same again at rank 3, the other at rank 6."""
    hits = [frozenset(), {0}, {0}, frozenset(), frozenset(), {1}]
    found = ranking_scores({"q": Judged([frozenset(places) for places in hits], 2), "none": Judged([], 1)})
    assert found["q"]["RR@10"] == 0.5
    assert (found["q"]["R@5"], found["q"]["R@10"]) == (0.5, 1.0)
    assert found["q"]["nDCG@5"] == pytest.approx(0.6309 / (1 + 0.6309), abs=1e-3)
    assert set(found["none"].values()) == {0.0}


@pytest.mark.parametrize("package", ["ir_measures", "bm25s"])
def test_a_tool_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """With the command that installs it; answering needs neither."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MeasuringToolError, match=r"pip install 'kildesvar\[eval\]'"):
        ranking_scores({"q": Judged([], 1)}) if package == "ir_measures" else bm25(CHUNKS)
