"""Some pages of a document."""

import pytest

from ingest.document import Document
from service.show.errors import ShowError
from service.show.part import page_range, part_of


def test_a_page_keeps_what_stands_on_it(document: Document) -> None:
    """Lines, blocks and figures of the page; a table that goes on there is kept whole."""
    part = part_of(document, range(4, 5))
    assert [line.number for line in part.sheet.lines] == [7, 8, 9]
    assert {span.line for figure in part.figures for span in figure.spans} == {7, 8}
    assert [table.id for table in part.tables] == ["t1"]
    assert part.passages == ()


@pytest.mark.parametrize(("text", "pages"), [("12", range(12, 13)), ("3-5", range(3, 6)), (" 3 – 5 ", range(3, 6))])
def test_pages_are_asked_for_by_number(text: str, pages: range) -> None:
    """One page, or two with both ends."""
    assert page_range(text) == pages


@pytest.mark.parametrize("text", ["", "x", "5-3", "1,2", "-3"])
def test_what_is_no_page_is_refused(text: str) -> None:
    """The sentence shows how to write it."""
    with pytest.raises(ShowError, match="Skriv for eksempel 12 eller 12-15"):
        page_range(text)


def test_a_page_that_is_not_there_is_refused_with_those_that_are(document: Document) -> None:
    """The sentence names the pages there are."""
    with pytest.raises(ShowError, match=r"ikke side 9\. Sidene er 3–5"):
        part_of(document, range(9, 10))
