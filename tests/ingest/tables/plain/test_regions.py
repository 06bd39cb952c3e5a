"""Where grids stand, and what is no grid."""

from ingest.tables.plain.regions import plain_regions
from tests.ingest.tables.shapes import seen


def lines_of(text: str) -> list[tuple[int, int]]:
    """The first and last line of every region."""
    return [(region.lines[0], region.lines[-1]) for region in plain_regions(seen(text))]


def test_running_text_with_numbers_is_no_grid() -> None:
    """Prose full of numbers, years and shares is left alone."""
    text = """Etaten hadde 12 988 årsverk i 2022 og 12 355 årsverk i 2023, en nedgang på 4,9 prosent fra
året før. Ved utgangen av 2024 var tallet 12 406, og 373 000 personer fikk stønad, mot 366 600 i
2023. Det er en økning på 6 400 personer, eller 1,7 prosent, og utgiftene økte fra 606,0 til 659,8
milliarder kroner. I 2024 kom det 30 800 nye, mens 24 400 sluttet, og andelen var 79,1 i 2024
"""
    assert lines_of(text) == []


def test_a_numbered_list_is_no_grid() -> None:
    """Items with numbers in them are no rows."""
    text = """• Støtte gikk til 86 havner, i alt 54,1 millioner kroner.
• Lån gikk til 11 verft, i alt 5,3 millioner kroner.
• Gaver gikk til 13 lag, i alt 14,46 millioner kroner.
"""
    assert lines_of(text) == []


def test_header_rows_and_marked_notes_belong() -> None:
    """A region reaches from its header to its last note."""
    text = """Her står en innledning til tabellen som fyller en hel linje i dokumentet, og litt til slik at den er lang.

2022 2023

Antall lykter a 12 988 12 355

Antall fyr 15 364 14 633

a Lykter er talt i mai.
Det gjelder også fyr.

Etter tabellen går teksten videre med en lang linje som fyller hele bredden på siden, akkurat som den første.
"""
    assert lines_of(text) == [(3, 10)]


def test_a_second_header_begins_a_second_region() -> None:
    """Two grids under each other are two regions."""
    text = """2022 2023

Antall lykter 12 988 12 355

2023 2024

Antall fyr 15 364 14 633

Antall horn 1 364 1 633
"""
    assert lines_of(text) == [(1, 3), (5, 9)]
