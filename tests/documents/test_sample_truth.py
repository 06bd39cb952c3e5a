"""The truth agrees with the text and the PDF that it describes."""

from decimal import Decimal
from typing import Any

SHAPES = {"plain", "comments", "panels", "columns", "header_below", "beside", "signs", "narrow", "calendar"}


def cells(table: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The number cells of a table with their rows."""
    return [(cell, table["rows"][cell["row"]]) for cell in table["cells"] if cell["kind"] == "number"]


def total_above(table: dict[str, Any], cell: dict[str, Any]) -> Decimal | int:
    """The sum of the numbers above a cell in its column."""
    column = [other for other, _ in cells(table) if other["column"] == cell["column"]]
    return sum(Decimal(other["value"]) for other in column if other["row"] < cell["row"])


def test_every_cell_stands_in_its_lines(made: Any) -> None:
    """What is printed in a cell is found in the lines of the text that the truth names."""
    for table in made.truth["tables"]:
        for cell, row in cells(table):
            place = (table["id"], row["path"], cell["text"])
            assert cell["text"] in made.text_at(cell["text_lines"]), place
            assert set(cell["text_lines"]) <= set(row["text_lines"]), place


def test_every_text_cell_stands_in_its_lines(made: Any) -> None:
    """The words of a text cell stand in its lines, in order."""
    for table in made.truth["tables"]:
        for cell in table["cells"]:
            words = cell["text"].split() if cell["kind"] == "text" else []
            shown = made.text_at(cell["text_lines"]).split()
            assert [word for word in words if not any(word in other for other in shown)] == [], table["id"]


def test_every_cell_stands_on_its_page(made: Any) -> None:
    """What is printed in a cell is found on the page of the PDF that the truth names."""
    for table in made.truth["tables"]:
        for cell, row in cells(table):
            assert cell["text"] in made.page_text([row["pdf_page"]]), (table["id"], row["path"])


def test_every_quantity_stands_in_its_lines(made: Any) -> None:
    """A quantity in prose is found in its lines of the text, on its pages of the PDF, and in its paragraph."""
    for block in made.truth["blocks"]:
        for quantity in block["quantities"]:
            assert block["text"][quantity["start"] : quantity["end"]] == quantity["text"]
            assert quantity["text"] in made.text_at(quantity["text_lines"]), quantity
            assert quantity["text"] in made.page_text(quantity["pdf_pages"]), quantity


def test_every_heading_stands_in_its_line(made: Any) -> None:
    """A heading is found in its lines, with its number."""
    for heading in made.truth["headings"]:
        shown = made.text_at(heading["text_lines"])
        assert heading["text"] in shown
        assert shown.startswith(heading["number"] or heading["text"])


def test_every_caption_note_and_footnote_has_its_lines(made: Any) -> None:
    """Captions, notes and footnotes are found in the lines that the truth names."""
    for table in made.truth["tables"]:
        if table["caption"]:
            assert table["caption"] in made.text_at(table["caption_lines"])
        for note in table["notes"]:
            assert note["text"] in made.text_at(note["text_lines"])
    for note in made.truth["footnotes"]:
        assert note["text"] in made.text_at(note["text_lines"])


def test_differences_are_the_difference(made_documents: Any) -> None:
    """In the appropriation account, allocation less spending is the difference, in every row."""
    table = next(t for t in made_documents["arsrapport_2024"].truth["tables"] if t["id"] == "bevilgning")
    for number in range(len(table["rows"])):
        values = [c["value"] for c in table["cells"] if c["row"] == number]
        given, spent, difference, posted, left = (Decimal(value) for value in values[1:])
        assert given - spent == difference
        assert difference - posted == left


def test_sums_are_the_sum(made: Any) -> None:
    """The number in a row «Sum …» is the sum of the numbers above it with its unit."""
    for table in made.truth["tables"]:
        paths = [row["path"] for row in table["rows"]]
        sums = [n for n, path in enumerate(paths) if path[0].startswith("Sum")]
        for cell in table["cells"]:
            if cell["row"] in sums and cell["kind"] == "number" and cell["unit"] != "prosent":
                assert total_above(table, cell) == Decimal(cell["value"]), (table["id"], cell)


def test_all_shapes_occur(made_documents: Any) -> None:
    """Both documents together hold every shape of table, and tables enough."""
    tables = [table for made in made_documents.values() for table in made.truth["tables"]]
    assert {table["shape"] for table in tables} == SHAPES
    assert len({table["id"].split("-")[0] for table in tables}) >= 22
    assert any(len(table["pdf_pages"]) == 3 for table in tables)


def test_some_numbers_are_broken_over_lines(made_documents: Any) -> None:
    """At least five numbers of the report's prose stand on two lines of the text."""
    blocks = made_documents["arsrapport_2024"].truth["blocks"]
    broken = [q for b in blocks for q in b["quantities"] if len(q["text_lines"]) > 1 and q["measure"] != "date"]
    assert len(broken) >= 5


def test_two_notes_are_out_of_order(made_documents: Any) -> None:
    """In the text, note 6 stands inside note 7."""
    tables = {table["id"]: table for table in made_documents["arsrapport_2024"].truth["tables"]}
    outer = [line for row in tables["note7"]["rows"] for line in row["text_lines"]]
    inner = [line for row in tables["note6"]["rows"] for line in row["text_lines"]]
    assert min(outer) < min(inner) <= max(inner) < max(outer)
