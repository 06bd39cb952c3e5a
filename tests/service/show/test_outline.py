"""The outline in the terminal."""

import pytest

from ingest.document import Document, Page
from service.show.outline import print_outline, printed_labels
from tests.service.show.printed import printed, widest


def test_the_outline_says_what_the_file_is(document: Document) -> None:
    """Title, source, kind, year, language and counts come first."""
    title, source, facts, *_ = printed(print_outline, document, 100).splitlines()
    assert (title, source) == ("Fangst & <b>fisk</b>", "fangst.txt")
    assert facts == "årsrapport · 2024 · nynorsk · 3 sider · 9 linjer · 1 tabell · 11 tall"


def test_pages_are_told_with_state_and_label(document: Document) -> None:
    """Pages in the same state are one run, and so are labels that count on."""
    text = printed(print_outline, document, 100)
    assert "3–4: tekst" in text
    assert "5: bare bilder" in text
    assert "3–4 trykt som 1–2" in text


def test_labels_that_are_the_page_are_not_repeated() -> None:
    """A label equal to its page is the page; a roman one is named."""
    pages = [Page(1, "i", 1, 1), Page(2, "2", 2, 2), Page(3, None, 3, 3), Page(4, "4", 4, 4), Page(5, "5", 5, 5)]
    assert printed_labels(pages) == ["1 trykt som i", "2", "4–5"]


@pytest.mark.parametrize("width", [60, 80, 160])
def test_every_section_is_there_with_its_lines(sample: Document, width: int) -> None:
    """The tree holds every section in order, and fits the terminal."""
    text = printed(print_outline, sample, width)
    assert widest(text) <= width
    tree = text.split("Innhold", 1)[1]
    for part in sample.layout.sections:
        lines = f"{part.first}–{part.last}" if part.first != part.last else f"{part.first}"
        found = tree.find(f" {lines}\n")
        assert found >= 0, part
        tree = tree[found:]
