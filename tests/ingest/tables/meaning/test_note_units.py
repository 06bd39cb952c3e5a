"""What is counted, where a row's note or the line above the table says it."""

from tests.ingest.tables.shapes import tables

HEAD = """Stønad        Antall mottakere

Utbetaling
2023 2024 2023 2024
Lykter* 36 716 42 353 10 282 13 300
Fyrtilfeller** 11 502 11 537 62 062 68 068
Tåke 15 150 16 160 21 364 25 629
* Snitt.
"""

PEOPLE = ["personer", "personer", None, None]


def test_a_note_that_counts_what_its_row_names() -> None:
    """The note of a row says that its cases are counted, whatever the header counts; other rows keep the header's."""
    (table,) = tables(f"{HEAD}** Antall fyrtilfeller med lys.\n")
    units = [cell.unit for cell in table.cells]
    assert units == [*PEOPLE, "fyrtilfeller", "fyrtilfeller", None, None, *PEOPLE]


def test_a_note_about_something_else_changes_nothing() -> None:
    """A note that counts another thing than its row names is no word on the row's unit."""
    (table,) = tables(f"{HEAD}** Antall båter som ble sett.\n")
    assert [cell.unit for cell in table.cells] == PEOPLE * 3


def test_a_line_with_a_colon_announces_what_is_counted() -> None:
    """The line right above rows without a header says what they count, if it ends with a colon."""
    rows = "\n2024: 1 148\n2023: 1 238\n2022: 1 169\n\nTekst etter tallene.\n"
    (announced,) = tables(f"Utviklingen i antall lykter har vært slik:\n{rows}")
    assert {cell.unit for cell in announced.cells} == {"lykter"}
    (bare,) = tables(f"Utviklingen i antall lykter har vært slik.\n{rows}")
    assert {cell.unit for cell in bare.cells} == {None}
