"""A conversation as a file: what the documents say, as Markdown and as DOCX."""

import io
import re
from typing import Any

import pytest
from docx import Document
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from retrieval.index.records import DocumentRecord
from service.export.content import Kind, Paragraph, words_of
from service.export.grids import overview_grid
from service.export.markdown import as_markdown
from service.export.sources import sources_of
from service.export.word import as_docx
from service.schemas import AskReply
from tests.service.conftest import Service, refused

KINDS: list[Kind] = ["text", "quote", "item", "answer", "heading"]
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
    assert re.fullmatch(r"\n\n- \*.+\*\. \(u\.å\.\)\.\n", sources)
    assert "side 1, linje 7–8 (" in text


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
        ("[her](http://x) <b>", r"\[her\](http://x) \<b>"),
        ("- punkt", r"\- punkt"),
        ("1. mars 2025", r"1\. mars 2025"),
        ("# tittel", r"\# tittel"),
        ("a\n\n# b", r"a \# b"),
        ("31,5 % økning!", r"31,5 % økning!"),
        ("A & B &amp; C", r"A & B \&amp; C"),
    ],
)
def test_what_documents_say_is_never_markup(words: str, expected: str) -> None:
    """Links, lists, headings and line breaks are only their signs; what cannot be markup stands as it is."""
    assert as_markdown([Paragraph("text", words)]) == f"{expected}\n"


def test_a_date_as_an_answer_is_a_date() -> None:
    """Between asterisks nothing begins a list."""
    assert as_markdown([Paragraph("answer", "31. desember 2024")]) == "**31. desember 2024**\n"


@given(st.text("ab1 .)-+#>*_`[]()<>&;|~!\\\n", min_size=1), st.sampled_from(KINDS))
def test_markdown_says_what_was_written(words: str, kind: Kind) -> None:
    """Read back by a reader of Markdown there is one paragraph of just those words, and no other markup."""
    written = " ".join(words.split())
    assume(written)
    reader = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    tokens = reader.parse(as_markdown([Paragraph(kind, words)]))
    (inline,) = [token for token in tokens if token.type == "inline"]
    children = inline.children or []
    assert "".join(child.content for child in children) == written
    assert {child.type for child in children} <= {"text", "text_special", "strong_open", "strong_close"}
    assert sum(token.type == "list_item_open" for token in tokens) == (kind == "item")


def test_the_cell_that_answers_stands_in_its_row(read_only: Service) -> None:
    """A table answer is a table: its caption, the headers, the row, and the answer in bold."""
    body = {"turns": [{"question": "Hva var utgiftene til drift av fyrlykter i 2024?"}]}
    text = read_only.client.post("/api/conversations/export", json=body).text
    assert "Tabell 1. Utgifter i 2023 og 2024. Beløp i millioner kroner\n" in text
    assert "|  | 2023 | 2024 |\n| --- | --- | --- |\n| " in text
    (row,) = [line for line in text.splitlines() if line.startswith("| Drift av fyrlykter")]
    assert re.search(r"\| \*\*[\d, ]+\*\* \|$", row)


def test_an_overview_has_its_sources_and_says_why_a_cell_is_empty(read_only: Service) -> None:
    """Where every row stands, and under the table the document."""
    body = {"turns": [{"question": "lag en oversikt over utgifter i 2023 og 2024 for alle formål"}]}
    text = read_only.client.post("/api/conversations/export", json=body).text
    head, _, *rows = [line for line in text.splitlines() if line.startswith("|")]
    assert head == "|  | 2023 (millioner kroner) | 2024 (millioner kroner) | Kilde |"
    assert all(re.search(r"\| s\. 1, linje \d+ \|$", row) for row in rows)
    assert re.search(r"^Kilde: \*.+\* \(", text, re.MULTILINE)


def overview(*states: str) -> AskReply:
    """A reply with one row of cells that are empty for these reasons."""
    reply: dict[str, Any] = dict.fromkeys(AskReply.model_fields)
    cells = [{"figure": None, "state": state} for state in states]
    row = {"label": "Kai", "cells": cells, "path": ["Kai"], "total": False, "unit": None}
    columns = [str(2020 + at) for at, _ in enumerate(states)]
    units = [{"unit": None, "scale": None}] * len(states)
    made = {
        "title": "Kaier",
        "columns": columns,
        "rows": [row],
        "units": units,
        "computed": [],
        "others": [],
        "lacking": [],
    }
    told = {"question": "Hva?", "resolved_question": "Hva?", "status": "answered", "confidence": 1, "answer": "Kaier"}
    return AskReply.model_validate(
        {**reply, **told, "figures": [], "passages": [], "overview": made, "trace": {}, "took_ms": 1}
    )


def test_what_a_document_does_not_state_is_not_what_was_not_found() -> None:
    """A dash that is printed, and a table that is not there, are two things."""
    reply = overview("not_there", "not_found")
    assert reply.overview
    grid = overview_grid(reply, reply.overview, {}, words_of("nb"))
    assert grid.rows[1] == ("Kai", "ikke oppgitt", "ikke funnet", "")


def test_a_wrong_answer_is_no_source(read_only: Service) -> None:
    """What the asker holds to be wrong is told as such and left out of the list, as what was not found is."""
    text = exported(read_only, wrong=[0]).decode()
    assert "meldt som feil" in text
    assert "## Kilder" not in text


def test_control_characters_are_left_out_of_docx() -> None:
    """XML cannot hold them, and a file with them could not be opened."""
    document = Document(io.BytesIO(as_docx([Paragraph("text", "a\x00b\x0bc")], "nb")))
    assert [paragraph.text for paragraph in document.paragraphs] == ["abc"]


def test_items_stand_together() -> None:
    """A list is not torn apart by blank lines."""
    parts = [Paragraph("text", "før"), Paragraph("item", "a"), Paragraph("item", "b"), Paragraph("text", "etter")]
    assert as_markdown(parts) == "før\n\n- a\n- b\n\netter\n"


def document(ident: str, publisher: str | None, published: int | None, title: str = "Rapport") -> DocumentRecord:
    """A document of an index, of which only what a list of sources says matters."""
    return DocumentRecord(
        1, ident, f"{ident}.pdf", ident, "", title, "rapport", 2024, "nb", 1, 1, 1, 1,
        publisher=publisher, published=published,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "entry", "in_text"),
    [
        (document("a", "Nav", 2025), "Nav. (2025). Rapport.", "(Nav, 2025, s. 4)"),
        (document("a", "Nav", None), "Nav. (u.å.). Rapport.", "(Nav, u.å., s. 4)"),
        (document("a", None, 2025), "Rapport. (2025).", "(Rapport, 2025, s. 4)"),
        (document("a", "Nav", 2025, "Hvorfor?"), "Nav. (2025). Hvorfor?", "(Nav, 2025, s. 4)"),
    ],
)
def test_a_source_in_apa_style(made: DocumentRecord, entry: str, in_text: str) -> None:
    """Publisher, year of publication, title; the page stands in the text, not in the list."""
    source = sources_of([made], words_of("nb"))["a"]
    assert source.entry == entry
    assert source.in_text(["4"], words_of("nb")) == in_text
    assert source.in_text(["4", "7", "12"], words_of("en")).endswith("pp. 4, 7 and 12)")


def test_sources_of_the_same_publisher_and_year_have_letters() -> None:
    """In the order of their titles; those without a year are told apart too."""
    made = [document("c", "Nav", 2025, "C"), document("a", "Nav", 2025, "A"), document("x", "Nav", 2024, "X")]
    made += [document("d", "Los", None, "D"), document("e", "Los", None, "E")]
    found = sources_of(made, words_of("nb"))
    assert list(found) == ["d", "e", "x", "a", "c"]
    assert [source.year for source in found.values()] == ["u.å.-a", "u.å.-b", "2024", "2025a", "2025b"]


def test_what_a_person_put_right_reaches_the_file(read_only: Service) -> None:
    """In the list and in the references; the file says so. One that is left out is off the list alone."""
    place = read_only.ask(TURNS[0]["question"])["figures"][0]["citation"]
    said = {"document": place["document"], "publisher": "Fyretaten", "year": "2025", "title": "Året som gikk"}
    text = exported(read_only, sources=[said]).decode()
    assert "(Fyretaten, 2025, s. 1)" in text
    assert "- Fyretaten. (2025). *Året som gikk*." in text
    assert words_of("nb")["corrected"] in text
    left_out = exported(read_only, sources=[{**said, "left_out": True}]).decode()
    assert "(Fyretaten, 2025, s. 1)" in left_out
    assert "## Kilder" not in left_out
    refused(
        read_only.client.post("/api/conversations/export", json={"turns": TURNS, "sources": [{**said, "year": 2025}]}),
        422,
        "invalid_request",
    )
