"""Rows of text without positions: columns are cut where something shows them, and not where nothing does."""

from tests.ingest.tables.shapes import headers, tables, values

HEAD = """Rang  Oppgave Form Merknad Kontakt

KD/SD

Kontakt

Avdeling
"""

ROWS = f"""{HEAD}
FYR

1 Lykter langs
leia
Rapport Rapport om lyset i leia
og om slitasjen.
Kari Nordmann Ola Vik
og Siri Dahl
2 Tåkelurer Befaring Se og høre på lurene
i skumring.
Per Berg
Anne Lie,
Eva Moe
HAVN
1 Kaier
på øyene
Befaring Kaiene ses over.
Jon Ask,
Ida Myr
Lars Hov
lars.hov@fyr
.no
2 Kraner Rapport Et notat
om kraner.
Tor Hegg Ane Sund
mailto:lars.hov@fyr.no
\f{HEAD}
3 Buer Rapport Et notat om buer
i sundet.
Liv Rud Nils Fos
mailto:liv.rud@fyr.no
"""


def test_every_column_is_cut_by_its_own_evidence() -> None:
    """Number, name, a value that recurs, words, and two columns of people; headings stand outermost."""
    (table,) = tables(ROWS)
    assert headers(table) == [("Form",), ("Merknad",), ("Kontakt KD/SD",), ("Kontakt Avdeling",)]
    assert values(table) == {
        ("FYR", "1", "Lykter langs leia"): [
            "Rapport",
            "Rapport om lyset i leia og om slitasjen.",
            "Kari Nordmann",
            "Ola Vik og Siri Dahl",
        ],
        ("FYR", "2", "Tåkelurer"): [
            "Befaring",
            "Se og høre på lurene i skumring.",
            "Per Berg",
            "Anne Lie, Eva Moe",
        ],
        ("HAVN", "1", "Kaier på øyene"): [
            "Befaring",
            "Kaiene ses over.",
            "Jon Ask, Ida Myr",
            "Lars Hov lars.hov@fyr .no",
        ],
        ("HAVN", "2", "Kraner"): ["Rapport", "Et notat om kraner.", "Tor Hegg", "Ane Sund"],
        ("HAVN", "3", "Buer"): ["Rapport", "Et notat om buer i sundet.", "Liv Rud", "Nils Fos"],
    }


def test_names_below_each_other_part_where_addresses_tell() -> None:
    """Two without an address, then two with one: the cut between them, and it says that it is not sure."""
    text = ROWS.replace("Per Berg\nAnne Lie,\nEva Moe", "Per Berg\nAnne Lie\nEva Moe\neva@fyr.no\nGro Vik\ngro@fyr.no")
    (table,) = tables(text)
    row = next(index for index, row in enumerate(table.rows) if row.path[-1] == "Tåkelurer")
    people = [(cell.text, cell.confidence < 1) for cell in table.cells if cell.row == row and cell.column > 1]
    assert people == [("Per Berg Anne Lie", True), ("Eva Moe eva@fyr.no Gro Vik gro@fyr.no", True)]


def test_what_is_said_instead_of_a_name_is_a_cell_of_its_own() -> None:
    """After a name, a word that is followed by one in lower case begins the next cell, unless «og» follows."""
    (table,) = tables(
        ROWS.replace("Liv Rud Nils Fos", "Liv Rud Ikke avklart").replace("Hegg Ane Sund", "Hegg Ane og Siv")
    )
    people = {table.rows[cell.row].path[-1]: cell.text for cell in table.cells if cell.column == 3}
    assert people["Buer"] == "Ikke avklart"
    assert "Kraner" not in people


def test_rows_without_people_are_not_cut() -> None:
    """Where the last columns do not show themselves, a row is its label and one text."""
    (table,) = tables(
        ROWS.replace("Nordmann", "nordmann").replace(" Berg", " berg").replace("Liv Rud Nils Fos", "ingen")
    )
    assert len(headers(table)) == 1


def test_the_name_of_a_row_may_be_all_that_stands_before_people() -> None:
    """With no column between, the whole text before the people is the row's name, also after a page break."""
    head = "Rang Ny telling Kontakt KD\nKontakt\nAvdeling\n"
    text = (
        f"{head}1\nAntall fyr med lys i løpet\nav året\nKari Nordmann/\nOla Vik\nPer Berg\n"
        f"1 Antall kaier.\nAnne Lie Eva Moe\n\f{head}Det gjelder også brygger.\n1 Antall buer\nAnne Lie Eva Moe\n"
    )
    (table,) = tables(text)
    assert values(table) == {
        ("1", "Antall fyr med lys i løpet av året"): ["Kari Nordmann/Ola Vik", "Per Berg"],
        ("1", "Antall kaier. Det gjelder også brygger."): ["Anne Lie", "Eva Moe"],
        ("1", "Antall buer"): ["Anne Lie", "Eva Moe"],
    }
