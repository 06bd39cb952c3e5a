"""The number printed on a page goes everywhere its place does."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from reportlab.pdfgen.canvas import Canvas
from rich.console import Console

from service.page_names import page_in_list, page_name
from service.schemas import AskReply
from service.terminal import print_answer
from tests.service.conftest import Service

QUESTION = "Hvor mange lanterner ble pusset i 2024?"
BODY = "Etaten pusset 412 lanterner i 2024, og alle lyste da det var gjort."


@dataclass(frozen=True)
class Place:
    """A place on a page."""

    page: int
    page_label: str | None
    source: str


@pytest.mark.parametrize(
    ("place", "name", "in_list"),
    [
        (Place(45, "43", "a.pdf"), "side 43 (PDF-side 45)", "43 [PDF-side 45]"),
        (Place(45, None, "a.PDF"), "side 45", "45"),
        (Place(3, "iii", "a.PDF"), "side iii (PDF-side 3)", "iii [PDF-side 3]"),
        (Place(45, "43", "a.txt"), "side 43", "43"),
    ],
)
def test_a_page_is_called_by_its_printed_number(place: Place, name: str, in_list: str) -> None:
    """With its place in a PDF beside it where that is another number."""
    assert (page_name(place), page_in_list(place)) == (name, in_list)


def _numbered(feet: Sequence[str]) -> bytes:
    """A PDF with a foot on every page; the last page has the answer."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for at, foot in enumerate(feet, 1):
        canvas.drawString(72, 760, BODY if at == len(feet) else f"innledende ord om lys nummer {at * 7}.")
        canvas.drawString(280, 40, foot)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_the_printed_number_is_replied_and_told(service: Service) -> None:
    """In citations, passages, lines, sections, exports and the terminal; `page` stays the place in the file."""
    assert (
        service.upload("lanterner.pdf", _numbered(["", "Side ii", "Side iii", "Side 1", "Side 2"])).status_code == 201
    )
    reply = service.ask(QUESTION)
    cited, passage = reply["figures"][0]["citation"], reply["passages"][0]
    assert (cited["page"], cited["page_label"]) == (passage["page"], passage["page_label"]) == (5, "2")
    ident = service.ident("lanterner.pdf")
    lines = service.client.get(f"/api/documents/{ident}/lines").json()["lines"]
    assert {line["page"]: line["page_label"] for line in lines} == {1: "i", 2: "ii", 3: "iii", 4: "1", 5: "2"}
    out = Console(file=io.StringIO(), width=200)
    print_answer(out, AskReply.model_validate(reply))
    assert "side 2 (PDF-side 5), linje" in out.file.getvalue()  # type: ignore[attr-defined]
    body = {"turns": [{"question": QUESTION}], "format": "markdown"}
    exported = service.client.post("/api/conversations/export", json=body).text
    assert "side 2 (PDF-side 5), linje" in exported
    assert "(lanterner.pdf, u.å., s. 2)" in exported
