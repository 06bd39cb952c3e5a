"""A PDF that cannot be read ends in one Norwegian sentence that says what to do."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFileError
from ingest.readers import pdf, pdf_page, pdf_words, read
from ingest.readers.pdf import read_pdf


def written(draw: Callable[[Canvas], object], pages: int = 1) -> bytes:
    """A PDF with what `draw` draws on each of its pages."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def text_page(canvas: Canvas) -> None:
    """One line of text."""
    canvas.drawString(72, 700, "En linje med tekst")


def picture_page(canvas: Canvas) -> None:
    """One picture that fills the page."""
    canvas.drawImage(ImageReader(Image.new("L", (8, 8), 90)), 0, 0, 595, 842)


def locked(password: str) -> bytes:
    """A PDF encrypted with a password for reading."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written(text_page))))
    writer.encrypt(password, "eier", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def fault(data: bytes) -> UnreadableFileError:
    """The error that reading `data` ends in."""
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(data, "fil.pdf")
    return caught.value


def test_password_is_asked_for_only_where_it_is_needed() -> None:
    """A file with a reading password is refused; one that opens without is read."""
    error = fault(locked("hemmelig"))
    assert error.code == "encrypted"
    assert "uten passord" in error.message
    assert read_pdf(locked(""), "fil.pdf").lines[0].text == "En linje med tekst"


@pytest.mark.parametrize("data", [b"%PDF-1.7\nsprettert", b"%PDF-1.4\n%%EOF", written(text_page)[:300]])
def test_damaged_file(data: bytes) -> None:
    """Broken bytes are damaged, whatever pypdf raises for them."""
    error = fault(data)
    assert error.code in {"damaged", "empty"}
    assert error.message.endswith(".")


@pytest.mark.parametrize("data", [b"", b" \n", written(lambda _: None)])
def test_empty_file(data: bytes) -> None:
    """No bytes, or pages with nothing on them."""
    assert fault(data).code == "empty"


@pytest.mark.parametrize(("pages", "words"), [(1, "Den ene siden"), (3, "Alle de 3 sidene")])
def test_pictures_only(pages: int, words: str) -> None:
    """A scanned file is told apart, with its pages counted and the remedy named."""
    error = fault(written(picture_page, pages))
    assert error.code == "pictures_only"
    assert words in error.message
    assert "OCR" in error.message


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and the content of one page each have a limit."""
    data = written(text_page, 3)
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    assert (fault(data).code, "3 sider" in fault(data).message) == ("too_many_pages", True)
    monkeypatch.undo()
    monkeypatch.setattr(pdf_page, "MAX_CONTENT_BYTES", 10)
    assert (fault(data).code, "Side 1 " in fault(data).message) == ("too_large", True)
    monkeypatch.undo()
    monkeypatch.setattr(pdf_words, "MAX_WORDS", 2)
    assert fault(data).code == "too_large"


def test_one_page_too_heavy_does_not_lose_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with more on it than is read is marked; the rest is read."""
    monkeypatch.setattr(pdf_words, "MAX_WORDS", 5)
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for index in range(9):
        canvas.drawString(72, 700 - 20 * index, "ord")
    canvas.showPage()
    text_page(canvas)
    canvas.save()
    assert [page.state.value for page in read_pdf(stream.getvalue(), "fil.pdf").pages] == ["damaged", "text"]


def test_one_damaged_page_does_not_lose_the_others() -> None:
    """A page whose content cannot be decoded is marked; the rest is read."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written(text_page, 2))))
    stream = io.BytesIO()
    writer.write(stream)
    data = stream.getvalue()
    first = data.index(b"stream\n") + 7
    broken = data[:first] + b"\x00" * 40 + data[first + 40 :]
    sheet = read_pdf(broken, "fil.pdf")
    assert [page.state.value for page in sheet.pages] == ["damaged", "text"]
    assert [line.text for line in sheet.lines] == ["En linje med tekst"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_other_exception_escapes(data: st.DataObject) -> None:
    """Whatever bytes are changed in a PDF, it is read or refused with a sentence."""
    raw = bytearray(written(text_page, 2))
    for _ in range(data.draw(st.integers(1, 12))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_pdf(bytes(raw), "fil.pdf")
    except UnreadableFileError as error:
        assert error.message


def test_kind_is_told_by_content_before_suffix() -> None:
    """A PDF with another name is a PDF; text needs a suffix of text; the rest is unknown."""
    assert read(written(text_page), "rapport.bin").media_type == "application/pdf"
    assert read("Tekst med æ\n".encode(), "notat.TXT").media_type == "text/plain"
    with pytest.raises(UnreadableFileError) as caught:
        read(b"PK\x03\x04", "regneark.xlsx")
    assert caught.value.code == "unknown_kind"
    assert ".xlsx" in caught.value.message
    assert ".pdf" in caught.value.message
