"""PDFs made on the spot with reportlab are read as they were written."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Page, PageState, Sheet
from ingest.readers import read
from ingest.readers.pdf import read_pdf

REAL = Path(__file__).parents[4] / "shared" / "pdfs"


def canvas(**options: object) -> tuple[Canvas, io.BytesIO]:
    """A canvas for an A4 page and the file it is written to."""
    stream = io.BytesIO()
    return Canvas(stream, pagesize=(595, 842), **options), stream


def finished(pages: Canvas, stream: io.BytesIO) -> Sheet:
    """The sheet read from what was drawn."""
    pages.save()
    return read_pdf(stream.getvalue(), "prøve.pdf")


def texts(sheet: Sheet) -> list[str]:
    """The texts of a sheet's lines."""
    return [line.text for line in sheet.lines]


def picture() -> ImageReader:
    """A small grey picture."""
    from PIL import Image

    return ImageReader(Image.new("L", (8, 8), 128))


def test_lines_come_from_the_top_with_numbers_pages_and_places() -> None:
    """Lines are ordered by their place, not by when they were drawn, and numbered over the pages."""
    pages, stream = canvas()
    pages.drawString(72, 680, "Nederst")
    pages.setFont("Helvetica-Bold", 16)
    pages.drawString(72, 700, "Øverst på siden")
    pages.showPage()
    pages.drawString(72, 700, "Neste side")
    sheet = finished(pages, stream)
    assert texts(sheet) == ["Øverst på siden", "Nederst", "Neste side"]
    assert [(line.number, line.page) for line in sheet.lines] == [(1, 1), (2, 1), (3, 2)]
    assert sheet.pages == (Page(1, None, 1, 2), Page(2, None, 3, 3))
    heading = sheet.lines[0]
    assert (heading.size, heading.bold, heading.y) == (16, True, 700)
    assert not sheet.lines[1].bold


def test_segments_carry_the_places_of_columns() -> None:
    """A wide gap parts segments; a number grouped by spaces stays one segment."""
    pages, stream = canvas()
    pages.setFont("Helvetica", 10)
    pages.drawString(72, 700, "Lønn og sosiale utgifter")
    pages.drawRightString(300, 700, "1 234 567")
    pages.drawRightString(400, 700, "-12,5 %")
    line = finished(pages, stream).lines[0]
    assert line.text == "Lønn og sosiale utgifter 1 234 567 -12,5 %"
    assert [line.text[part.start : part.end] for part in line.segments] == [
        "Lønn og sosiale utgifter",
        "1 234 567",
        "-12,5 %",
    ]
    assert line.segments[0].x0 == pytest.approx(72)
    assert line.segments[1].x1 == pytest.approx(300, abs=0.1)
    assert line.segments[2].x1 == pytest.approx(400, abs=0.1)


def test_narrow_columns_are_parted_where_their_gap_is_unusual() -> None:
    """Two grouped numbers half an em apart are two segments although a group gap is a quarter."""
    pages, stream = canvas()
    pages.setFont("Helvetica", 9)
    pages.drawRightString(200, 700, "14 329 860")
    pages.drawString(205, 700, "13 942 814")
    line = finished(pages, stream).lines[0]
    assert [line.text[part.start : part.end] for part in line.segments] == ["14 329 860", "13 942 814"]


def test_columns_closer_than_a_space_are_parted_where_spaces_are_written() -> None:
    """A word reached by a move is another piece in a page that writes its spaces; overlapping words are too."""
    pages, stream = canvas()
    pages.setFont("Helvetica", 8)
    pages.drawString(72, 700, "Kapittel og post i regnskapet")
    pages.drawString(72, 690, "Post")
    pages.drawString(72 + pages.stringWidth("Post", "Helvetica", 8) + 2, 690, "Posttekst")
    pages.drawString(150, 690, "Utgiftskapittel")
    pages.drawString(196, 690, "Kapittelnavn")
    line = finished(pages, stream).lines[1]
    assert [line.text[part.start : part.end] for part in line.segments] == [
        "Post",
        "Posttekst",
        "Utgiftskapittel",
        "Kapittelnavn",
    ]


def test_words_drawn_letter_by_letter_are_joined() -> None:
    """Letters placed one at a time make words again, and a real gap makes a space."""
    pages, stream = canvas()
    pages.setFont("Helvetica", 10)
    x = 72.0
    for character in "to ord":
        if character != " ":
            pages.drawString(x, 700, character)
        x += pages.stringWidth(character, "Helvetica", 10)
    assert texts(finished(pages, stream)) == ["to ord"]


def test_stretched_spaces_of_a_justified_line_do_not_part_it() -> None:
    """Word spacing of one em is still a space between words."""
    pages, stream = canvas()
    text = pages.beginText(72, 700)
    text.setFont("Helvetica", 10)
    text.setWordSpace(8)
    text.textLine("En rett linje med strukne mellomrom")
    pages.drawText(text)
    (line,) = finished(pages, stream).lines
    assert line.text == "En rett linje med strukne mellomrom"
    assert len(line.segments) == 1


def test_footnote_mark_stays_in_its_line_glued_to_its_word() -> None:
    """A small raised digit is kept where it stands and gives no line of its own."""
    pages, stream = canvas()
    text = pages.beginText(72, 700)
    text.setFont("Helvetica", 11)
    text.textOut("Satsen gjelder i alle land")
    text.setFont("Helvetica", 7)
    text.setRise(4)
    text.textOut("10")
    text.setFont("Helvetica", 11)
    text.setRise(0)
    text.textOut(" fra mai")
    pages.drawText(text)
    (line,) = finished(pages, stream).lines
    assert line.text == "Satsen gjelder i alle land10 fra mai"
    assert line.size == 11


def test_blank_line_marks_a_paragraph_break_only() -> None:
    """One empty line stands for a gap larger than the line pitch."""
    pages, stream = canvas()
    for y, line in [(700, "Første linje av et avsnitt"), (686, "andre linje"), (672, "tredje."), (646, "Nytt avsnitt")]:
        pages.drawString(72, y, line)
    assert texts(finished(pages, stream)) == [
        "Første linje av et avsnitt",
        "andre linje",
        "tredje.",
        "",
        "Nytt avsnitt",
    ]


def test_rows_of_an_airy_table_are_not_parted_by_blank_lines() -> None:
    """Regular wide steps between rows of cells are the table's own pitch."""
    pages, stream = canvas()
    pages.setFont("Helvetica", 10)
    for index in range(8):
        pages.drawString(72, 780 - 12 * index, "Brødtekst som fyller linja i et avsnitt")
    for index in range(5):
        pages.drawString(72, 660 - 20 * index, f"Rad {index}")
        pages.drawRightString(300, 660 - 20 * index, f"{index}00")
    lines = texts(finished(pages, stream))
    assert lines[-5:] == [f"Rad {index} {index}00" for index in range(5)]


LEFT = "Venstre spalte har løpende tekst som går helt ut"
RIGHT = "Høyre spalte leses etterpå og ikke inne imellom"


def two_columns(pages: Canvas, rows: int, shift: float = 0.0) -> None:
    """Draw two columns of running text."""
    pages.setFont("Helvetica", 9)
    for index in range(rows):
        pages.drawString(60, 700 - 12 * index, f"{LEFT} {index}")
        pages.drawString(310, 700 - 12 * index - shift, f"{RIGHT} {index}")


@pytest.mark.parametrize("shift", [0.0, 5.0])
def test_columns_of_running_text_are_read_one_after_the_other(shift: float) -> None:
    """The left column comes before the right one, whether or not their baselines agree."""
    pages, stream = canvas()
    pages.drawString(60, 740, "En overskrift som går over begge spaltene på denne siden")
    two_columns(pages, 12, shift)
    pages.drawString(60, 520, "Et avsluttende avsnitt som går over begge spaltene på siden")
    lines = [line for line in texts(finished(pages, stream)) if line]
    assert lines[0].startswith("En overskrift")
    assert lines[1:13] == [f"{LEFT} {index}" for index in range(12)]
    assert lines[13:25] == [f"{RIGHT} {index}" for index in range(12)]
    assert lines[25].startswith("Et avsluttende")


def test_a_table_of_texts_is_read_row_by_row() -> None:
    """Columns whose rows begin together again and again are a table, not columns of a page."""
    pages, stream = canvas()
    pages.setFont("Helvetica", 9)
    for index in range(6):
        y = 700 - 34 * index
        pages.drawString(60, y, f"Målet nummer {index} er beskrevet med ord her,")
        pages.drawString(60, y - 11, "og beskrivelsen går over to linjer i cella")
        pages.drawString(310, y, f"Styringsparameter {index} er også en lang tekst,")
        pages.drawString(310, y - 11, "som deles på to linjer på samme vis")
    lines = [line for line in texts(finished(pages, stream)) if line]
    assert "Målet nummer 0" in lines[0]
    assert "Styringsparameter 0" in lines[0]


def test_bullets_of_unused_codes_are_bullets() -> None:
    """Reportlab writes a bullet as a code without a character; the format makes it a bullet."""
    pages, stream = canvas()
    pages.drawString(72, 700, "• Punkt")
    assert texts(finished(pages, stream)) == ["• Punkt"]


def test_turned_page_is_read_as_it_is_shown() -> None:
    """A page that is shown on its side gives lines along its text."""
    pages, stream = canvas()
    pages.translate(595, 0)
    pages.rotate(90)
    pages.drawString(72, 500, "Liggende tabell")
    pages.drawString(72, 486, "Andre linje")
    pages.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(stream.getvalue())))
    assert texts(read_pdf(stream.getvalue(), "a.pdf")) == ["Liggende tabell", "Andre linje"]
    writer.pages[0].rotate(90)
    turned = io.BytesIO()
    writer.write(turned)
    sheet = read_pdf(turned.getvalue(), "b.pdf")
    assert texts(sheet) == ["Liggende tabell", "Andre linje"]
    assert sheet.lines[0].segments[0].x0 == pytest.approx(72)
    assert sheet.lines[0].y == pytest.approx(500)


def test_turned_text_comes_after_the_text_of_the_page() -> None:
    """A note up the margin does not disturb the lines, and is not lost."""
    pages, stream = canvas()
    pages.drawString(72, 700, "Vanlig linje")
    pages.drawString(72, 686, "Enda en")
    pages.rotate(90)
    pages.drawString(300, -40, "Marg")
    assert texts(finished(pages, stream)) == ["Vanlig linje", "Enda en", "", "Marg"]


def test_text_drawn_twice_for_bold_is_read_once() -> None:
    """A copy almost on top of a word is the same word."""
    pages, stream = canvas()
    for shift in (0.0, 0.3):
        pages.drawString(72 + shift, 700, "Sum 2024")
    assert texts(finished(pages, stream)) == ["Sum 2024"]


def test_text_outside_the_page_is_left_out() -> None:
    """What stands outside the crop box is not on the page."""
    pages, stream = canvas()
    pages.drawString(72, 700, "Synlig")
    pages.drawString(72, -50, "Rest")
    pages.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(stream.getvalue())))
    writer.pages[0].cropbox = RectangleObject((0, 0, 595, 842))
    cropped = io.BytesIO()
    writer.write(cropped)
    assert texts(read_pdf(cropped.getvalue(), "a.pdf")) == ["Synlig"]


def test_forms_drawn_on_the_page_are_read_in_place() -> None:
    """Text inside a form XObject is found where the form is drawn."""
    pages, stream = canvas()
    pages.beginForm("stempel")
    pages.drawString(0, 0, "I et skjema")
    pages.endForm()
    pages.translate(100, 600)
    pages.doForm("stempel")
    (line,) = finished(pages, stream).lines
    assert (line.text, line.segments[0].x0, line.y) == ("I et skjema", 100, 600)


def test_title_outline_and_labels_come_from_the_file() -> None:
    """Metadata title, bookmarks with levels and pages, and page labels are kept."""
    pages, stream = canvas()
    pages.setTitle("Årsrapport for et oppdiktet direktorat")
    pages.drawString(72, 700, "Forside")
    pages.showPage()
    pages.bookmarkPage("a")
    pages.addOutlineEntry("1 Innledning", "a", 0)
    pages.drawString(72, 700, "Tekst")
    pages.showPage()
    pages.bookmarkPage("b")
    pages.addOutlineEntry("1.1 Om oss", "b", 1)
    pages.drawString(72, 700, "Mer")
    pages.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(stream.getvalue())))
    writer.set_page_label(0, 0, style="/r")
    writer.set_page_label(1, 2, style="/D", start=7)
    labelled = io.BytesIO()
    writer.write(labelled)
    sheet = read_pdf(labelled.getvalue(), "a.pdf")
    assert sheet.title == "Årsrapport for et oppdiktet direktorat"
    assert sheet.outline == ((1, "1 Innledning", 2), (2, "1.1 Om oss", 3))
    assert [page.label for page in sheet.pages] == ["i", "7", "8"]


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - utkast3", "rapport_v2.docx", "  ", "12"])
def test_a_title_made_by_a_program_is_none(title: str) -> None:
    """File names and default titles say nothing of the document."""
    pages, stream = canvas()
    pages.setTitle(title)
    pages.drawString(72, 700, "Tekst")
    assert finished(pages, stream).title is None


def test_pages_of_pictures_are_marked_among_pages_of_text() -> None:
    """A picture page and a blank page keep their place and say what they are."""
    pages, stream = canvas()
    pages.drawString(72, 700, "Tekst")
    pages.showPage()
    pages.drawImage(picture(), 0, 0, 595, 842)
    pages.showPage()
    pages.showPage()
    sheet = finished(pages, stream)
    assert [page.state for page in sheet.pages] == [PageState.TEXT, PageState.PICTURES, PageState.EMPTY]
    assert (sheet.pages[1].first, sheet.pages[1].last) == (2, 1)


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_dir(), reason="the real PDFs are not at hand")
def test_real_pdfs_are_read_whole() -> None:
    """Every real PDF is read without error; the one of screenshots says so page by page."""
    sheets = {path.name: read(path.read_bytes(), path.name) for path in sorted(REAL.glob("*.pdf"))}
    assert all(line.text == line.text.strip() for sheet in sheets.values() for line in sheet.lines)
    screenshots = next(sheet for name, sheet in sheets.items() if "bilder" in name)
    assert sum(page.state is PageState.PICTURES for page in screenshots.pages) > len(screenshots.pages) / 2
    codes = next(sheet for name, sheet in sheets.items() if "saft" in name)
    row = next(line for line in codes.lines if line.text.startswith("31 "))
    assert [row.text[part.start : part.end] for part in row.segments][0::2] == ["31", "4"]
