"""A made collection is what it says: as large as asked, the same for the same seed, and read as documents are."""

from pathlib import Path

from eval.bench.made import PASSAGES, Report, documents_for, make_collection
from ingest.quantities.model import Measure
from ingest.read import read_document


def test_the_same_seed_makes_the_same_collection(tmp_path: Path) -> None:
    """File by file; another seed makes another."""
    questions = [make_collection(tmp_path / name, 400, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2))]
    texts = [[path.read_text("utf8") for path in sorted((tmp_path / name).rglob("*.txt"))] for name in "abc"]
    assert texts[0] == texts[1] != texts[2]
    assert questions[0] == questions[1] != questions[2]
    assert len(texts[0]) == documents_for(400) == 5


def test_documents_are_read_as_the_templates_mean_them() -> None:
    """Pages, chapters, tables and figures; about as many passages as are counted on."""
    documents = [read_document(Report(number, 1).text.encode(), f"{number}.txt") for number in range(10)]
    assert 0.8 < sum(len(document.passages) for document in documents) / (10 * PASSAGES) < 1.2
    for document in documents:
        assert len(document.sheet.pages) == 7
        assert document.kind == "årsrapport"
        assert len(document.tables) >= 3
        assert len(document.figures) > 100


def test_every_question_has_its_answer_in_its_document(tmp_path: Path) -> None:
    """As one figure of that value, beside the words of the question."""
    for question in make_collection(tmp_path, 800):
        document = read_document((tmp_path / question.source).read_bytes(), question.source)
        thing = question.question.split()[2]
        (figure,) = [f for f in document.figures if f.amount == question.value and f.measure == Measure.LEVEL]
        assert thing in next(passage.text for passage in document.passages if passage.id == figure.passage)
