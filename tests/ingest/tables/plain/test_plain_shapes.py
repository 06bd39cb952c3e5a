"""The shapes of tables in text without positions, each in a table of a made-up agency."""

from decimal import Decimal

from tests.ingest.tables.shapes import PAGE, headers, tables, values


def test_a_plain_table_with_years() -> None:
    """Rows under years; a label wrapped over two lines; percent with and without its sign glued."""
    (table,) = tables(
        """Tabell 1. Hovedtall for etaten

2022 2023 2024

Antall ansatte 1 364 1 433 1 539

Lykter i drift (summen av faste og
flytende) 67 991 63 840 74 574

Utnyttelsesgrad 87,98 % 87,87 % 86,52%
""",
        (1, "Tabell 1"),
    )
    assert table.caption == "Tabell 1. Hovedtall for etaten"
    assert headers(table) == [("2022",), ("2023",), ("2024",)]
    assert values(table) == {
        ("Antall ansatte",): ["1 364", "1 433", "1 539"],
        ("Lykter i drift (summen av faste og flytende)",): ["67 991", "63 840", "74 574"],
        ("Utnyttelsesgrad",): ["87,98", "87,87", "86,52"],
    }
    last = table.cells[-1]
    assert (last.value, last.unit, last.period and last.period.year) == (Decimal("86.52"), "prosent", 2024)


def test_grouped_headers_and_a_caption_that_governs_money_alone() -> None:
    """A row of group headers over years; «beløp i millioner kroner» does not reach the columns of persons."""
    (table,) = tables(
        """Tabell 2. Mottakere og beløp. Beløp i millioner kroner

Ordning        Antall mottakere

Utbetaling
  2023 2024 2023 2024

Lyktestønad 36 716 42 353 1 282 1 300

Tåketillegg 9 502 10 537 296 316
""",
        (1, "Tabell 2"),
    )
    assert headers(table) == [
        ("Antall mottakere", "2023"),
        ("Antall mottakere", "2024"),
        ("Utbetaling", "2023"),
        ("Utbetaling", "2024"),
    ]
    scales = {table.columns[cell.column].path[0]: cell.scale for cell in table.cells}
    assert scales == {"Antall mottakere": 1, "Utbetaling": 1_000_000}


def test_panels_side_by_side() -> None:
    """The count beside an indicator has its own row, with the indicator and the panel's label in its path."""
    (table,) = tables(
        """ 2023  2024

Alle

ordninger

2024 Bak tallene  2023  2024

Alle

ordninger

2024

Søknader

Behandlingstid (dager) 11        13        50        Antal l  søknader behandlet 247 679   247 583   1 183 943

Antall uttak 3        4        5        Antall klager behandlet 1 100   1 200   1 300

Restanse (antall) 9 785         8 640         185 651
"""
    )
    assert headers(table) == [("2023",), ("2024",), ("Alle ordninger 2024",)]
    found = values(table)
    assert found[("Søknader", "Behandlingstid (dager)")] == ["11", "13", "50"]
    label = next(path[-1] for path in found if path[-1].endswith("søknader behandlet"))
    assert found[("Søknader", "Behandlingstid (dager)", label)] == ["247 679", "247 583", "1 183 943"]
    assert found[("Søknader", "Restanse (antall)")] == ["9 785", "8 640", "185 651"]


def test_a_table_printed_column_by_column() -> None:
    """Labels first, then the numbers of each column."""
    (table,) = tables(
        """ 2022 2023

Lykter i daglig bruk

Lykter på lager

Tåkehorn

225 563

1 247

137 401

227 818

1 224

129 702
"""
    )
    assert values(table) == {
        ("Lykter i daglig bruk",): ["225 563", "227 818"],
        ("Lykter på lager",): ["1 247", "1 224"],
        ("Tåkehorn",): ["137 401", "129 702"],
    }


def test_group_headers_below_the_rows() -> None:
    """Headers over groups of columns that the page prints under the table."""
    (table,) = tables(
        """2023

Hittil i år T1

2024

2024 2023

Hittil i år T1

2024

2024

Fyrområdet 7 7 8 5 5 6

Tåkeområdet 4 5 5 4 4 4

Kystområdet 6 6 6 7 7 7

Samlet vurdering kvalitet Samlet vurdering tempo
"""
    )
    assert headers(table)[1] == ("Samlet vurdering kvalitet", "Hittil i år T1 2024")
    assert headers(table)[5] == ("Samlet vurdering tempo", "2024")
    assert values(table)[("Tåkeområdet",)] == ["4", "5", "5", "4", "4", "4"]


def test_group_headings_as_rows_and_nested_groups() -> None:
    """A label without numbers is a heading over the rows after it, until the next."""
    (table,) = tables(
        """ 2022 2023

Antall saker i alt 1 384 1 390

Tilbakekreving
(før rettelser)

Antall brukere 498 323

Sum beløp (kroner) 594 671 859 619 598 875

Etterbetaling

Antall brukere 266 259
"""
    )
    assert list(values(table)) == [
        ("Antall saker i alt",),
        ("Tilbakekreving (før rettelser)", "Antall brukere"),
        ("Tilbakekreving (før rettelser)", "Sum beløp (kroner)"),
        ("Etterbetaling", "Antall brukere"),
    ]
    money = [cell for cell in table.cells if table.rows[cell.row].path[-1].startswith("Sum")]
    assert [(cell.value, cell.unit, cell.scale) for cell in money] == [
        (Decimal(594671859), "kroner", 1),
        (Decimal(619598875), "kroner", 1),
    ]


def test_comments_and_stacked_sub_rows() -> None:
    """A last column of text, and sub-rows whose numbers stand in stacks."""
    (table,) = tables(
        """Parameter  2023 2024 Kommentarer

Andelen varsler som slår
til

70 %  71 % Måles ved utgangen av
året.

Andelen båter som svarer:

- Med radar
- Uten radar

63 %
47 %

62 %
44 %

Se merknaden over om
måling.

Antall formidlet 19 146 22 277 Gjennomsnitt per måned
"""
    )
    found = values(table)
    assert found[("Andelen varsler som slår til",)] == ["70", "71", "Måles ved utgangen av året."]
    assert found[("Andelen båter som svarer:", "Med radar")][:2] == ["63", "62"]
    assert found[("Andelen båter som svarer:", "Uten radar")] == ["47", "44", "Se merknaden over om måling."]
    assert found[("Antall formidlet",)] == ["19 146", "22 277", "Gjennomsnitt per måned"]


def test_a_header_over_many_lines_with_units() -> None:
    """Headers broken over lines; chapters as headings over posts; differences as changes."""
    (table,) = tables(
        """Tabell 5. Gjennomføring i 2024 (i tusen kroner)

Kapittel/post
Regnskap per

31.12.2024
Gitt ramme for

2024
Mer-/

mindreutgift

Kap. 634 Tåketiltak

Post 01 Driftsutgifter 575 555 599 443 -23 888

Post 21 Forsøk med tilrettelagt
opplæring

34 404 51 876 -17 472

Post 76 Tiltak for skippere 8 311 577 7 996 246 315 331

Kap. 2650 Sjøpenger

Post 76 Tilskudd til kurs 67 463 87 500 -20 037
""",
        (1, "Tabell 5"),
    )
    assert headers(table) == [("Regnskap per 31.12.2024",), ("Gitt ramme for 2024",), ("Mer-/mindreutgift",)]
    found = values(table)
    assert found[("Kap. 634 Tåketiltak", "Post 76 Tiltak for skippere")] == ["8 311 577", "7 996 246", "315 331"]
    assert found[("Kap. 2650 Sjøpenger", "Post 76 Tilskudd til kurs")] == ["67 463", "87 500", "-20 037"]
    assert {(cell.unit, cell.scale) for cell in table.cells} == {("kroner", 1000)}
    assert {cell.measure.value for cell in table.cells if cell.column == 2} == {"change"}


def test_codes_with_names_over_pages() -> None:
    """Chapter, name, post, text, note and amounts, the header printed again on the next page."""
    header = "Utgifts-\nkapittel\n\nKapittelnavn Post Posttekst Note\nSamlet\n\ntildeling 2024\n\n"
    header += "Regnskap\nper\n\n31.12.2024\n\nAvvik\n"
    (table,) = tables(
        header
        + """
601 Tåkeforskning,
måling m.m.

22 Kunnskap om sikt
mv., kan overføres

AB 43 400 17 885 25 515

604 Fyrvedlikehold 21 Spesielle driftsutgifter AB 168 434 144 498 23 936
"""
        + PAGE
        + header
        + """
605 Tåkeetaten 1 Driftsutgifter AB 14 329 860 13 942 814 387 046

605 Tåkeetaten 45 Større utstyr A 367 273 332 177 35 096

740 Fyrdirektoratet 1 Driftsutgifter 65 865 65 797 68
"""
    )
    assert headers(table) == [("Note",), ("Samlet tildeling 2024",), ("Regnskap per 31.12.2024",), ("Avvik",)]
    found = values(table)
    assert found[("601", "Tåkeforskning, måling m.m.", "22", "Kunnskap om sikt mv., kan overføres")][1:] == [
        "43 400",
        "17 885",
        "25 515",
    ]
    assert found[("605", "Tåkeetaten", "1", "Driftsutgifter")] == ["AB", "14 329 860", "13 942 814", "387 046"]
    assert found[("740", "Fyrdirektoratet", "1", "Driftsutgifter")][0] is None


def test_rows_of_codes_take_their_names_from_another_table() -> None:
    """A row «601 22 …» is named from the table where the codes stand with names."""
    named, coded = tables(
        """Kapittel Kapittelnavn Post Posttekst
Tildeling 2024

Regnskap 2024

601 Tåkeforskning 22 Kunnskap om sikt 43 400 17 885

604 Fyrvedlikehold 21 Spesielle driftsutgifter 168 434 144 498

604 Fyrvedlikehold 45 Utstyr 15 605 14 000

Tabell 2. Fordelingen

Kapittel Post
Overført fra

2023
Tildeling

2024

601 22 23 200 20 200

604 21 31 504 136 930

604 45 15 605 117 149
""",
        (10, "Tabell 2"),
    )
    assert named.rows[0].path == ("601", "Tåkeforskning", "22", "Kunnskap om sikt")
    assert coded.rows[0].path == ("601", "22")
    assert coded.rows[0].names == ("Tåkeforskning", "Kunnskap om sikt")
    assert values(coded)[("604", "45")] == ["15 605", "117 149"]
