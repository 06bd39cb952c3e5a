"""Whatever is read is read or refused in plain words, and what is said of it stands where it is said to stand."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document
from ingest.errors import UnreadableFileError
from ingest.read import read_document
from tests.fuzz import CELLS, TABLES, TEXTS

SHORT = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck))


def checked(data: bytes, source: str) -> Document | None:
    """The document, with every place in it looked up; None when it was refused."""
    try:
        document = read_document(data, source)
    except UnreadableFileError as error:
        assert error.message.endswith(".")
        return None
    lines = document.sheet.lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for passage in document.passages:
        cited = [lines[number - 1].text.strip() for number in passage.lines]
        assert [line.strip() for line in passage.text.split("\n")] == cited
    ids = {passage.id for passage in document.passages}
    for figure in document.figures:
        assert figure.passage in ids
        assert figure.value.is_finite()
        for span in figure.spans:
            assert 0 <= span.start < span.end <= len(lines[span.line - 1].text)
    for table in document.tables:
        for cell in table.cells:
            assert cell.row < len(table.rows)
            assert cell.column < len(table.columns)
    return document


def any_text(text: str) -> None:
    """A text, and the same as a table under its caption."""
    checked(text.encode(errors="replace"), "fil.txt")


def any_table(table: str, before: str) -> None:
    """A table under a caption, with something before it."""
    checked(f"{before}\nTabell 1. Noe i 2023 og 2024\n{table}\nSlutt.\n".encode(errors="replace"), "fil.txt")


def any_page(rows: list[tuple[float, float, str]]) -> None:
    """A page of a PDF with texts anywhere on it, outside it too."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for x, y, text in rows:
        canvas.drawString(x, y, text)
    canvas.save()
    checked(out.getvalue(), "fil.pdf")


def any_bytes(data: bytes, at: int) -> None:
    """Bytes of any kind in the middle of a PDF."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "Etaten hadde 214 ansatte i 2024")
    canvas.save()
    whole = out.getvalue()
    place = at % len(whole)
    checked(whole[:place] + data + whole[place + len(data) :], "fil.pdf")


PLACES = st.floats(-100, 900, allow_nan=False)
ROWS = st.lists(st.tuples(PLACES, PLACES, st.one_of(CELLS, TEXTS)), max_size=25)
WAYS = {
    "text": (any_text, (TEXTS,)),
    "table": (any_table, (TABLES, TEXTS)),
    "page": (any_page, (ROWS,)),
    "bytes": (any_bytes, (st.binary(min_size=1, max_size=40), st.integers(0, 10_000))),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_little_of_everything(way: str) -> None:
    """A few of each kind, others every time."""
    check, made = WAYS[way]
    SHORT(given(*made)(check))()  # type: ignore[arg-type]


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS)
def test_a_lot_of_everything(way: str) -> None:
    """Thousands of each kind."""
    check, made = WAYS[way]
    LONG(given(*made)(check))()  # type: ignore[arg-type]
