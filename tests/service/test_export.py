"""A conversation as a file: what the documents say, as Markdown and as DOCX."""

import io
import re

import pytest
from docx import Document

from service.export.content import Paragraph
from service.export.markdown import as_markdown, plain
from service.export.sources import source_entry
from service.export.word import as_docx
from tests.service.conftest import Service, refused

WORDS = {"pages": "s. {pages}", "and": "og", "no_year": "u.å."}
TURNS = [
    {"question": "Hvor mange ansatte hadde etaten ved utgangen av 2024?"},
    {"question": "Hvor mange romskip har etaten på Mars?"},
]


def exported(service: Service, **more: object) -> bytes:
    """The file that is replied."""
    response = service.client.post("/api/conversations/export", json={"turns": TURNS, **more})
    assert response.status_code == 200, response.text
    assert "attachment" in response.headers["Content-Disposition"]
    return response.content


def test_markdown_has_answer_quote_and_sources(read_only: Service) -> None:
    """The questions are headings; the answer is what the service answers; the sources stand at the end."""
    text = exported(read_only).decode()
    asked = read_only.ask(TURNS[0]["question"])
    assert f"## {TURNS[0]['question']}" in text
    assert f"**{asked['answer']}**" in text
    assert "> Etaten hadde 214 ansatte ved utgangen av 2024" in text
    assert "**Ikke funnet i dokumentene.**" in text
    sources = text.partition("## Kilder")[2]
    assert re.fullmatch(r"\n\n- \*.+\*\. \(.+\)\. \(s\. 1\)\.\n", sources)


def test_docx_has_headings_quotes_and_its_language(read_only: Service) -> None:
    """Real styles, and the words around the answers in the language that was asked for."""
    document = Document(io.BytesIO(exported(read_only, format="docx", language="nn")))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Quote", "List Bullet"} <= styles
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "Ikkje funne i dokumenta." in said
    assert document.core_properties.language == "nn"
    (source,) = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"]
    assert any(run.italic for run in source.runs)


def test_an_export_needs_questions(read_only: Service) -> None:
    """None, too many, or one without words."""
    post = read_only.client.post
    refused(post("/api/conversations/export", json={"turns": []}), 422, "invalid_request")
    refused(post("/api/conversations/export", json={"turns": TURNS[:1] * 51}), 422, "invalid_request")
    refused(post("/api/conversations/export", json={"turns": [{"question": "?"}]}), 400, "empty_question")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[her](http://x) <b>", r"\[her\](http://x) \<b\>"),
        ("- punkt", r"\- punkt"),
        ("1. punkt", r"\1. punkt"),
        ("# tittel", r"\# tittel"),
        ("a\n\n# b", r"a \# b"),
    ],
)
def test_what_documents_say_is_never_markup(words: str, expected: str) -> None:
    """Links, lists, headings and line breaks are only their signs."""
    assert plain(words) == expected


def test_control_characters_are_left_out_of_docx() -> None:
    """XML cannot hold them, and a file with them could not be opened."""
    document = Document(io.BytesIO(as_docx([Paragraph("text", "a\x00b\x0bc")], "nb")))
    assert [paragraph.text for paragraph in document.paragraphs] == ["abc"]


def test_items_stand_together() -> None:
    """A list is not torn apart by blank lines."""
    parts = [Paragraph("text", "før"), Paragraph("item", "a"), Paragraph("item", "b"), Paragraph("text", "etter")]
    assert as_markdown(parts) == "før\n\n- a\n- b\n\netter\n"


@pytest.mark.parametrize(
    ("year", "pages", "expected"),
    [
        (2024, ["4"], "Rapport. (2024). (s. 4)."),
        (2024, ["4", "7", "12"], "Rapport. (2024). (s. 4, 7 og 12)."),
        (None, [], "Rapport. (u.å.)."),
    ],
)
def test_a_source_in_apa_style(year: int | None, pages: list[str], expected: str) -> None:
    """The title first where no author is named; «u.å.» where there is no year."""
    assert source_entry("Rapport", year, pages, WORDS) == expected
