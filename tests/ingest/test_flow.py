"""The flow of joined lines: what is mended, and where every character stands."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Line, Span
from ingest.flow import Flow
from ingest.readers.text import read_text
from ingest.seams import torn, vocabulary


def _lines(*texts: str) -> list[Line]:
    return [Line(number, 1, text) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["Båten gikk ", " til havn.  "], "Båten gikk til havn."),
        (["økte fra 26 ", "500 fartøy"], "økte fra 26 500 fartøy"),
        (["lange saksbehandlings-", "tider"], "lange saksbehandlingstider"),
        (["Saksbehandlings-", "tidene økte"], "Saksbehandlingstidene økte"),
        (["i møtet mellom Fyr-", "veilederne og havna"], "i møtet mellom Fyr-veilederne og havna"),
        (["i Finans-", "departementets brev"], "i Finansdepartementets brev"),
        (["barne- og ", "familiesaker"], "barne- og familiesaker"),
        (["både kyst-", "og fjordfart"], "både kyst- og fjordfart"),
        (["ledere i EØS-", "land"], "ledere i EØS-land"),
        (["den e-", "posten"], "den e-posten"),
        (["ikke-", "offentlige havner"], "ikke-offentlige havner"),
        (["Vest-", "Agder"], "Vest-Agder"),
        (["samtidige/ ", "samordnede tiltak"], "samtidige/samordnede tiltak"),
        (["årene 2023–", "2025"], "årene 2023–2025"),
        (["post@havne", "etaten.no"], "post@havneetaten.no"),
        (["saks\u00ad", "behandling"], "saksbehandling"),
        (["Antal l  søknader i  FI (ca .)"], "Antall søknader i FI (ca.)"),
        (["ﬁske og kystﬂåte"], "fiske og kystflåte"),
        (["", "  ", "tekst"], "tekst"),
    ],
)
def test_lines_are_joined_for_reading(texts: list[str], read: str) -> None:
    """Line ends, hyphenation and extraction damage are mended; hyphens that belong to words stay."""
    assert Flow.join(_lines(*texts)).text == read


def test_known_words_mend_torn_ones() -> None:
    """A word torn without a hyphen is made whole where the document writes it whole more often than its parts."""
    words = vocabulary(["mellomværende fiskere"] * 3 + ["fi skere", "og de som fisker"])
    assert Flow.join(_lines("Mellomværen", "de for fi skere"), (), words).text == "Mellomværende for fiskere"
    assert not torn("og", "de", words)


def test_marks_are_left_out_and_covered() -> None:
    """A footnote mark is not read, and the span of what stands around it covers its source."""
    flow = Flow.join(_lines("fra 200 land10, i alt", "5 havner"), [Span(1, 12, 14), Span(9, 0, 4)])
    assert flow.text == "fra 200 land, i alt 5 havner"
    assert flow.spans(8, 13) == (Span(1, 8, 15),)


def test_spans_give_one_span_for_each_line() -> None:
    """A stretch over a mended hyphen stands in both lines, without the hyphen and the space around."""
    flow = Flow.join(_lines("  lange saksbehandlings-  ", "", " tider "))
    start = flow.text.index("saks")
    assert flow.spans(start, len(flow.text)) == (Span(1, 8, 23), Span(3, 1, 6))
    assert flow.spans(0, 5) == (Span(1, 2, 7),)
    assert flow.spans(4, 4) == ()


_TEXT = st.lists(st.text("abcÆø27 -.,)/\u00ad\u00a0ﬁl", max_size=14), max_size=6)


@given(_TEXT, st.data())
@settings(max_examples=150)
def test_every_character_maps_to_itself(texts: list[str], data: st.DataObject) -> None:
    """Each character that is no joining space stands at its span, and stretches stay inside their lines."""
    lines = _lines(*texts)
    flow = Flow.join(lines)
    assert flow.text == flow.text.strip()
    for at, character in enumerate(flow.text):
        for span in flow.spans(at, at + 1):
            source = lines[span.line - 1].text[span.start : span.end]
            assert character in source or (source == "ﬁ" and character in "fi")
        assert flow.spans(at, at + 1) or character == " "
    start = data.draw(st.integers(0, len(flow.text)))
    end = data.draw(st.integers(start, len(flow.text)))
    spans = flow.spans(start, end)
    assert len({span.line for span in spans}) == len(spans)
    assert all(0 <= span.start < span.end <= len(lines[span.line - 1].text) for span in spans)


@pytest.mark.real
def test_whole_documents_flow_fast(real_documents: Path) -> None:
    """Both documents, joined as one text each, take no time to speak of."""
    sheets = [read_text(path.read_bytes(), path.name) for path in sorted(real_documents.glob("*.txt"))]
    begun = time.process_time()
    flows = [Flow.join(sheet.lines) for sheet in sheets]
    assert time.process_time() - begun < 1.0
    assert all(flow.text for flow in flows)
