"""Every chapter and every table of the two real documents is asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.coverage import uncovered
from eval.items import Item
from eval.sets import QuestionSet, sets_for
from ingest.document import Document
from ingest.read import read_document


@pytest.fixture(scope="module")
def real(real_documents: Path) -> tuple[tuple[Document, ...], QuestionSet]:
    """The real documents and their questions."""
    documents = tuple(read_document(path.read_bytes(), path.name) for path in sorted(real_documents.glob("*.txt")))
    (entry,) = sets_for([document.source for document in documents])
    return documents, entry


@pytest.mark.real
def test_every_chapter_and_table_is_asked_about(real: tuple[tuple[Document, ...], QuestionSet]) -> None:
    """What is not is listed with its lines: write a question about it."""
    documents, entry = real
    missing = {document.source: uncovered(document, entry.items, entry.sources) for document in documents}
    assert missing == {document.source: [] for document in documents}


@pytest.mark.real
def test_what_nobody_asks_about_is_listed(real: tuple[tuple[Document, ...], QuestionSet]) -> None:
    """Without questions that is everything; without those about one table it is that table."""
    documents, entry = real
    report = max(documents, key=lambda document: len(document.tables))
    everything = uncovered(report, [], entry.sources)
    assert len(everything) > len(report.tables) + 20
    table = report.tables[0]
    others = tuple(item for item in entry.items if not about(item, report, table.lines, entry))
    assert any(table.id in line for line in uncovered(report, others, entry.sources))


def about(item: Item, document: Document, lines: tuple[int, ...], entry: QuestionSet) -> bool:
    """Whether a question's answer stands in these lines of a document."""
    alone = replace(document, tables=(replace(document.tables[0], lines=lines),))
    return not any(document.tables[0].id in line for line in uncovered(alone, [item], entry.sources))
