"""The layout of the sample documents, as PDF and as text, against the data they are made from."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.document import BlockKind, Layout, Sheet
from ingest.layout import document_kind, document_year, lay_out
from ingest.readers import read
from ingest.tables import find_regions

_DOCUMENTS = Path(__file__).resolve().parents[3] / "documents"
_NAMES = ("arsrapport_2024", "tildelingsbrev_2025")
_FORMS = ("text/{}.txt", "pdf/{}.pdf")


@cache
def _laid_out(name: str, form: str) -> tuple[Sheet, Layout]:
    path = _DOCUMENTS / form.format(name)
    sheet = read(path.read_bytes(), path.name)
    return sheet, lay_out(sheet, {number for region in find_regions(sheet) for number in region.lines})


@cache
def _truth(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((_DOCUMENTS / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("form", _FORMS)
def test_every_heading_stands_on_its_path(name: str, form: str) -> None:
    """All headings are found, under the headings they were written under."""
    layout = _laid_out(name, form)[1]
    found = {block.section for block in layout.blocks if block.kind is BlockKind.HEADING}
    assert [path for heading in _truth(name)["headings"] if (path := tuple(heading["path"])) not in found] == []


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("form", _FORMS)
def test_documents_are_named_rightly(name: str, form: str) -> None:
    """Title, kind and year are those of the data."""
    sheet, layout = _laid_out(name, form)
    truth = _truth(name)
    assert (layout.title, document_kind(sheet, layout), document_year(sheet, layout)) == (
        truth["title"],
        truth["kind"],
        truth["year"],
    )


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("form", _FORMS)
def test_footnotes_are_found(name: str, form: str) -> None:
    """Every footnote is a block with its mark."""
    layout = _laid_out(name, form)[1]
    marks = [block.marker for block in layout.blocks if block.kind is BlockKind.FOOTNOTE]
    assert marks == [note["mark"] for note in _truth(name)["footnotes"]]


@pytest.mark.parametrize("name", _NAMES)
def test_text_headings_stand_on_their_pages(name: str) -> None:
    """Pages of the extracted texts are counted as they were printed."""
    sheet = _laid_out(name, _FORMS[0])[0]
    wrong = [
        heading["text"]
        for heading in _truth(name)["headings"]
        if sheet.line(heading["text_lines"][0]).page != heading["text_pages"][0]
    ]
    assert wrong == []
