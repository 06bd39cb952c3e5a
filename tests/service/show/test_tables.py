"""Tables in the terminal."""

from dataclasses import replace

import pytest

from ingest.document import CellKind, Document
from service.show.tables import print_tables
from tests.service.show.printed import printed, widest

DRAWN = """\
t1  Tabell 1. Fisk & skalldyr
side 3 (trykt 1) · linje 5–9 · 1 Fangst <script>alert(1)</script>
3 rader × 4 kolonner · 1 usikker celle
                      Antall                 Verdi
                  ───────────────  ──────────────────────────
                   2023      2024          2023          2024  linje
enhet               dyr       dyr  mill. kroner  mill. kroner
periode            2023      2024          2023          2024
────────────────────────────────────────────────────────────────────
Fisk
  Torsk           1 200     1 300             5             6  6
    Unge            200       300             -             1  7
0801
  Krabbe (Skall)     70  80 ?0,80             2        ukjent  8
────────────────────────────────────────────────────────────────────
* Uten rogn. (linje 9)

"""


def test_a_table_is_drawn_with_its_paths(document: Document) -> None:
    """Header rows over their columns, nested labels, names of codes, units, periods, doubt, lines and notes."""
    assert printed(print_tables, document, 100) == DRAWN


@pytest.mark.parametrize("width", [60, 80, 160])
def test_nothing_is_wider_than_the_terminal(sample: Document, width: int) -> None:
    """Every line of every table fits."""
    assert widest(printed(print_tables, sample, width)) <= width


@pytest.mark.parametrize("width", [60, 160])
def test_every_number_of_every_table_is_there(sample: Document, width: int) -> None:
    """However narrow the terminal, no number is lost, broken or left without its table."""
    text = printed(print_tables, sample, width)
    for table in sample.tables:
        assert f"\n{table.id}  " in f"\n{text}"
        numbers = [cell.text for cell in table.cells if cell.kind is CellKind.NUMBER]
        assert all(number in text for number in numbers), table.id


def test_a_narrow_terminal_gets_panels(document: Document) -> None:
    """Columns that do not fit stand below, under their own headers, with the stub again."""
    text = printed(print_tables, document, 40)
    first, second = text.split("\n\n")[:2]
    assert ("Krabbe" in first, "Krabbe" in second) == (True, True)
    assert ("Antall" in first, "Antall" in second) == (True, False)


def test_no_tables_are_said_so(document: Document) -> None:
    """A document without tables says it."""
    assert printed(print_tables, replace(document, tables=()), 80) == "Ingen tabeller.\n"


def test_what_a_terminal_would_obey_is_marked(document: Document) -> None:
    """An escape sequence in a document does not reach the terminal."""
    evil = replace(document.tables[0], caption="Fisk\x1b[2Jog\x07skall")
    text = printed(print_tables, replace(document, tables=(evil,)), 80)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "Fisk\N{REPLACEMENT CHARACTER}[2Jog" in text
