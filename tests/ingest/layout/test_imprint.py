"""Who published a document and when: what it says itself, and what is not believed."""

from dataclasses import replace

import pytest

from ingest.document import Imprint, Sheet, Stated
from ingest.layout import document_kind, document_year, lay_out, published, publisher
from ingest.layout.imprint import imprint_words
from tests.ingest.layout.shapes import PROSE, sheet


def imprint(made: Sheet) -> Imprint:
    """What is found of a sheet."""
    layout = lay_out(made)
    return Imprint(
        publisher(made, layout, document_kind(made, layout)), published(made, layout, document_year(made, layout))
    )


def named(made: Sheet) -> str | None:
    """The publisher that is found."""
    found = imprint(made).publisher
    return found.text if found else None


def year_of(made: Sheet) -> str | None:
    """The year that is found."""
    found = imprint(made).year
    return found.text if found else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Utgiver: Losrådet", "Losrådet"),
        ("Utgitt av Norsk losforbund", "Norsk losforbund"),
        ("ISBN 12-3   Utgiver: Losrådet", "Losrådet"),
        ("Utgitt av hensyn til båtfolket i distriktet", None),
        ("Utgiverne takker alle", None),
    ],
)
def test_a_document_names_its_publisher(line: str, name: str | None) -> None:
    """After a word for it; prose that begins like one names nobody."""
    assert named(sheet(f"Rapport om losing 2024\n\n{line}\n\n{PROSE}")) == name


def test_a_publisher_under_its_word() -> None:
    """Alone on the line above the name."""
    assert imprint(sheet(f"{PROSE}\n\nUtgiver\nLosrådet")).publisher == Stated("Losrådet", 6)


def test_the_title_tells_whose_a_report_is() -> None:
    """«Los' årsrapport» is by Los where the text speaks of Los; an s that is no ending is not taken off."""
    opening = "Årsrapport"
    body = f"Los skal sørge for trygg ferdsel. Los har seks regioner.\n{PROSE}"
    assert named(sheet(*[f"Los årsrapport 2024\n \n{page}\n{body}" for page in (4, 5, 6)])) is None
    assert named(sheet(*[f"Loss årsrapport 2024\n \n{page}\n{body}" for page in (4, 5, 6)])) == "Los"
    assert named(sheet(f"{opening} 2024 for Los\n \n{body}", sizes={f"{opening} 2024 for Los": 24.0})) == "Los"


def test_a_letter_is_by_whoever_gives_the_money() -> None:
    """Its letterhead, else the ministry that its opening names most; never the one it is for."""
    text = "I dette tildelingsbrevet gir Kystdepartementet midler til Los- og havneetaten. Kystdepartementet viser til"
    assert named(sheet(f"{text}\nHavdepartementet.\n\n{PROSE}")) == "Kystdepartementet"
    assert imprint(sheet(f"Havdepartementet (HD)\nLos- og havneetaten\n\n{text}\n\n{PROSE}")).publisher == Stated(
        "Havdepartementet", 1
    )


@pytest.mark.parametrize(
    ("author", "name"),
    [("Havneetaten", "Havneetaten"), ("Kari Nordmann", None), ("kno", None), ("Fyrverket", None), ("", None)],
)
def test_an_author_in_the_metadata_must_be_a_body_that_the_text_names(author: str, name: str | None) -> None:
    """Else it is whoever typed, or made the template."""
    made = replace(sheet(f"Notat om losing\n\nKari Nordmann skrev. {PROSE}"), author=author or None)
    assert named(made) == name
    if name:
        assert imprint(made).publisher == Stated(name, None)


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Utgitt: mars 2025", "2025"),
        ("Dato: 14.03.2025", "2025"),
        ("Vår ref.: 24/1107   Dato: 14. mars 2025", "2025"),
        ("© 2025", "2025"),
        ("Oslo 14. mars 2025", "2025"),
        ("Mo i Rana, 14.03.2025", "2025"),
        ("Bergen, den 14. mars 2025", "2025"),
        ("Per 14. mars 2025", None),
        ("Oslo 31. desember 2024", None),
        ("Utgitt: 1974", None),
        ("innen 14. mars 2025", None),
        ("Etaten la fram sitt syn i Oslo 14. mars 2025", None),
    ],
)
def test_the_year_of_publication(line: str, year: str | None) -> None:
    """After a word for it, or where the document is signed; not balance days, deadlines, or far from its subject."""
    assert year_of(sheet(f"Havneetatens årsrapport 2024\n\n{PROSE}\n\n{line}\n\n{PROSE}")) == year


@pytest.mark.parametrize(("created", "year"), [(2025, "2025"), (2024, "2024"), (2000, None), (2031, None)])
def test_the_file_was_made_when_it_was_published_if_near_enough(created: int, year: str | None) -> None:
    """A file that was made again years later says nothing."""
    made = replace(sheet(f"Havneetatens årsrapport 2024\n\n{PROSE}"), created=created)
    assert year_of(made) == year


def test_a_document_that_does_not_say_is_by_nobody() -> None:
    """Rather than by somebody it is not."""
    assert imprint(sheet(PROSE)) == Imprint()


def test_the_data_is_valid() -> None:
    """It loads and is what it should be."""
    assert imprint_words().publisher.search("utgiver: x")
    assert "per" in imprint_words().no_places
