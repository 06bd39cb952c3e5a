"""A figure's words and those that lead up to it."""

from ingest.document import PassageKind
from ingest.read import read_document
from retrieval.analysis import Analyzer
from retrieval.figures.words import word_features
from retrieval.index.prepare import Preparer
from retrieval.index.records import PassageRecord
from retrieval.search import Candidate
from tests.retrieval.figures.made import asking, figure

TEXT = """1 Ordninger

Fyrlån gis til den som vil kjøpe et fyr. Ordningen hadde 312 mottakere i 2024.
"""


def candidate() -> Candidate:
    """A passage without words of its own."""
    none = frozenset[str]()
    passage = PassageRecord(1, 1, "p", PassageKind.PARAGRAPH, 1, (), (1,), "", "", "", None, None, "", none, none)
    return Candidate(passage, (), {}, 0.0)


def test_what_the_sentence_before_names_leads_up_to_the_number() -> None:
    """«Fyrlån gis … Ordningen hadde 312 mottakere»: half of what is asked for stands before the number's sentence."""
    query = asking("Hvor mange mottakere hadde fyrlån?", "mottakere", "fyrlån")
    stems = {"sentence_terms": (Analyzer().stem("mottakere"),), "place": 0, "clause": (0, 1)}
    alone, led = figure(1, **stems), figure(2, **stems, lead="fyrlån kjøpe fyr")  # type: ignore[arg-type]
    found = [word_features(query, one, candidate(), {}, frozenset()) for one in (alone, led)]
    assert [one["covered"] for one in found] == [0.5, 0.5]
    assert [one["led_up_to"] for one in found] == [0.0, 0.5]


def test_the_sentence_before_is_kept_with_the_number() -> None:
    """The first number of a passage has none before it, nor has a number in a table."""
    analyzer = Analyzer()
    figures = Preparer(analyzer)(read_document(TEXT.encode(), "lån.txt")).figures
    leads = {str(row["text"]): str(row["lead_terms"]).split() for row in figures}
    assert analyzer.stem("fyrlån") in leads["312"]
    first = Preparer(analyzer)(read_document(b"Ordningen hadde 312 mottakere.", "en.txt")).figures
    assert [row["lead_terms"] for row in first] == [""]


def test_what_the_way_of_asking_implies_is_asked_for() -> None:
    """A row named by it is as precise as one that is named."""
    query, row = asking("Hvor mange fikk fyrlån?", "fyrlån"), figure(table="t", row="mottakere")
    rarity = dict.fromkeys(row.row_terms, 1.0)
    told, untold = (word_features(query, row, candidate(), rarity, said) for said in (row.row_terms, frozenset[str]()))
    assert (told["row_precision"], untold["row_precision"]) == (1.0, 0.0)
