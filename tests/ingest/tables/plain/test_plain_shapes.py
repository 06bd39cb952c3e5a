"""The shapes of tables in text without positions, each in a table of a made-up agency."""

from datetime import date
from decimal import Decimal

from ingest.document import CellKind
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
Vedtatt bevilgning for

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
    assert headers(table) == [("Regnskap per 31.12.2024",), ("Vedtatt bevilgning for 2024",), ("Mer-/mindreutgift",)]
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


def test_references_to_notes_are_no_amounts() -> None:
    """A column of note numbers, often empty, before two columns of amounts."""
    (table,) = tables(
        """Alle tall i hele tusen NOK  Note 31.12.24 31.12.23

Inntekter

Innbetalinger fra gebyrer 1 -9 240 -9 359

Salgs- og leieinntekter 1 -4 679 -7 978

Sum inntekter

-13 919 -17 337

Utbetalinger til lønn 2 10 882 850 10 544 251

Andre utbetalinger 3 4 330 141 4 134 094
"""
    )
    assert headers(table) == [("Note",), ("31.12.24",), ("31.12.23",)]
    found = values(table)
    assert found[("Inntekter", "Sum inntekter")] == [None, "-13 919", "-17 337"]
    assert {cell.kind for cell in table.cells if cell.column == 0} == {CellKind.TEXT}
    assert {(cell.unit, cell.scale) for cell in table.cells if cell.column} == {("kroner", 1000)}


def test_a_table_inside_another() -> None:
    """The rows at the top of a page go on from the table that has no sum yet, not from the closed one before them."""
    outer, inner = tables(
        """Note 7 | Tilskudd
31.12.24 31.12.23

Lyktetilskudd 4 410 7 229

Fyrtilskudd 1 862 2 893

Note 6 | Innkreving
31.12.24 31.12.23

Tåkeavgift -756 060 -759 648

Havnegebyr -429 -269

Sum innkreving -756 489 -759 917
"""
        + PAGE
        + """Kysttilskudd 12 569 12 438

Havnetilskudd 62 185 30 569

Sum tilskudd 81 026 53 129
""",
        (1, "Note 7"),
        (8, "Note 6"),
    )
    assert (outer.caption, inner.caption) == ("Note 7 | Tilskudd", "Note 6 | Innkreving")
    assert list(values(outer)) == [
        ("Lyktetilskudd",),
        ("Fyrtilskudd",),
        ("Kysttilskudd",),
        ("Havnetilskudd",),
        ("Sum tilskudd",),
    ]


def test_a_caption_before_prose_is_tied_to_the_grid_after_it() -> None:
    """Captions stand first, then text, then the grids; they are matched in order."""
    prose = "Etaten behandlet flere saker enn året før, og køen ble kortere i alle regioner enn den var.\n" * 3
    first, second = tables(
        f"""Tabell 1. Kvalitet

{prose}
Tabell 2. Tempo

{prose}

2023 2024

Klager 1 230 1 340

Anker 230 240

2023 2024

Dager 45 50

Uker 6 7
""",
        (1, "Tabell 1"),
        (7, "Tabell 2"),
    )
    assert (first.caption, second.caption) == ("Tabell 1. Kvalitet", "Tabell 2. Tempo")


def test_signs_before_labels() -> None:
    """Rows that add and subtract carry their sign first in the path."""
    (table,) = tables(
        """(i tusen kroner)

Samlet behov i 2025 8 456 735

-
Behov for fullmakt som
betales i 2026
1 216 395

+
Behov for fullmakt som
betales i 2025
1 144 276

= Samlet bevilgning i 2025 8 384 616
"""
    )
    assert [row.path for row in table.rows] == [
        ("Samlet behov i 2025",),
        ("-", "Behov for fullmakt som betales i 2026"),
        ("+", "Behov for fullmakt som betales i 2025"),
        ("=", "Samlet bevilgning i 2025"),
    ]
    assert [cell.text for cell in table.cells] == ["8 456 735", "1 216 395", "1 144 276", "8 384 616"]


def test_a_scale_that_the_document_contradicts() -> None:
    """A header says millions, but the same amounts stand elsewhere as thousands: the cells are thousands."""
    _, table = tables(
        """Kapitler  Tildeling for 2025
(beløp i 1000 kroner)

Post 76 Tiltak for skippere 8 384 615

Post 77 Varig arbeid på fyr 2 222 085

Post 78 Reiser 114 170

Tabell 2. Behov

(i mill. kroner)

Bevilgning til skippere 8 384 616

Bevilgning til fyr 2 222 086

Bevilgning til andre 1 500 321
""",
        (10, "Tabell 2"),
    )
    assert {cell.scale for cell in table.cells} == {1000}
    assert all(cell.confidence < 1 for cell in table.cells)


def test_tables_of_text_are_rows() -> None:
    """A calendar: each month is a row with its lines, and the note is apart."""
    (table,) = tables(
        """MÅNED TIDSPUNKT FOR MØTER
FEBRUAR • 28.02.2025 Frist for innspill til
budsjettet*
MARS • 14.03.2025: Frist for årsrapporten
• 12.03.2025: Særmøte
APRIL • 29.04.2025: Etatsstyringsmøte
MAI • 13.05.2025: Særmøte
* Fristen er foreløpig.
"""
    )
    assert [(row.path, row.lines) for row in table.rows] == [
        (("FEBRUAR",), (2, 3)),
        (("MARS",), (4, 5)),
        (("APRIL",), (6,)),
        (("MAI",), (7,)),
    ]
    assert [note.mark for note in table.notes] == ["*"]


def test_notes_and_marks() -> None:
    """Marks are off labels and cells, spans cover the number alone, and notes are told apart."""
    (table,) = tables(
        """2023 2024

Lyktestønad* 36 716 42 353**

Tåketillegg 1) 9 502 10 537

Fyrlønn 1 502 1 537

* Gjennomsnitt for året.
** Foreløpig tall.
1) Gjelder fra mai.
"""
    )
    assert [row.path for row in table.rows] == [("Lyktestønad",), ("Tåketillegg",), ("Fyrlønn",)]
    assert [note.mark for note in table.notes] == ["*", "**", "1)"]
    cell = table.cells[1]
    assert (cell.text, cell.spans[0].end - cell.spans[0].start) == ("42 353", 6)


def test_header_among_the_rows() -> None:
    """A header that stands below the first number is found; codes of one length stand beside each other."""
    (table,) = tables(
        """Kapital og beholdning

-672 731
Regnskap per

31.12.2024

6004 Kystbanken KK
/Innbetalinger

23 Innskudd for oppgjør

205 360

6004 Kystbanken KK/utbetalinger 23 Innskudd for oppgjør   -684 452

7065 Endringer i mellomværende 0 Tåkeetaten     -158 989

Sum rapportert          0
"""
    )
    assert headers(table) == [("Regnskap per 31.12.2024",)]
    assert {path: cells for path, cells in values(table).items() if path != ("Kapital og beholdning",)} == {
        ("6004", "Kystbanken KK/Innbetalinger", "23", "Innskudd for oppgjør"): ["205 360"],
        ("6004", "Kystbanken KK/utbetalinger", "23", "Innskudd for oppgjør"): ["-684 452"],
        ("7065", "Endringer i mellomværende", "0", "Tåkeetaten"): ["-158 989"],
        ("Sum rapportert",): ["0"],
    }
    assert {cell.period and cell.period.year for cell in table.cells} == {2024}


def test_groups_of_uneven_width_in_one_line() -> None:
    """Groups, label header and years one after the other: a group ends where a header repeats or years end."""
    (table,) = tables(
        """Andel (prosent) Ansatte Lønn (kroner) Gruppe 2024 2023 2024 Kvinner Menn

Ledere 51,2 48,8 84 918 400 931 700

Varslere 46,0 44,1 276 741 200 744 900

Fyrvoktere 18,6 16,9 118 598 100 603 500
"""
    )
    assert headers(table) == [
        ("Andel (prosent)", "2024"),
        ("Andel (prosent)", "2023"),
        ("Ansatte", "2024"),
        ("Lønn (kroner)", "Kvinner"),
        ("Lønn (kroner)", "Menn"),
    ]
    assert values(table)[("Ledere",)] == ["51,2", "48,8", "84", "918 400", "931 700"]
    assert values(table)[("Varslere",)] == ["46,0", "44,1", "276", "741 200", "744 900"]
    first = table.cells[:5]
    assert [cell.unit for cell in first] == ["prosent", "prosent", "ansatte", "kroner", "kroner"]
    assert first[0].confidence == 1


def test_a_total_tells_the_unit_of_what_it_adds_up() -> None:
    """«Antall anmeldelser i alt» is a number of notices: so are the nameless counts that it is the sum of."""
    (table,) = tables(
        """2022 2023 2024

Siktestønad 21 24 29

Lyktestønad 9 8 11

Ferjepenger 4 7 6

Antall anmeldelser i alt 34 39 46

Anmeldt beløp (mill. kroner) 3,1 4,2 5,0
"""
    )
    units = [{cell.unit for cell in table.cells if cell.row == row} for row in range(len(table.rows))]
    assert units == [{"anmeldelser"}] * 4 + [{"kroner"}]


def test_whole_year_beside_its_quarters() -> None:
    """A column for the whole year is not of one quarter; a caption's last words tell the unit."""
    (table,) = tables(
        """Tabell 4. Utslipp per kvartal i 2024, tonn CO2

1. kvartal 2. kvartal 3. kvartal 4. kvartal Hele året

Ledsagebåter 612 1 104 987 701 3 404

Nedlastinger (1000) 204 305 206 207 922
""",
        (1, "Tabell 4"),
        title="Årsrapport 2024",
    )
    last = table.cells[4]
    assert last.period and (last.period.start, last.period.end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (last.unit, table.cells[5].scale) == ("tonn", 1000)


def test_marks_come_off_captions() -> None:
    """A footnote's number glued to a caption is no part of it."""
    (table,) = tables(
        """Tabell 5. Saker til innkreving20

2023 2024

Saker til innkreving 36 716 42 353

Saker uten innkreving 9 502 10 537

20 Innkreving skjer i Lyktevika.
""",
        (1, "Tabell 5"),
    )
    assert table.caption == "Tabell 5. Saker til innkreving"


def test_a_table_of_text_goes_on_under_its_column_names() -> None:
    """Whole sentences inside a row end no table whose column names come again on the next page."""
    (table,) = tables(
        f"""Prioritet  Ny statistikk Kontaktperson

1 Andelen skippere som blir borte på grunn av tåke i løpet av året er redusert.

I samarbeid med Kystbanken, bidra til utvikling av indikatorsett, samt årlig leveranse av data og mål

og vurderinger av resultater. Merk at også dette er gitt som oppdrag i tildelingsbrevet for året før.

Odd Morgendis

1

Utarbeiding av statistikk for skippere med lav inntekt i lys av ulike regelendringer.

Synne Vik
{PAGE} KYST

Prioritet  Ny statistikk Kontaktperson

I tillegg kan det være ønskelig med statistikk over fyr.

2 Bidrag til tåkebanken.

Pål Skumring
"""
    )
    assert [row.lines for row in table.rows] == [(3, 5, 7, 9), (11, 13, 15, 20), (22, 24)]
