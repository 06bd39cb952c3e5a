"""Captions, footnotes and their marks, furniture, tables of contents."""

import pytest

from ingest.layout import lay_out
from tests.ingest.layout.shapes import PROSE, of_kind, sheet


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tabell 3. Fartøy etter region", "Tabell 3"),
        ("Figur 4 Ventetid", "Figur 4"),
        ("Note 6 | Innkreving", "Note 6"),
        ("Note A Forklaring på tildeling", "Note A"),
        ("Table 2: Vessels", "Table 2"),
        ("Tabell 4 viser at ventetiden gikk ned.", None),
        ("Tabellen under viser ventetiden.", None),
        ("Figur 4 og 5 viser ventetiden.", None),
    ],
)
def test_captions_have_a_name_and_a_text(line: str, name: str | None) -> None:
    """A caption's text follows its number as a title does; a sentence about a table is no caption."""
    captions = of_kind(sheet(f"{PROSE}\n \n{line}\n \n{PROSE}"), "caption")
    assert [block.marker for block in captions] == ([name] if name else [])


def test_captions_may_run_over_two_lines() -> None:
    """A caption that fills its line, or goes on with a small letter, has a second line."""
    first = "Figur 5. Antall fartøy, losoppdrag og ventetid for alle havner langs kysten, målt i"
    captions = of_kind(sheet(f"{PROSE}\n \n{first}\nminutter. Kilde: Lykta\n \n{PROSE}"), "caption")
    assert [block.lines for block in captions] == [(5, 6)]


@pytest.mark.parametrize(
    ("line", "grid", "captions"),
    [
        ("Havneregnskap             Alle tall i kroner", True, [(5,)]),
        ("Havneregnskap             Alle tall i kroner", False, []),
        ("Havneregnskap i kroner", True, []),
    ],
)
def test_a_title_in_two_parts_over_a_grid_is_its_caption(
    line: str, grid: bool, captions: list[tuple[int, ...]]
) -> None:
    """What holds for the table may stand far to the right of its title; without a grid below it is no caption."""
    made = sheet(f"{PROSE}\n \n{line}\n \nLos 1 2")
    assert [block.lines for block in of_kind(made, "caption", frozenset({7} if grid else ()))] == captions


def test_marks_are_found_where_their_notes_stand() -> None:
    """A mark is a number glued to a word, with a note of that number at the page's foot; other numbers stay."""
    body = f"{PROSE}\nI 20242 ble farleden3 utvidet med 30 merker, jf. NS3 og rapport3 om saken."
    text = f"{body}\n \n \n2 Tall fra Lykta.\n3 Farled er veien\nbåtene følger."
    layout = lay_out(sheet(text, f"{PROSE}\nUtstyret heter Lykta3 og har 20242 deler."))
    notes = [(block.marker, block.lines) for block in layout.blocks if block.kind.value == "footnote"]
    assert notes == [("2", (7,)), ("3", (8, 9))]
    assert [(mark.line, mark.start, mark.end) for mark in layout.marks] == [(4, 6, 7), (4, 20, 21)]


def test_numbers_without_notes_are_no_marks() -> None:
    """Without a note at the foot, what is glued to a word is part of it."""
    layout = lay_out(sheet(f"{PROSE}\nDokumentet gjelder CO2 og covid19 og havn7 i nord.\n \n{PROSE}"))
    assert layout.marks == ()


def test_signs_are_marks_where_a_note_begins_with_them() -> None:
    """«2)» and «*» after a label are marks if a line on the page begins so; numbers in parentheses are not."""
    made = sheet("Lønn2) 12 345\nHavner* 14\nSe (post 2) over\n2) Uten pensjon.\n* Anslag.\nDrift3) 14")
    layout = lay_out(made, {1, 2, 4, 5, 6})
    found = [made.line(mark.line).text[mark.start : mark.end] for mark in layout.marks]
    assert found == ["2)", "*"]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    """What is repeated at the edge of pages is furniture; a title that stands inside pages too is not."""
    pages = [f"Havneetaten 2024\n{PROSE}\n \nOppdrag\n\n{PROSE}\n{number}" for number in (1, 2, 3, 4)]
    made = sheet(*pages)
    assert len(of_kind(made, "furniture")) == 8
    assert len(of_kind(made, "heading")) == 4


def test_link_targets_at_a_page_s_end_are_furniture() -> None:
    """Bare addresses after the text of a page are what its links point to."""
    made = sheet(f"{PROSE}\n\nhttps://havn.no/plan\nmailto:post@havn.no", PROSE)
    assert [block.lines for block in of_kind(made, "furniture")] == [(5,), (6,)]


def test_contents_are_told_from_headings() -> None:
    """Lines that lead to page numbers are the table of contents, with its heading; they open no sections."""
    entries = "Innhold\n1 Om etaten ........ 3\n1.1 Oppgaver ........ 4\n2 Drift ........ 7\n2.1 Los ........ 9"
    made = sheet(entries, f"1 Om etaten\n\n{PROSE}")
    assert [block.lines for block in of_kind(made, "contents")] == [(1, 2, 3, 4, 5)]
    assert [block.section for block in of_kind(made, "heading")] == [("1 Om etaten",)]
