"""The whole of layout: every line once, sections, and the order of steps."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import BlockKind
from ingest.layout import lay_out
from tests.ingest.layout.shapes import PROSE, kinds, sheet

_SHAPES = [
    "",
    " ",
    "1 Om etaten",
    "1.1 Oppgaver",
    "2.3.1 Antall fartøy",
    "Kort tittel",
    "STORE BOKSTAVER",
    "Tekst som går over hele linjen og",
    "slutter her.",
    "• punkt ett",
    "o underpunkt",
    "a) bokstav",
    "1. punkt",
    "- strek",
    "Tabell 3. Fartøy",
    "Note 2 | Lønn",
    "1 En fotnote",
    "12",
    "Side 4",
    "2023 2024",
    "Losing 12 345 67",
    "https://havn.no/a",
    "Innhold",
    "Om etaten ........ 3",
    "fra land1 og",
    "* merknad",
    "Kap. 12 Havn",
    "Med hilsen",
    "i",
    "o",
    "Post 01 Drift",
]


@given(st.lists(st.lists(st.sampled_from(_SHAPES), max_size=14), min_size=1, max_size=4), st.data())
@settings(max_examples=120, deadline=None)
def test_every_line_with_text_is_in_one_block(pages: list[list[str]], data: st.DataObject) -> None:
    """No line is lost and none is claimed twice, whatever stands on the pages and whatever grids were found."""
    made = sheet(*("\n".join(page) for page in pages))
    filled = [line.number for line in made.lines if line.text.strip()]
    grids = data.draw(st.frozensets(st.sampled_from(filled), max_size=6)) if filled else frozenset()
    layout = lay_out(made, grids)
    assert sorted(number for block in layout.blocks for number in block.lines) == filled
    assert all(block.lines == tuple(sorted(block.lines)) for block in layout.blocks)
    assert {number for block in layout.blocks if block.kind is BlockKind.GRID for number in block.lines} == set(grids)


def test_sections_hold_their_subsections() -> None:
    """A section runs to the next heading of its level; its path names the headings above it."""
    made = sheet(f"1 Om etaten\n\n{PROSE}\n\n1.1 Oppgaver\n\n{PROSE}\n\n2 Drift\n\n{PROSE}")
    sections = lay_out(made).sections
    assert [(section.path, section.number, section.level, section.first, section.last) for section in sections] == [
        (("1 Om etaten",), "1", 1, 1, 12),
        (("1 Om etaten", "1.1 Oppgaver"), "1.1", 2, 7, 12),
        (("2 Drift",), "2", 1, 13, 17),
    ]


def test_grids_stay_together_and_out_of_the_text() -> None:
    """Lines of a grid are one block, under the section they stand in; text goes on around them."""
    made = sheet(f"1 Om etaten\n\n{PROSE}\n\nFartøy 12 14\n\nLoser 3 4\n\n{PROSE}")
    layout = lay_out(made, {7, 9})
    assert ("grid", (7, 9)) in kinds(layout)
    assert next(block.section for block in layout.blocks if block.kind is BlockKind.GRID) == ("1 Om etaten",)


def test_an_empty_sheet_has_no_blocks() -> None:
    """A page without text gives a layout without blocks, named after its file."""
    layout = lay_out(sheet(" \n"))
    assert (layout.title, layout.blocks, layout.sections) == ("prøve.txt", (), ())
