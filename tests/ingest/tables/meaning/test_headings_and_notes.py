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


def test_a_heading_printed_between_a_label_and_its_number() -> None:
    """The number belongs to the first of two labels set tight where accounts follow, whose sum stands under none."""
    (table,) = tables(
        """Netto utgifter til fyrene
Kapital

-500 100

31.12.2024

6004 Kystbanken 23 Innskudd for oppgjør   300 000

7065 Endringer i mellomværende 0 Fyretaten     200 099

Sum rapportert          0
"""
    )
    assert values(table) == {
        ("Netto utgifter til fyrene",): ["-500 100"],
        ("Kapital", "6004", "Kystbanken", "23", "Innskudd for oppgjør"): ["300 000"],
        ("Kapital", "7065", "Endringer i mellomværende", "0", "Fyretaten"): ["200 099"],
        ("Sum rapportert",): ["0"],
    }
    assert [cell.measure for cell in table.cells] == ["level", "level", "change", "level"]


def test_an_account_and_its_post_under_a_header_of_names() -> None:
    """Under «Konto Tekst» a post's number and name are apart, and the sum of the table is no post."""
    (table,) = tables(
        "Beholdning ved fyrene\n\nKonto Tekst   2023 2024\n\n"
        "7xxx\nMellomværende\n\n0 Fyretaten  1 200 1 300\n\nSum\n 1 200 1 300\n"
    )
    assert list(values(table)) == [("7xxx", "Mellomværende", "0", "Fyretaten"), ("Sum",)]
