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
