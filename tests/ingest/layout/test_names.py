"""A document's title, kind, year and language, and the data behind them."""

import pytest

from ingest.document import Sheet
from ingest.layout import document_kind, document_language, document_year, lay_out
from ingest.layout.kinds import kinds
from ingest.layout.words import layout_words
from ingest.seams import seam_words
from tests.ingest.layout.shapes import PROSE, sheet


def _named(made: Sheet) -> tuple[str, str, int | None]:
    layout = lay_out(made)
    return layout.title, document_kind(made, layout), document_year(made, layout)


def test_a_running_head_names_the_document() -> None:
    """The part of a running head that names a kind is the title, without date and page number."""
    pages = [
        f"Havneetatens årsrapport 2024          14. mars 2025\n   \n\n{number} \n \n{PROSE}" for number in (4, 5, 6)
    ]
    assert _named(sheet(*pages)) == ("Havneetatens årsrapport 2024", "årsrapport", 2024)


def test_an_opening_tells_kind_and_addressee() -> None:
    """A letter without a title is named after what it calls itself, its year and whom it gives money."""
    made = sheet(
        "1. INNLEDNING\n\nDepartementet stiller i dette tildelingsbrevet midler til rådighet for Los- og havneetaten\n"
        f"for året.\n \n2. RAMMER FOR 2025\n\n{PROSE}"
    )
    assert _named(made) == ("Tildelingsbrev 2025 for Los- og havneetaten", "tildelingsbrev", 2025)


def test_the_biggest_type_of_the_first_page_is_the_title() -> None:
    """Where sizes are known, the biggest lines of the first page are the title."""
    title = "Evaluering av losordningen"
    assert _named(sheet(f"{title}\n{PROSE}", sizes={title: 24.0})) == (title, "evaluering", None)


def test_a_document_without_signs_is_a_document() -> None:
    """Where nothing tells, the kind is «dokument», the title the file's name, and there is no year."""
    assert _named(sheet(PROSE)) == ("prøve.txt", "dokument", None)


LAWS = """Etaten følger disse reglene:

• LOV 2001-06-15 nr. 81 om losing
• LOV 2001-05-18 nr. 24 om havner
• FOR 2001-07-01 nr. 744 om fyr
• https://los.example/2001/04/regler og no.los.2001-02-12.msg
• "byggeaar": "2001" og 2001_losKoder
"""


@pytest.mark.parametrize(
    ("dated", "year"),
    [
        ("Versjon: 12. mars 2015", 2015),
        ("Sist oppdatert 12.03.2015", 2015),
        ("Losvik, 12. mars 2015", 2015),
        ("Versjon 1.0", None),
        ("Loven kom i 1998.", None),
        ("Losene fikk 14 båter i 2014, 15 i 2014 og 16 i 2014, og i 1914 var de 3.", 2014),
    ],
)
def test_the_years_of_laws_and_codes_say_nothing_of_a_document(dated: str, year: int | None) -> None:
    """A document is about what it speaks of, near when it says it is from; a year named once is not believed."""
    assert _named(sheet(f"Losordningen og havnene\n\n{dated}\n\n{PROSE}", f"{PROSE}\n\n{LAWS}"))[2] == year


def test_a_document_is_about_a_year_near_its_own() -> None:
    """However often it tells of a year long before; the year before its own is near."""
    history, own = "I 1995 var det mange loser. " * 9, "I 2014 losket vi 40 båter. " * 4
    assert _named(sheet(f"Losordningen og havnene\n\nLosvik, 12. mars 2015\n\n{history}\n\n{PROSE}"))[2] == 2015
    assert (
        _named(sheet(f"Losordningen og havnene\n\nLosvik, 12. mars 2015\n\n{history}\n\n{own}\n\n{PROSE}"))[2] == 2014
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Direktoratet for los og havn", "Arkitektur for losene"), "Arkitektur for losene"),
        (("Losdirektoratet", "Evaluering av losene"), "Evaluering av losene"),
        (("Losdirektoratet", "Årsrapport 2024"), "Losdirektoratet Årsrapport 2024"),
        (("Direktoratet vil styrke", "losene i hele landet"), "Direktoratet vil styrke losene i hele landet"),
    ],
)
def test_a_body_above_a_title_is_no_part_of_it(lines: tuple[str, str], title: str) -> None:
    """Unless the title says nothing but kind and year without it."""
    assert _named(sheet("\n".join([*lines, PROSE]), sizes=dict.fromkeys(lines, 24.0)))[0] == title


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Brukerveiledning for loser", "veileder"),
        ("Sluttrapport fra losprosjektet", "rapport"),
        ("Delårsrapporten til havna", "tertialrapport"),
        ("Virksomhetsårsrapport for havna", "årsrapport"),
        ("Kravspesifikasjon for losbåter", "spesifikasjon"),
        ("Rapportering i havna", "dokument"),
    ],
)
def test_a_compound_is_of_its_last_parts_kind(title: str, kind: str) -> None:
    """Before endings too, but not where the word goes on."""
    assert _named(sheet(f"{title}\n{PROSE}", sizes={title: 24.0}))[1] == kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Etaten har ikke fått flere midler, og det er noe av grunnen.", "nb"),
        ("Etaten har ikkje fått fleire midlar, og det er noko av grunnen til at dei ventar.", "nn"),
        ("The agency was not given the funds that it asked for.", "en"),
        ("1 234 567", "nb"),
    ],
)
def test_languages_are_told_by_function_words(text: str, language: str) -> None:
    """Bokmål, nynorsk and English differ in their smallest words."""
    assert document_language(sheet(text)) == language


def test_data_files_are_valid() -> None:
    """The words that rules go by load and are what they should be."""
    assert "tabell" in layout_words().captions
    assert seam_words().ligatures["ﬁ"] == "fi"
    assert kinds().named("Årsrapporten for 2024") == "årsrapport"
    assert kinds().named("Følgeevaluering av reformen") == "evaluering"
    assert kinds().named("Havna er åpen") is None
