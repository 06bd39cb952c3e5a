"""Candidates and what speaks for them."""

from pathlib import Path

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.answer import Answerer
from retrieval.engine import FEATURES
from retrieval.forms import Language
from retrieval.index.open import Index
from retrieval.index.scope import Filter
from retrieval.update import update_index
from retrieval.weights import shipped_weights
from tests.retrieval.conftest import HashEncoder

ABOUT_LAMPS = "Fyrlyktene langs kysten fikk nye lamper, og {n} av dem lyser sterkere enn før de ble byttet ut."


def test_a_passage_of_another_document_is_no_neighbour(tmp_path: Path) -> None:
    """Passages are numbered through the collection; only what stands in the same document says something of one."""
    folder, analyzer = tmp_path / "documents", Analyzer()
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(ABOUT_LAMPS.format(n=ord(name)) + "\n", "utf8")
    (folder / "d.txt").write_text("\n\n".join(ABOUT_LAMPS.format(n=n) for n in (7, 8)) + "\n", "utf8")
    update_index(folder, tmp_path / "index", HashEncoder(), analyzer, lambda *_: None)
    index = Index(tmp_path / "index", HashEncoder(), analyzer)
    language = Language(analyzer, parse_terms("", "test", analyzer), Background(100, {}))
    found = Answerer(index, language, shipped_weights(FEATURES)).search("nye lamper i fyrlyktene", Filter(), 10)
    neighbours = {(item.document.source, item.candidate.features["neighbour"] > 0) for item in found}
    assert neighbours == {("a.txt", False), ("b.txt", False), ("c.txt", False), ("d.txt", True)}
