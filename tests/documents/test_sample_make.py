"""The sample documents are made from data, and always the same."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from documents.make import BOOKS, make

FILES = ("pdf/{}.pdf", "text/{}.txt", "truth/{}.json")


@pytest.mark.parametrize("name", BOOKS)
def test_made_again_is_the_same(name: str, tmp_path: Path, documents_folder: Path) -> None:
    """Making a document again gives the committed files byte for byte."""
    make(name, tmp_path)
    for pattern in FILES:
        file = pattern.format(name)
        assert (tmp_path / file).read_bytes() == (documents_folder / file).read_bytes(), file


def test_printed_labels_differ_from_physical_pages(documents_folder: Path) -> None:
    """The PDFs say page labels that are not the physical numbers."""
    labels = PdfReader(documents_folder / "pdf" / "arsrapport_2024.pdf").page_labels
    assert labels[:4] == ["i", "ii", "1", "2"]


def test_pdf_has_an_outline(documents_folder: Path) -> None:
    """Chapters are bookmarks, with their sections under them."""
    outline = PdfReader(documents_folder / "pdf" / "arsrapport_2024.pdf").outline
    assert [entry["/Title"] for entry in outline if not isinstance(entry, list)][:2] == [
        "1 Leders beretning",
        "2 Introduksjon til virksomheten og hovedtall",
    ]


def test_text_pages_begin_with_a_space_or_a_running_head(made: Any) -> None:
    """Every page of the text begins as the extraction tool writes it."""
    firsts = [page for page in made.truth["pages"] if page["text"]]
    starts = [line for line in made.lines if line.startswith(" ") and line.strip()]
    heads = [line for line in made.lines if line.startswith("Tåke- og fyretatens årsrapport 2024 ")]
    assert len(starts) + len(heads) >= len(firsts) - 1
