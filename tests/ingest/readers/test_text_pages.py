"""Pages of texts that were extracted page by page and kept few signs of it."""

from pathlib import Path

import pytest

from ingest.document import Sheet
from ingest.readers.pages_labels import printed_numbers
from ingest.readers.text import read_text

_BODY = [f"Linje {number} av en side med vanlig tekst om havn og fyr." for number in range(1, 31)]


def _page(first: str, rows: bool = False) -> list[str]:
    table = ["", " 2023 2024", "", "Lykter 4 5", ""] if rows else []
    return [f" {first}", *_BODY[:15], *table, *_BODY[15:]]


def test_pages_begin_where_a_space_follows_text() -> None:
    """A line that begins with a space right under text begins a page; a table row after a gap does not."""
    lines = [line for number in range(6) for line in _page(f"Side begynner {number}", rows=number % 2 == 0)]
    sheet = read_text("\n".join(lines).encode(), "a.txt")
    starts = [sheet.line(page.first).text for page in sheet.pages]
    assert starts == [f" Side begynner {number}" for number in range(6)]


def test_printed_numbers_pin_the_count() -> None:
    """A page number under a running head gives the pages before and after it their numbers."""
    head = ["Fyrvesenets årsrapport 2024      14. mars 2025", "   ", "", "{}", " ", ""]
    lines: list[str] = []
    for number in range(4, 13):
        kept = [line.format(number) for line in head] if number in (6, 10) else []
        lines += [*kept, *(_BODY if kept else _page(f"Ny side {number}"))]
    sheet = read_text("\n".join(lines).encode(), "a.txt")
    assert [page.number for page in sheet.pages] == list(range(4, 13))
    assert {page.number: page.label for page in sheet.pages if page.label} == {6: "6", 10: "10"}


def test_a_page_word_names_the_number() -> None:
    """«Side 7» alone on its line is a printed page number; a lone number in a table is not."""
    lines = [*_BODY, "", "Side 7", "", *_BODY, "", "12", "", *_BODY, "", "Side 9", "", *_BODY]
    assert [printed.value for printed in printed_numbers(lines)] == [7, 9]


@pytest.fixture(scope="module")
def report(real_documents: Path) -> Sheet:
    """The real annual report."""
    path = next(real_documents.glob("000_*.txt"))
    return read_text(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def letter(real_documents: Path) -> Sheet:
    """The real allocation letter."""
    path = next(real_documents.glob("002_*.txt"))
    return read_text(path.read_bytes(), path.name)


@pytest.mark.real
def test_report_pages_agree_with_their_printed_numbers(report: Sheet) -> None:
    """The three page numbers that survive stand on the pages with those numbers, and label them."""
    for line, number in ((378, 10), (3310, 55), (6736, 106)):
        assert report.line(line).page == number
        assert next(page.label for page in report.pages if page.number == number) == str(number)
    assert sum(page.label is not None for page in report.pages) == 3


@pytest.mark.real
@pytest.mark.parametrize(
    ("line", "page"),
    [
        (1, 4),
        (54, 4),
        (55, 5),
        (82, 6),
        (137, 7),
        (247, 8),
        (326, 9),
        (421, 11),
        (470, 12),
        (523, 13),
        (823, 17),
        (2018, 38),
        (2063, 39),
        (2284, 41),
        (2358, 43),
        (2493, 44),
        (3348, 55),
        (3391, 56),
        (4875, 74),
        (6601, 104),
        (6796, 107),
    ],
)
def test_report_lines_stand_on_their_pages(report: Sheet, line: int, page: int) -> None:
    """Page starts are told from table rows that begin with a space too."""
    assert report.line(line).page == page


@pytest.mark.real
@pytest.mark.parametrize(
    ("line", "page"),
    [(1, 2), (84, 3), (1194, 16), (1285, 17), (1958, 25), (2049, 26), (2794, 34), (3288, 40), (4863, 58)],
)
def test_letter_lines_stand_on_their_pages(letter: Sheet, line: int, page: int) -> None:
    """Two page numbers survive in the letter («Side 17», «Side 26»); its text begins on page 2."""
    assert letter.line(line).page == page
