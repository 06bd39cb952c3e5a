"""The ends of «fra … til …» without a time are subtracted the right way round."""

from pathlib import Path

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.answer import Answerer
from retrieval.forms import Language
from retrieval.index.open import Index
from retrieval.index.scope import Filter
from retrieval.update import update_index
from retrieval.weights import shipped_weights
from tests.retrieval.conftest import FEATURES, HashEncoder

REPORT = """1 Utgifter

Lønnsutgiftene {moved} millioner kroner. Andre utgifter sto stille.

2 Annet

Fyrene ble malt av lokale lag, og lykta på neset ble pusset.
"""


def answered(tmp_path: Path, moved: str, question: str) -> str | None:
    """What a report that says so is answered with."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "arsrapport_2024.txt").write_text(REPORT.format(moved=moved), "utf8")
    update_index(folder, tmp_path / "index", HashEncoder(), Analyzer(), lambda *_: None)
    index = Index(tmp_path / "index", HashEncoder(), Analyzer())
    terms = parse_terms('[t]\ngroups = [["ansatt", "employee"]]', "test", Analyzer())
    answerer = Answerer(index, Language(Analyzer(), terms, Background(100, {})), shipped_weights(FEATURES))
    return answerer.ask(question, [], Filter(), 3).answer


@pytest.mark.parametrize(
    ("moved", "question", "result"),
    [
        ("økte fra 1 094 til 1 152", "Hvor mye økte lønnsutgiftene fra 2023 til 2024?", "58 millioner kroner"),
        ("sank fra 1 152 til 1 094", "Hvor mye sank lønnsutgiftene fra 2023 til 2024?", "−58 millioner kroner"),
    ],
)
def test_from_and_to(tmp_path: Path, moved: str, question: str, result: str) -> None:
    """The later minus the earlier, whichever the larger is."""
    answer = answered(tmp_path, moved, question)
    assert answer is not None
    assert answer.startswith(result)
