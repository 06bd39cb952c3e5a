"""Headings over rows and notes under them, in shapes that parts of a page break up."""

from tests.ingest.tables.shapes import PAGE, tables, values


def test_a_chapter_over_its_posts_where_amounts_name_their_unit() -> None:
    """A chapter with its name but without amounts stands over the posts below it."""
    (table,) = tables("Kap. Post Navn Ramme\n\n150  Fyrdrift\n\n 21 Lys og lykter 3 138,3 mill. kroner\n")
    assert values(table) == {("150", "Fyrdrift", "21", "Lys og lykter"): ["3 138,3"]}


def test_notes_on_the_next_page_whose_marks_stand_in_the_rows() -> None:
    """A note that begins a page belongs to the table above it where its mark does; another line does not."""
    rows = "Utgifter 2024 2023\nLeie av fyr 1) 1 200 1 100\nDrift av kaier 2 300 2 200\nSum leie 3 500 3 300\n"
    (table,) = tables(f"{rows}{PAGE}1) Leien ble satt opp.\n\n \nKaiene er gamle.\n")
    assert [note.mark for note in table.notes] == ["1)"]
    (bare,) = tables(f"{rows}{PAGE}2) Leien ble satt opp.\n\n \nKaiene er gamle.\n")
    assert bare.notes == ()
