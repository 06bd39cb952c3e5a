"""Every number is a figure at its place, with what it counts and the period it holds for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.document import BlockKind, Document, Figure, Layout, Sheet, Span, Table
from ingest.figures import MOST_LABEL, Source, figures
from ingest.passages import passages
from ingest.quantities.model import Measure
from ingest.read import read_document
from ingest.seams import vocabulary
from tests.ingest.made import LOCKS, block, layout, lock_table, sheet

DOCUMENTS = Path(__file__).parents[2] / "documents"


def figures_in(
    made: Sheet, laid: Layout, tables: tuple[Table, ...] = (), year: int | None = 2024
) -> tuple[Figure, ...]:
    """The figures of a sheet."""
    words = vocabulary(line.text for line in made.lines)
    return figures(Source(made, laid, words), tables, passages(made, laid, tables, words), year)


def paragraph(*lines: str, section: tuple[str, ...] = ("2 Drift",), marks: tuple[Span, ...] = ()) -> list[Figure]:
    """The figures of one paragraph that are no dates."""
    made = sheet(*lines)
    laid = layout(block(BlockKind.PARAGRAPH, *range(1, len(lines) + 1), section=section), marks=marks)
    return [figure for figure in figures_in(made, laid) if figure.measure != Measure.DATE]


def printed(figure: Figure, lines: tuple[str, ...]) -> str:
    """What stands at a figure's spans, white space apart."""
    return "".join("".join(lines[span.line - 1][span.start : span.end].split()) for span in figure.spans)


def test_a_figure_points_at_exactly_its_number() -> None:
    """Not at its unit, not at the full stop after it."""
    line = "   Slusene slapp gjennom 1 250 båter."
    (figure,) = paragraph(line)
    assert (figure.text, figure.value, figure.unit) == ("1 250", 1250, "båter")
    assert line[figure.spans[0].start : figure.spans[0].end] == "1 250"
    assert figure.passage == "p0"


def test_a_number_broken_over_lines_has_a_span_in_each() -> None:
    """Both halves are cited."""
    lines = ("Slusene langs hele kysten slapp i løpet av året gjennom i alt 27", "000 båter, og det er mange.")
    (figure,) = paragraph(*lines)
    assert (figure.value, [span.line for span in figure.spans]) == (27_000, [1, 2])
    assert printed(figure, lines) == "27000"


def test_the_marks_of_a_list_are_no_numbers() -> None:
    """«2.» is the mark of an item, and parts it from the number that the item before ends with."""
    made = sheet("1. bygge om slusen Pumpe 3", "2. måle i to døgn")
    items = [replace(block(BlockKind.LIST_ITEM, line, level=1), marker=f"{line}.") for line in (1, 2)]
    assert [figure.text for figure in figures_in(made, layout(*items))] == ["to"]


def test_numbers_without_a_word_are_no_figures() -> None:
    """The axis of a chart tells nothing."""
    assert paragraph("15 000", "10 000 5 000") == []


def test_a_half_goes_with_the_whole_number_before_it() -> None:
    """«fire og en halv time» is one quantity."""
    (figure,) = paragraph("Slusen sto stengt i fire og en halv time.")
    assert (figure.text, figure.value, figure.unit) == ("fire og en halv", Decimal("4.5"), "timer")


def test_a_footnote_mark_is_no_part_of_a_number() -> None:
    """«8 uker3»: the mark is left out of number and unit alike."""
    (figure,) = paragraph("Ventetiden var 8 uker3 i gjennomsnitt.", marks=(Span(1, 21, 22),))
    assert (figure.text, figure.unit) == ("8", "uker")


def test_a_label_is_the_clause_without_the_number() -> None:
    """Each of two numbers in a sentence has its own words."""
    first, second = paragraph("Slusene slapp gjennom 310 båter, mens losene fulgte 45 skip.")
    assert first.label == "Slusene slapp gjennom … båter"
    assert second.label == "losene fulgte … skip"


def test_a_label_stays_in_its_sentence() -> None:
    """What stands in the sentence before is not what a number counts."""
    figure = paragraph("Været var dårlig hele våren. Losene fulgte 45 skip. Så kom sommeren.")[0]
    assert figure.label == "Losene fulgte … skip"


def test_a_long_label_is_cut_at_a_word() -> None:
    """So that it fits beside its number."""
    (figure,) = paragraph("Losene fulgte 45 skip " + "gjennom mørke farvann " * 20 + "hjem.")
    assert len(figure.label) <= MOST_LABEL + 2
    assert figure.label.startswith("Losene fulgte … skip gjennom mørke")
    assert figure.label.removesuffix(" …").split()[-1] in ("gjennom", "mørke", "farvann")


@pytest.mark.parametrize(
    ("section", "end"),
    [
        (("3 Regnskap", "3.1 Utgifter i 2022"), date(2022, 12, 31)),
        (("3 Resultater i 2021", "3.1 Sluser"), date(2021, 12, 31)),
        (("3 Resultater i 2021", "3.1 Sluser i 2022"), date(2022, 12, 31)),
    ],
)
def test_the_period_comes_from_the_nearest_heading_that_names_one(section: tuple[str, ...], end: date) -> None:
    """Where the sentence itself names none."""
    (figure,) = paragraph("Losene fulgte 45 skip.", section=section)
    assert figure.period is not None
    assert figure.period.end == end


def test_a_period_of_its_own_goes_before_the_heading() -> None:
    """The sentence knows best."""
    (figure,) = paragraph("Losene fulgte 45 skip i 2019.", section=("3 Resultater i 2021",))
    assert figure.period is not None
    assert figure.period.year == 2019


def test_a_date_is_a_figure_too() -> None:
    """Its value is the year, its period the day."""
    laid = layout(block(BlockKind.PARAGRAPH, 1))
    (found,) = figures_in(sheet("Slusene åpner 14. mars 2025."), laid)
    assert (found.measure, found.value) == (Measure.DATE, 2025)
    assert found.period is not None
    assert found.period.start == date(2025, 3, 14)


def test_cells_are_figures_with_row_and_column() -> None:
    """Their label is the whole path; what is missing or text is no figure."""
    found = figures_in(sheet(*LOCKS), layout(), (lock_table(),))
    cells = [figure for figure in found if figure.table == "t1" and figure.row is not None]
    assert [(figure.text, figure.row, figure.column) for figure in cells] == [
        ("1 250", 0, 0),
        ("1 300", 0, 1),
        ("310", 1, 0),
    ]
    assert cells[0].label == "Nord – Lensing – Forbruk – 2023"
    assert [printed(figure, LOCKS) for figure in cells] == ["1250", "1300", "310"]
    assert [figure.passage for figure in cells] == ["p0", "p0", "p1"]


def test_ids_are_unique_and_in_order() -> None:
    """Text and cells are numbered together."""
    made = sheet(*LOCKS, "Losene fulgte 45 skip.")
    found = figures_in(made, layout(block(BlockKind.PARAGRAPH, 7)), (lock_table(),))
    assert [figure.id for figure in found] == [f"f{number}" for number in range(len(found))]
    assert found[-1].value == Decimal(45)


@pytest.fixture(scope="module", params=["text/arsrapport_2024.txt", "pdf/tildelingsbrev_2025.pdf"])
def document(request: pytest.FixtureRequest) -> Document:
    """A whole document."""
    path = DOCUMENTS / request.param
    return read_document(path.read_bytes(), path.name)


def test_every_figure_of_a_document_stands_where_it_says(document: Document) -> None:
    """Character by character, in lines that its passage cites."""
    lines = tuple(line.text for line in document.sheet.lines)
    cited = {passage.id: set(passage.lines) for passage in document.passages}
    assert len(document.figures) > 100
    for figure in document.figures:
        assert printed(figure, lines) == "".join(figure.text.split())
        assert {span.line for span in figure.spans} <= cited[figure.passage]
