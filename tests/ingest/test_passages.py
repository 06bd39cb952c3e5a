"""What is retrieved and cited: its lines, its text, and what tells what it is about."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.document import BlockKind, Layout, Passage, PassageKind, Sheet, Span, Table
from ingest.passages import MOST_LINES, MOST_LIST_LINES, passages
from ingest.read import read_document
from ingest.seams import vocabulary
from tests.ingest.made import LOCKS, block, layout, lock_table, sheet

LIST_ITEM, PARAGRAPH = BlockKind.LIST_ITEM, BlockKind.PARAGRAPH
DOCUMENTS = Path(__file__).parents[2] / "documents"


def read_passages(source: Sheet, laid: Layout, tables: Sequence[Table] = ()) -> tuple[Passage, ...]:
    """The passages of a sheet, the words of which mend each other."""
    return passages(source, laid, tables, vocabulary(line.text for line in source.lines))


def lines_of(found: Sequence[Passage]) -> list[tuple[int, ...]]:
    """The lines of each passage."""
    return [passage.lines for passage in found]


def check_text(found: Sequence[Passage], source: Sheet) -> None:
    """Every passage is a run of few lines in order, and its text is what stands in them."""
    for passage in found:
        assert list(passage.lines) == sorted(set(passage.lines))
        assert passage.text == "\n".join(source.line(number).text.strip() for number in passage.lines)
        assert passage.lines[-1] - passage.lines[0] < MOST_LINES
    assert len({passage.id for passage in found}) == len(found)


def test_a_paragraph_is_a_passage() -> None:
    """Its text is quoted as it stands, its reading has hyphens mended and marks taken off."""
    made = sheet("  Slusene ble åpnet av havne-", "vesenet3 i mai.  ")
    (passage,) = read_passages(made, layout(block(PARAGRAPH, 1, 2), marks=(Span(2, 7, 8),)))
    assert passage.text == "Slusene ble åpnet av havne-\nvesenet3 i mai."
    assert passage.reading == "Slusene ble åpnet av havnevesenet i mai."
    assert (passage.kind, passage.section, passage.context) == (PassageKind.PARAGRAPH, ("2 Drift",), "2 Drift")


def test_headings_captions_grids_and_furniture_are_no_passages() -> None:
    """They are found through what stands under them."""
    kinds = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.GRID, BlockKind.FURNITURE, BlockKind.CONTENTS)
    made = sheet(*("linje" for _ in kinds), "Avsnitt.")
    blocks = [block(kind, number) for number, kind in enumerate(kinds, 1)]
    assert lines_of(read_passages(made, layout(*blocks, block(PARAGRAPH, 6)))) == [(6,)]


def test_a_footnote_is_a_passage() -> None:
    """What stands in a footnote can be asked for like anything else."""
    (passage,) = read_passages(sheet("3 Tallet er foreløpig."), layout(block(BlockKind.FOOTNOTE, 1)))
    assert passage.text == "3 Tallet er foreløpig."


def test_a_short_list_is_one_passage_with_its_lead_in() -> None:
    """Furniture between its items does not part it."""
    made = sheet("Etaten skal:", "- rydde", "Side 4", "- male", "- lense")
    blocks = (block(PARAGRAPH, 1), block(LIST_ITEM, 2, level=1), block(BlockKind.FURNITURE, 3))
    items = (block(LIST_ITEM, 4, level=1), block(LIST_ITEM, 5, level=1))
    (found,) = read_passages(made, layout(*blocks, *items))
    assert (found.kind, found.lines) == (PassageKind.LIST, (1, 2, 4, 5))
    assert found.text.startswith("Etaten skal:\n- rydde")
    assert found.context == "2 Drift"


def test_what_announces_a_list_needs_no_colon() -> None:
    """A sentence left open does it too; of a long paragraph only that sentence tells what the list is about."""
    texts = ["Etaten har mange oppgaver langs hele kysten.", "Noen er nye.", "Alle er viktige.", "Etaten skal"]
    made = sheet(*texts, "- rydde", "- male")
    items = (block(LIST_ITEM, 5, level=1), block(LIST_ITEM, 6, level=1))
    paragraph, found = read_passages(made, layout(block(PARAGRAPH, 1, 2, 3, 4), *items))
    assert (paragraph.lines, found.lines) == ((1, 2, 3, 4), (5, 6))
    assert found.context == "2 Drift | Etaten skal"


def test_items_know_the_item_they_stand_under() -> None:
    """Where a list is too long to be cited whole, an item that waits for those below it is their context."""
    made = sheet("- Etaten skal male:", *(f"  o dør {number}" for number in range(MOST_LIST_LINES)))
    items = [
        block(LIST_ITEM, 1, level=1),
        *(block(LIST_ITEM, number, level=2) for number in range(2, len(made.lines) + 1)),
    ]
    found = read_passages(made, layout(*items))
    assert {passage.context for passage in found[1:]} == {"2 Drift | - Etaten skal male:"}


def test_a_sentence_that_leads_nowhere_is_no_lead_in() -> None:
    """Only what ends with a colon, in the same section, introduces a list."""
    made = sheet("Etaten skal:", "3 Annet", "- rydde", "Det er alt.", "- male")
    items = (block(LIST_ITEM, 3, section=("3 Annet",)), block(LIST_ITEM, 5))
    heading = block(BlockKind.HEADING, 2, section=("3 Annet",))
    found = read_passages(made, layout(block(PARAGRAPH, 1), heading, items[0], block(PARAGRAPH, 4), items[1]))
    assert [passage.context for passage in found if passage.kind == PassageKind.LIST] == ["3 Annet", "2 Drift"]


def test_a_long_list_is_cut_at_its_outermost_items() -> None:
    """An item keeps what stands under it, and the lead-in belongs to each."""
    levels = [1 if number % 3 == 0 else 2 for number in range(MOST_LIST_LINES + 2)]
    made = sheet("Etaten skal:", *(f"- punkt {number}" for number in range(len(levels))))
    items = [block(LIST_ITEM, number, level=level) for number, level in enumerate(levels, 2)]
    found = read_passages(made, layout(block(PARAGRAPH, 1), *items))[1:]
    assert lines_of(found) == [(first, first + 1, first + 2) for first in range(2, MOST_LIST_LINES + 4, 3)]
    assert all("Etaten skal:" in passage.context for passage in found)
    check_text(found, made)


def test_a_long_branch_of_a_list_is_cut_again() -> None:
    """One outermost item with very much under it is cut at the next level."""
    made = sheet("- alt", *(f"  - punkt {number}" for number in range(40)))
    items = [block(LIST_ITEM, 1, level=1), *(block(LIST_ITEM, number, level=2) for number in range(2, 42))]
    found = read_passages(made, layout(*items))
    assert lines_of(found) == [(number,) for number in range(1, 42)]


def test_a_table_row_has_its_group_and_columns_in_its_context() -> None:
    """Caption, group and column names tell what its numbers are; names found elsewhere are read with it."""
    first, second, _ = read_passages(sheet(*LOCKS), layout(), (lock_table(),))
    assert (first.kind, first.table, first.row, first.lines) == (PassageKind.TABLE_ROW, "t1", 0, (4,))
    assert first.text == "Lensing    1 250   1 300"
    assert first.reading == "Nord Lensing 1 250 1 300"
    assert first.context == "2 Drift | Tabell 1. Sluser. Tall i 1000 kroner | Nord | Forbruk | 2023 | 2024"
    assert second.reading == "Nord Tørking tørrlegging 310 -"


def test_a_note_belongs_to_its_table() -> None:
    """It is cited as a paragraph and knows the caption."""
    note = read_passages(sheet(*LOCKS), layout(), (lock_table(),))[-1]
    assert (note.kind, note.table, note.row, note.lines) == (PassageKind.PARAGRAPH, "t1", None, (6,))
    assert "Tabell 1. Sluser" in note.context


def test_passages_come_in_the_order_of_the_lines() -> None:
    """Text and tables together, numbered from the top."""
    made = sheet(*LOCKS, "Etterpå.")
    found = read_passages(made, layout(block(PARAGRAPH, 7)), (lock_table(),))
    assert [(passage.id, passage.lines[0]) for passage in found] == [("p0", 4), ("p1", 5), ("p2", 6), ("p3", 7)]


@pytest.mark.parametrize("kind", [PARAGRAPH, LIST_ITEM, BlockKind.FOOTNOTE])
def test_what_is_too_long_to_cite_is_cut_after_a_sentence(kind: BlockKind) -> None:
    """No part is over the limit, none is lost, and none ends inside a sentence that could end it."""
    texts = [f"og så videre {number}" + ("." if number % 7 == 0 else "") for number in range(1, 151)]
    made = sheet(*texts)
    found = read_passages(made, layout(block(kind, *range(1, 151))))
    check_text(found, made)
    assert [number for passage in found for number in passage.lines] == list(range(1, 151))
    assert [passage.lines[-1] for passage in found] == [56, 112, 150]
    assert all(passage.reading.startswith("og så") for passage in found)


def test_what_goes_on_far_below_is_cut_at_the_gap() -> None:
    """A paragraph that is broken by a table of many pages is cited in two parts."""
    made = sheet(*("ord" for _ in range(200)))
    found = read_passages(made, layout(block(PARAGRAPH, 1, 2, 198, 199)))
    assert lines_of(found) == [(1, 2), (198, 199)]


@pytest.mark.parametrize("name", ["text/arsrapport_2024.txt", "pdf/tildelingsbrev_2025.pdf"])
def test_every_passage_of_a_whole_document_is_its_lines(name: str) -> None:
    """Whatever the reader makes of it."""
    path = DOCUMENTS / name
    document = read_document(path.read_bytes(), path.name)
    assert len(document.passages) > 50
    check_text(document.passages, document.sheet)
