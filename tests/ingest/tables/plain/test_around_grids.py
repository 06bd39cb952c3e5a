"""What stands around grids in text without positions: notes, captions, signs, totals; and tables of text."""

from datetime import date

from ingest.document import CellKind
from tests.ingest.tables.shapes import PAGE, headers, tables, values


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
