"""Overviews as files: what a spreadsheet shows, and where every number of it stands."""

import csv
import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from service.schemas import FigureSchema
from service.spreadsheets.as_csv import overview_csv
from service.spreadsheets.as_xlsx import MEDIA_TYPE, overview_xlsx
from service.spreadsheets.sheet import Sheet, SheetColumn, SheetRow, Value
from tests.service.conftest import Service, refused

QUESTION = "lag en oversikt over utgifter i 2023 og 2024 for alle formål"
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = str | float


def rows_of(text: str) -> list[list[str]]:
    """The cells of a CSV file."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def sheets_of(content: bytes) -> list[list[list[Cell]]]:
    """The cells of every sheet of a workbook, without empty ones; formulas are not allowed."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{NAMESPACE}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        names = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
        return [list(_rows(ElementTree.fromstring(book.read(name)), shared)) for name in names]


def _rows(sheet: ElementTree.Element, shared: list[str]) -> Iterator[list[Cell]]:
    assert not list(sheet.iter(f"{NAMESPACE}f"))
    for row in sheet.iter(f"{NAMESPACE}row"):
        cells = ((cell.get("t"), cell.findtext(f"{NAMESPACE}v")) for cell in row)
        yield [shared[int(value)] if kind == "s" else float(value) for kind, value in cells if value is not None]


def made(label: str, *shown: Decimal | str) -> Sheet:
    """A sheet of one row without sources."""
    columns = tuple(SheetColumn(f"{at}", "dager", "", computed=False) for at, _ in enumerate(shown))
    return Sheet(label, "spørsmål", columns, (SheetRow(label, "", False, tuple(Value(each, None) for each in shown)),))


def test_csv_is_what_a_norwegian_spreadsheet_opens(read_only: Service) -> None:
    """Title, headings, units, periods, then the rows with the source of each cell."""
    response = read_only.client.post("/api/overview.csv", json={"question": QUESTION})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="oversikt.csv"'
    title, heads, units, periods, *rows = rows_of(response.text)
    assert title == ["Utgifter i 2023 og 2024"]
    assert heads == ["", "2023", "2024", "Kilde: 2023", "Kilde: 2024"]
    assert units == ["Enhet", "millioner kroner", "millioner kroner"]
    assert periods == ["Periode", "2023", "2024"]
    assert [row[:3] for row in rows] == [
        ["Drift av fyrlykter", "118", "131"], ["Nye merker", "42", "57"], ["Tilsyn", "16", "15"]
    ]  # fmt: skip
    assert all(", side 1, linje " in source for row in rows for source in row[3:])


def test_xlsx_has_numbers_and_a_line_for_each_source(read_only: Service) -> None:
    """The second sheet names document, page and lines for every number of the first."""
    response = read_only.client.post("/api/overview.xlsx", json={"question": QUESTION})
    assert response.headers["content-type"] == MEDIA_TYPE
    overview, sources = sheets_of(response.content)
    assert overview[0][0].startswith("Utgifter i 2023")  # type: ignore[union-attr]
    assert overview[-1] == ["Tilsyn", 16.0, 15.0]
    assert len(sources) == 1 + 6
    assert sources[1][:4] == ["Drift av fyrlykter", "2023", 118.0, "millioner kroner"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_same_question_gives_the_same_file(read_only: Service, ending: str) -> None:
    """Byte by byte: no time of day is in it."""
    one, other = (read_only.client.post(f"/api/overview.{ending}", json={"question": QUESTION}) for _ in range(2))
    assert one.content == other.content


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_question_for_one_figure_has_no_overview(read_only: Service, ending: str) -> None:
    """The refusal says so in words."""
    message = refused(
        read_only.client.post(f"/api/overview.{ending}", json={"question": "Hvor mange ansatte var det?"}),
        404,
        "no_overview",
    )
    assert "oversikt" in message


def test_its_question_is_checked_as_asking_does(read_only: Service) -> None:
    """An empty one is refused."""
    refused(read_only.client.post("/api/overview.csv", json={"question": " "}), 400, "empty_question")


@pytest.mark.parametrize("risky", ["=1+1", "+47", "@sum(a1)", "\t=1"])
def test_no_label_becomes_a_formula(risky: str) -> None:
    """Neither in CSV nor in XLSX, where texts are marked as texts."""
    rows = rows_of(overview_csv(made(risky, Decimal(1))))
    assert (rows[0][0][:1], rows[4][0][:1]) == ("'", "'")
    assert sheets_of(overview_xlsx(made(risky, Decimal(1))))[0][-1][0] == risky


def test_numbers_keep_their_sign_and_their_decimals() -> None:
    """And what is not there is told from what was not found."""
    values = (Decimal("-1234567.25"), Decimal("1E+3"), "–", "ikke funnet")
    assert rows_of(overview_csv(made("rad", *values)))[4][1:5] == ["-1234567,25", "1000", "–", "ikke funnet"]
    assert sheets_of(overview_xlsx(made("rad", *values)))[0][-1][1:] == [-1234567.25, 1000.0, "–", "ikke funnet"]


def valued(unit: str) -> Value:
    """A number of a unit."""
    figure = FigureSchema.model_construct(unit=unit, scale=1)
    return Value(Decimal(1), figure)


def test_rows_say_their_unit_only_where_a_column_has_several() -> None:
    """Not because a column is empty, or of another unit than the next."""
    columns = tuple(SheetColumn(name, "", "", computed=False) for name in ("a", "b"))
    empty = SheetRow("x", "kroner", False, (valued("kroner"), Value("–", None)))
    apart = SheetRow("x", "", False, (valued("kroner"), valued("prosent")))
    assert not Sheet("t", "q", columns, (empty, empty)).mixed
    assert not Sheet("t", "q", columns, (apart, apart)).mixed
    assert Sheet("t", "q", columns, (empty, SheetRow("y", "dager", False, (valued("dager"), valued("kroner"))))).mixed
