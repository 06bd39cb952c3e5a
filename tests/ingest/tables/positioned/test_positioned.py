"""Tables drawn on the spot are cut into the rows and columns they were drawn with; other things are no tables."""

import io
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Sheet
from ingest.readers import read_pdf
from ingest.tables.grid import Grid
from ingest.tables.positioned import cut, find_regions
from ingest.tables.positioned.rows import join_texts

RIGHTS = (300.0, 370.0, 440.0, 510.0)
SIZE = 9


class Drawing:
    """A page that is drawn line by line."""

    def __init__(self, pages: Sequence[float] = (700.0,)) -> None:
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(595, 842))
        self.font()
        self.y = pages[0]

    def font(self, *, bold: bool = False, size: float = SIZE) -> None:
        """Set the font."""
        self.bold, self.size = bold, size
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)

    def row(self, label: str, cells: Sequence[str], step: float = 15.0, rights: Sequence[float] = RIGHTS) -> None:
        """A label and cells that end at `rights`."""
        if label:
            self.canvas.drawString(72, self.y, label)
        for cell, right in zip(cells, rights, strict=False):
            self.canvas.drawRightString(right, self.y, cell)
        self.y -= step

    def text(self, x: float, text: str, step: float = 15.0) -> None:
        """A text from `x`."""
        self.canvas.drawString(x, self.y, text)
        self.y -= step

    def centred(self, x: float, text: str) -> None:
        """A text around `x`, on the line being drawn."""
        self.canvas.drawCentredString(x, self.y, text)

    def page(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()
        self.font(bold=self.bold, size=self.size)
        self.y = 760.0

    def sheet(self) -> Sheet:
        """The sheet that is read from what was drawn."""
        self.canvas.save()
        return read_pdf(self.stream.getvalue(), "tabell.pdf")


def grids(sheet: Sheet) -> list[Grid]:
    """All grids of a sheet."""
    return [grid for region in find_regions(sheet) for grid in cut(sheet, region)]


def header(grid: Grid) -> list[list[str]]:
    """The texts of the header."""
    return [[slot.text for slot in row.slots] for row in grid.header]


def body(grid: Grid) -> list[list[str]]:
    """The texts of the body."""
    return [[slot.text for slot in row.slots] for row in grid.body]


def test_labels_of_several_lines_are_one_row_wherever_the_numbers_stand() -> None:
    """Numbers beside the first, the last or the middle of a label's lines belong to that label."""
    page = Drawing()
    page.font(bold=True)
    page.row("Ordning", ["2023", "2024"], 16)
    page.font()
    page.row("Første linje av en lang etikett", ["1 204", "1 310"], 11)
    page.row("som går videre her", [], 16)
    page.row("En etikett som har tallene sine", [], 11)
    page.row("på den siste linja", ["88", "91"], 16)
    page.row("En etikett med tallene midt", [], 5.5)
    page.row("", ["12 000", "13 500"], 5.5)
    page.row("mellom sine to linjer", [], 16)
    page.row("Sum", ["13 292", "14 901"])
    (grid,) = grids(page.sheet())
    assert body(grid) == [
        ["Første linje av en lang etikett som går videre her", "1 204", "1 310"],
        ["En etikett som har tallene sine på den siste linja", "88", "91"],
        ["En etikett med tallene midt mellom sine to linjer", "12 000", "13 500"],
        ["Sum", "13 292", "14 901"],
    ]


def test_rows_as_close_as_lines_are_parted_by_their_words() -> None:
    """With no padding, a lower-case line goes on with a label and a capital begins a heading of a group."""
    page = Drawing()
    page.font(bold=True)
    page.row("", ["2023", "2024"], 11)
    page.font()
    page.row("Tilskudd til kommuner og", [], 11)
    page.row("fylkeskommuner", ["410", "420"], 11)
    page.row("Driftsutgifter", [], 11)
    page.row("Lønn", ["100", "110"], 11)
    page.row("Varer, tjenester og", ["50", "55"], 11)
    page.row("leie av lokaler", [], 11)
    page.row("Sum", ["560", "585"], 11)
    (grid,) = grids(page.sheet())
    assert body(grid) == [
        ["Tilskudd til kommuner og fylkeskommuner", "410", "420"],
        ["Driftsutgifter", "", ""],
        ["Lønn", "100", "110"],
        ["Varer, tjenester og leie av lokaler", "50", "55"],
        ["Sum", "560", "585"],
    ]


@pytest.mark.parametrize("step", [11, 15])
@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_group_headers_belong_to_the_columns_they_are_printed_over(align: str, step: float) -> None:
    """However a group header is aligned, and however close, each of its columns gets its text."""
    page = Drawing()
    page.font(bold=True)
    for text, first, last in (("Menn i arbeid", 0, 1), ("Kvinner i arbeid", 2, 3)):
        left = RIGHTS[first] - page.canvas.stringWidth("2023", "Helvetica-Bold", SIZE)
        place = {"left": left, "centre": (left + RIGHTS[last]) / 2, "right": RIGHTS[last]}[align]
        draw = {"left": page.canvas.drawString, "centre": page.canvas.drawCentredString}
        draw.get(align, page.canvas.drawRightString)(place, page.y, text)
    page.y -= step
    page.row("Region", ["2023", "2024", "2023", "2024"])
    page.font()
    for name in ("Nord", "Sør", "Vest"):
        page.row(name, ["1 000", "1 100", "2 000", "2 200"])
    (grid,) = grids(page.sheet())
    assert header(grid) == [
        ["", "Menn i arbeid", "Menn i arbeid", "Kvinner i arbeid", "Kvinner i arbeid"],
        ["Region", "2023", "2024", "2023", "2024"],
    ]


def test_columns_closer_than_a_word_space_and_cells_that_touch_their_neighbours() -> None:
    """Places decide: grouped numbers with three points between them are four cells."""
    page = Drawing()
    page.font(bold=True)
    rights = (240.0, 290.0, 340.0, 372.0)
    page.row("", ["Tildeling", "Regnskap", "Avvik", "Note"], rights=rights)
    page.font()
    rows = [["14 329 860", "13 942 814", "387 046", "0"], ["1 160 473", "14 169 387", "-14 329", "12"]]
    for index, cells in enumerate(rows):
        page.row(f"Post {index}1", cells, rights=rights)
    (grid,) = grids(page.sheet())
    assert [row[1:] for row in body(grid)] == rows


def test_a_grid_that_goes_on_over_pages_is_one_with_one_header() -> None:
    """A repeated header is taken once, and rows on the next page follow those before."""
    page = Drawing([120.0])
    page.canvas.drawString(72, 780, "Et avsnitt med løpende tekst øverst på siden, før tabellen som står nederst.")
    for part in (range(4), range(4, 9)):
        page.font(bold=True)
        page.row("Kapittel", ["2023", "2024"])
        page.font()
        for index in part:
            page.row(f"Kap. {index}", [f"{index} 100", f"{index} 200"])
        if part.start == 0:
            page.page()
    (grid,) = grids(page.sheet())
    assert header(grid) == [["Kapittel", "2023", "2024"]]
    assert [row[0] for row in body(grid)] == [f"Kap. {index}" for index in range(9)]


def test_notes_under_a_grid_are_its_notes_and_running_text_is_not() -> None:
    """Marked and small lines belong to the grid; the next paragraph does not."""
    page = Drawing()
    page.font(size=11)
    page.text(72, "Et avsnitt med vanlig tekst står foran tabellen og gir størrelsen på skriften.", 24)
    page.font(bold=True)
    page.row("Ordning", ["2023", "2024"])
    page.font()
    page.row("Stønad*", ["1 200", "1 300"])
    page.row("Tilskudd", ["800", "750"])
    page.font(size=7.5)
    page.text(72, "* Gjelder fra mai.", 10)
    page.text(72, "Kilde: egne tall.", 26)
    page.font(size=11)
    page.text(72, "Etter tabellen kommer det et nytt avsnitt som ikke hører til den i det hele tatt.")
    sheet = page.sheet()
    (grid,) = grids(sheet)
    assert [sheet.line(number).text for number in grid.notes] == ["* Gjelder fra mai.", "Kilde: egne tall."]
    assert not any("nytt avsnitt" in sheet.line(number).text for number in grid.lines)


def test_a_column_with_a_name_and_no_cells_is_a_column() -> None:
    """An empty column between filled ones is told by its header."""
    page = Drawing()
    page.font(bold=True)
    page.row("Post", ["2022", "2023", "2024"])
    page.font()
    for name in ("Lønn", "Drift", "Reiser"):
        page.row(name, ["10", "", "12"])
    (grid,) = grids(page.sheet())
    assert header(grid) == [["Post", "2022", "2023", "2024"]]
    assert body(grid)[0] == ["Lønn", "10", "", "12"]


def test_texts_in_cells_of_several_lines_and_paragraphs() -> None:
    """A table of texts: lines and paragraphs of a cell stay in it."""
    page = Drawing()
    page.font(bold=True)
    page.canvas.drawString(220, page.y, "Beskrivelse")
    page.text(72, "Rolle", 18)
    page.font()
    for role in ("Eier", "Forvalter"):
        page.canvas.drawString(220, page.y, f"{role} har ansvar for at tjenesten brukes slik")
        page.text(72, role, 11)
        page.text(220, "avtalen sier.", 20)
        page.text(220, "Ansvaret kan ikke settes bort.", 20)
    (grid,) = grids(page.sheet())
    assert header(grid) == [["Rolle", "Beskrivelse"]]
    text = "har ansvar for at tjenesten brukes slik avtalen sier. Ansvaret kan ikke settes bort."
    assert body(grid) == [["Eier", f"Eier {text}"], ["Forvalter", f"Forvalter {text}"]]


def contents(page: Drawing) -> None:
    """A table of contents without leaders."""
    for index, name in enumerate(["Innledning", "Mål og resultater", "Styring", "Regnskap", "Vedlegg"]):
        page.row(f"{index + 1} {name}", [str(3 + 4 * index)])


def leaders(page: Drawing) -> None:
    """A table of contents with leaders."""
    for index in range(6):
        page.text(72, f"{index + 1}.1 Et kapittel om noe {'.' * 60} {index * 3 + 2}")


def numbered_list(page: Drawing) -> None:
    """A list with hanging numbers."""
    for index in range(6):
        page.canvas.drawString(72, page.y, f"{index + 1}.")
        page.text(92, f"Punkt med tall: {index + 1} 200 personer fikk svar innen {index + 3} dager")


def bullets(page: Drawing) -> None:
    """A list with bullets."""
    for index in range(6):
        page.canvas.drawString(72, page.y, "•")
        page.text(92, f"Et punkt i en liste, nummer {index}")


def two_columns(page: Drawing) -> None:
    """Running text in two columns."""
    for index in range(14):
        page.canvas.drawString(60, page.y, f"Venstre spalte med løpende tekst som fyller {index}")
        page.text(310, f"Høyre spalte med annen løpende tekst som fyller {index}", 12)


def chart(page: Drawing) -> None:
    """The axes of a chart."""
    for tick in ("15 000", "10 000", "5 000", "0"):
        page.text(72, tick, 40)
    for index in range(8):
        page.canvas.drawCentredString(130 + 45 * index, page.y + 30, str(2017 + index))


def prose_with_numbers(page: Drawing) -> None:
    """A paragraph whose lines hold many numbers."""
    for index in range(8):
        page.text(
            72, f"I 2024 fikk 19 347 personer {index} 212 kroner, mot 18 412 personer og 1 100 kroner året før.", 12
        )


@pytest.mark.parametrize(
    "draw",
    [contents, leaders, numbered_list, bullets, two_columns, chart, prose_with_numbers],
    ids=lambda f: f.__name__,
)
def test_what_is_no_grid(draw: object) -> None:
    """Contents pages, lists, columns of text, charts and prose hold no grid."""
    page = Drawing()
    draw(page)  # type: ignore[operator]
    assert find_regions(page.sheet()) == ()


NUMBERS = st.one_of(
    st.integers(0, 9_999_999).map(lambda value: f"{value:,}".replace(",", " ")),
    st.decimals(0, 999, places=1).map(lambda value: str(value).replace(".", ",")),
    st.just("-"),
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_table_of_numbers_comes_back_as_it_was_drawn(data: st.DataObject) -> None:
    """Every cell stands in its row and column, and every slot is exactly the characters that it points to."""
    width = data.draw(st.integers(2, 4))
    height = data.draw(st.integers(3, 12))
    rows = [[data.draw(NUMBERS) for _ in range(width)] for _ in range(height)]
    rows[0] = [f"{index + 1} 234" for index in range(width)]
    years = [str(2020 + index) for index in range(width)]
    page = Drawing()
    page.font(bold=True)
    page.row("Tekst", years)
    page.font()
    for index, cells in enumerate(rows):
        page.row(f"Rad {'abcdefghijkl'[index]}", cells)
    sheet = page.sheet()
    (grid,) = grids(sheet)
    assert header(grid) == [["Tekst", *years]]
    assert [row[1:] for row in body(grid)] == rows
    for row in (*grid.header, *grid.body):
        for slot in row.slots:
            assert slot.text == join_texts(sheet.line(span.line).text[span.start : span.end] for span in slot.spans)
