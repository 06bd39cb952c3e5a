"""The page beside its source."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from ingest.document import Document
from service.show.html import as_html
from service.show.html.markup import Html, element
from service.show.part import part_of

_VOID = {"meta", "input"}


class Reader(HTMLParser):
    """Reads a page strictly: what is open, which elements with which attributes, and the text of each anchor."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; those with no end are not open."""
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append((tag, dict(attrs).get("id")))

    def handle_endtag(self, tag: str) -> None:
        """What closes is what was opened last."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Text belongs to every anchor it stands in."""
        for _, anchor in self.open:
            if anchor:
                self.texts[anchor] = self.texts.get(anchor, "") + data


def parsed(page: str) -> Reader:
    """A page, read; everything opened is closed."""
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_nothing_in_a_document_becomes_markup(document: Document) -> None:
    """Tags in a line, a title or a heading are text, and no script can run."""
    page = as_html(document)
    tags = {tag for tag, _ in parsed(page).elements}
    assert not tags & {"script", "img", "link", "iframe"}
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>fisk</b>" not in page


def test_attributes_cannot_be_broken_out_of(document: Document) -> None:
    """A quote in a label stays inside the title it is shown in."""
    evil = replace(document.figures[0], label='sild" onmouseover="alert(1)')
    reader = parsed(as_html(replace(document, figures=(evil, *document.figures[1:]))))
    assert not any("onmouseover" in attributes for _, attributes in reader.elements)


def test_the_page_needs_nothing_else(sample: Document) -> None:
    """No address is fetched, and the policy in the page forbids it."""
    page = as_html(sample)
    elements = parsed(page).elements
    links = {value for _, attributes in elements for key, value in attributes.items() if key in ("src", "href")}
    assert all(link is not None and link.startswith("#") for link in links)
    assert any("default-src 'none'" in (attributes.get("content") or "") for _, attributes in elements)
    assert not re.search(r"url\(|@import", page)


def test_every_line_table_and_figure_is_there(sample: Document) -> None:
    """Each line with text as it stands, each table once, each cell and each figure marked in the source."""
    reader = parsed(as_html(sample))
    for line in sample.sheet.lines:
        if line.text.strip():
            assert reader.texts[f"L{line.number}"] == f"{line.number}{line.text}"
    anchors = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    for figure in sample.figures:
        first = min(figure.spans)
        assert reader.texts[f"m-{figure.id}"] == sample.sheet.line(first.line).text[first.start : first.end]
    for table in sample.tables:
        assert anchors.count(table.id) == 1
        for cell in table.cells:
            assert cell.text in reader.texts[f"{table.id}-r{cell.row + 1}-k{cell.column + 1}"]


def test_every_link_leads_somewhere(sample: Document) -> None:
    """From the lists, from source to reading, and back."""
    reader = parsed(as_html(sample))
    anchors = {attributes.get("id") for _, attributes in reader.elements}
    targets = {attributes["href"] for tag, attributes in reader.elements if tag == "a"}
    assert {target for target in targets if target and target[1:] not in anchors} == set()


def test_a_figure_shows_its_fields(document: Document) -> None:
    """Over the mark: every field; beside it: the value with scale and unit, the period and the label."""
    reader = parsed(as_html(document))
    mark = next(attributes for _, attributes in reader.elements if attributes.get("id") == "m-f0")
    assert mark["title"] is not None
    assert mark["title"].splitlines()[:3] == ["som trykt: 7,4", "verdi: 7,4", "enhet: mrd. sild"]
    assert "omtrent: ja" in mark["title"]
    assert mark["class"] == "figure level about"
    assert reader.texts["f-f0"] == "7,4 ≈ 7,4 mrd. sild2024nivå… sild ble talt"


def test_a_table_goes_on_over_a_page(document: Document) -> None:
    """Its rows stand on the page of their lines, under the same headers."""
    reader = parsed(as_html(document))
    assert "Torsk" in reader.texts["side-3"]
    assert "Krabbe" not in reader.texts["side-3"]
    assert "t1 fortsetter" in reader.texts["side-4"]
    assert "Krabbe" in reader.texts["side-4"]
    assert reader.texts["side-4"].count("Antall") == 1


def test_a_page_of_pictures_says_so(document: Document) -> None:
    """A page without text is there, with what it is."""
    assert parsed(as_html(document)).texts["side-5"] == "Side 5 · bare bilder"


def test_a_doubtful_cell_is_marked(document: Document) -> None:
    """It stands out in the grid and in the list of doubts."""
    reader = parsed(as_html(document))
    cell = next(attributes for _, attributes in reader.elements if attributes.get("id") == "t1-r3-k2")
    assert cell["class"] == "number doubt"
    assert "0,80" in reader.texts["liste-usikre"]


def test_some_pages_alone(document: Document) -> None:
    """A part of a document is a page of its own, the table's rows on other pages left out."""
    reader = parsed(as_html(part_of(document, range(4, 5))))
    assert "side-3" not in reader.texts
    assert "Krabbe" in reader.texts["side-4"]
    assert "t1" in reader.texts


def test_a_table_without_lines_shown_is_still_drawn(document: Document) -> None:
    """Every table appears, also one whose lines belong to no block."""
    layout = replace(document.layout, blocks=document.layout.blocks[:2])
    reader = parsed(as_html(replace(document, layout=layout)))
    assert "Krabbe" in reader.texts["t1"]


def test_elements_escape_all_but_finished_pieces() -> None:
    """Only what `element` made is markup."""
    assert element("p", "a<b", Html("<i>"), title='"x"', class_="k", hidden=True, id=None) == (
        '<p title="&quot;x&quot;" class="k" hidden>a&lt;b<i></p>'
    )


@pytest.mark.real
def test_a_long_report_is_drawn_within_bounds(long_report: Document) -> None:
    """Nine thousand lines make a page that a browser still opens."""
    assert len(as_html(long_report)) < 12_000_000
