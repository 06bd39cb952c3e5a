"""Overviews: one measure for all of something, from a column or from sibling tables, every cell cited."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from retrieval.analysis import Analyzer
from retrieval.analysis.background import Background
from retrieval.analysis.terms import parse_terms
from retrieval.answer import Answerer
from retrieval.engine import FEATURES
from retrieval.forms import Language
from retrieval.index.open import Index
from retrieval.index.scope import Filter
from retrieval.overview.asked import read_asked
from retrieval.update import update_index
from retrieval.weights import shipped_weights
from service.replies import ask_reply
from service.schemas import AskReply
from tests.retrieval.conftest import HashEncoder

TABLE = """{number} {name}

Tabell {number}. Indikatorer for {low}

                        2023    2024
Ventetid (dager)          {a}      {b}
Antall vedtak            {c}     {d}

"""
REGIONS = [
    ("Nordvik", "31", "28", "410", "422"),
    ("Sørvik", "45", "-", "388", "391"),
    ("Østvik", "22", "25", "297", "305"),
    ("Vestvik", "37", "33", "512", "498"),
]


AnswererOver = Callable[[Mapping[str, str]], Answerer]


@pytest.fixture
def answerer_over(tmp_path: Path) -> AnswererOver:
    """Makes an answerer over documents of these names and texts."""

    def made(texts: Mapping[str, str]) -> Answerer:
        folder = tmp_path / "documents"
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_text(text, "utf8")
        update_index(folder, tmp_path / "index", HashEncoder(), Analyzer(), lambda *_: None)
        index = Index(tmp_path / "index", HashEncoder(), Analyzer())
        terms = parse_terms('[t]\ngroups = [["ventetid", "waiting time"]]', "test", Analyzer())
        return Answerer(index, Language(Analyzer(), terms, Background(100, {})), shipped_weights(FEATURES))

    return made


@pytest.fixture
def regions(answerer_over: AnswererOver) -> Answerer:
    """An answerer over a report that gives every region a table of its own."""
    tables = "".join(
        TABLE.format(number=at, name=name, low=name.lower(), a=a, b=b, c=c, d=d)
        for at, (name, a, b, c, d) in enumerate(REGIONS, 1)
    )
    return answerer_over({"regioner.txt": tables})


def reply(answerer: Answerer, question: str) -> AskReply:
    """The reply to a question."""
    return ask_reply(answerer.ask(question, (), Filter(), 5), answerer.index.store, 0.0)


def cells(got: AskReply) -> dict[str, list[str]]:
    """The overview's cells as they are printed, by row."""
    assert got.overview is not None
    return {
        row.label: [cell.state if cell.figure is None else got.figures[cell.figure].text for cell in row.cells]
        for row in got.overview.rows
    }


@pytest.mark.parametrize(
    "question",
    [
        "vis ventetid for alle regionene i 2023 og 2024",
        "Lag en oversikt over ventetid per region",
        "Hva var ventetiden for hver region i 2024?",
        "Show waiting time for all regions",
    ],
)
def test_a_question_for_all_of_something_asks_for_an_overview(question: str) -> None:
    """The measure is what is left; what each row is stands apart."""
    asked = read_asked(question, 2024)
    assert asked is not None
    assert len(asked.items) == 1
    assert "region" not in asked.items[0]
    assert (asked.whom or "").startswith("region")


@pytest.mark.parametrize(
    "question",
    [
        "Hva var ventetiden for alle regionene samlet?",
        "Hva var ventetiden for alle regioner samlet i 2023?",
        "Hvor mange vedtak ble fattet i Nordvik?",
        "Hva var ventetiden i Nordvik i 2023 og 2024?",
        "Vis ventetiden i Nordvik i 2024",
        "Hvilken region hadde lengst ventetid i 2023?",
    ],
)
def test_a_question_for_one_figure_asks_for_none(question: str) -> None:
    """«samlet» asks for a total; the longest of something for a comparison."""
    assert read_asked(question, 2024) is None


@pytest.mark.parametrize(
    ("question", "items", "whom", "names", "codes"),
    [
        ("Vis tildeling, regnskap og avvik for alle postene i kapittel 1912", 3, "postene", (), ("1912",)),
        ("vis ventetid for Nordvik, Sørvik og Østvik i 2024", 1, None, ("Nordvik", "Sørvik", "Østvik"), ()),
        ("Lag en tabell over arbeids- og velferdsutgifter i 2023 og 2024", 1, None, (), ()),
        ("Vis ventetid for alle typer saker, kvartal for kvartal", 1, "saker", (), ()),
        ("Ranger regionene etter ventetid i 2024", 1, "regionene", (), ()),
    ],
)
def test_the_parts_of_a_question_are_told_apart(
    question: str, items: int, whom: str | None, names: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    """Measures, for whom, rows that are named, chapters and posts."""
    asked = read_asked(question, 2024)
    assert asked is not None
    assert (len(asked.items), asked.whom, asked.names, asked.codes) == (items, whom, names, codes)


def test_rows_are_sorted_by_how_much_they_changed(regions: Answerer) -> None:
    """The change is computed from the cited figures; a row without one comes last."""
    got = reply(regions, "Hvilke regioner hadde størst økning i ventetid fra 2023 til 2024? Vis alle")
    assert got.overview is not None
    assert [row.label for row in got.overview.rows] == ["Østvik", "Nordvik", "Vestvik", "Sørvik"]
    (change,) = got.overview.computed
    assert [cell and cell.value for cell in change.cells] == [3, -3, -4, None]
    for cell in change.cells:
        if cell is not None:
            first, last = (got.figures[at].value for at in cell.operands)
            assert cell.value == last - first


def test_only_the_rows_named_are_shown(regions: Answerer) -> None:
    """In the order they are named in; one that no table has says so in every cell."""
    got = reply(regions, "vis ventetid for Vestvik, Nordvik og Innvik i 2023 og 2024")
    assert cells(got) == {"Vestvik": ["37", "33"], "Nordvik": ["31", "28"], "Innvik": ["not_found", "not_found"]}


def test_a_year_no_table_has_is_an_empty_column(regions: Answerer) -> None:
    """It is not left out: that there is nothing is an answer too."""
    got = reply(regions, "vis ventetid for alle regionene i 2022 og 2023")
    assert got.overview is not None
    assert got.overview.columns == ["2022", "2023"]
    assert {shown[0] for shown in cells(got).values()} == {"not_found"}


def test_an_overview_of_what_is_not_there_is_refused(regions: Answerer) -> None:
    """The reply says why, and gives no figure instead."""
    got = reply(regions, "vis antall sykehussenger for alle regionene i 2023 og 2024")
    assert (got.status, got.overview, got.answer) == ("not_found", None, None)
    assert got.trace["no_overview"]


def test_sibling_tables_give_a_row_each(regions: Answerer) -> None:
    """The tables' sections name the rows; a missing cell says whether it was printed as missing."""
    got = reply(regions, "vis ventetid for alle regionene i 2023 og 2024")
    assert got.status == "answered"
    assert got.overview is not None
    assert got.overview.columns == ["2023", "2024"]
    found = cells(got)
    assert [found[label] for label in found if "Nordvik" in label] == [["31", "28"]]
    assert [found[label] for label in found if "Sørvik" in label] == [["45", "not_there"]]
    assert len(found) == 4


def test_every_cell_is_a_cited_figure(regions: Answerer) -> None:
    """Each cell's figure stands in its quote, at its highlight."""
    got = reply(regions, "vis ventetid for alle regionene i 2023 og 2024")
    assert len(got.figures) == 7
    for figure in got.figures:
        assert figure.citation.highlight is not None
        start, end = figure.citation.highlight
        assert figure.citation.quote[start:end] == figure.text


def test_a_column_gives_a_row_for_each_of_its_rows(answerer: Answerer) -> None:
    """The rows of one table, for the years asked for."""
    got = reply(answerer, "lag en oversikt over utgifter i 2023 og 2024 for alle formål")
    assert cells(got) == {"Drift av fyrlykter": ["118", "131"], "Nye merker": ["42", "57"], "Tilsyn": ["16", "15"]}


def test_the_largest_of_sibling_tables_is_named_by_its_section(regions: Answerer) -> None:
    """The same row of every table is compared."""
    got = reply(regions, "Hvilken region hadde lengst ventetid i 2023?")
    assert got.answer is not None
    assert "Sørvik" in got.answer
    assert got.figures[0].value == 45


BUDGET = """1 Tildeling

Tabell 1. Tildeling etter formål. Tall i tusen kroner

                        {first}    {last}
Drift av fyr             1 100    1 200
Vedlikehold                310      {kept}
Tilskudd                   410      420
"""


def test_years_are_joined_from_several_documents(answerer_over: AnswererOver) -> None:
    """One column from each; the rows are met by their labels."""
    texts = {
        "brev 2024.txt": BUDGET.format(first=2023, last=2024, kept=320),
        "brev 2026.txt": BUDGET.format(first=2025, last=2026, kept=330),
    }
    got = reply(answerer_over(texts), "Vis tildelingen i 2024 og 2025 for alle formålene")
    assert cells(got) == {
        "Drift av fyr": ["1 200", "1 100"], "Vedlikehold": ["320", "310"], "Tilskudd": ["420", "410"]
    }  # fmt: skip
    sources = [figure.citation.source for figure in got.figures]
    assert sources == ["brev 2024.txt", "brev 2026.txt"] * 3


def test_an_overview_says_what_of_the_question_its_tables_lack(regions: Answerer) -> None:
    """It is as sure as what it holds of the question, and the words that it does not hold are named."""
    whole = reply(regions, "vis ventetid for Vestvik, Nordvik og Innvik i 2023 og 2024")
    partly = reply(regions, "vis ventetid for alle regionene i 2023 og 2024")
    assert whole.overview is not None
    assert partly.overview is not None
    assert (whole.overview.lacking, partly.overview.lacking) == ([], ["regionene"])
    assert partly.confidence < whole.confidence == 1
    assert partly.trace["confidence"] is None


def test_all_of_something_is_answered_by_a_table_called_that(regions: Answerer) -> None:
    """Without a measure a table of something else is no answer: the measure is asked for."""
    open_one = reply(regions, "Vis alle regioner i 2023 og 2024")
    assert open_one.overview is None
    assert "«regioner»" in str(open_one.trace["no_overview"])
    named = reply(regions, "Vis alle indikatorene i 2023 og 2024")
    assert named.overview is not None
