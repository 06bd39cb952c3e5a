"""A sheet → XLSX: the overview on one page, and where every number of it stands on another."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from service.spreadsheets.sheet import Sheet, SheetColumn, SheetRow, source_of, unit_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same overview gives the same file: its date says nothing."""
WIDEST, NARROWEST = 60, 10
SOURCES = (
    "Rad", "Kolonne", "Verdi", "Enhet", "Periode", "Dokument", "Side", "Trykt side", "Linjer", "Kapittel", "Tabell",
)  # fmt: skip


def overview_xlsx(sheet: Sheet) -> bytes:
    """The workbook as bytes. No text in it is taken for a formula or a link."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": sheet.title, "created": MADE})
        _write_overview(book, sheet)
        _write_sources(book, sheet)
    return out.getvalue()


def _write_overview(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet("Oversikt")
    bold, note = book.add_format({"bold": True}), book.add_format({"italic": True, "font_color": "#595959"})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    page.write_string(0, 0, sheet.title, bold)
    page.write_string(1, 0, sheet.question, note)
    units = ["Enhet"] if sheet.mixed else []
    first = 1 + len(units)
    for at, heading in enumerate(["", *units, *(column.heading for column in sheet.columns)]):
        page.write_string(3, at, heading, head)
    for line, name, texts in (
        (4, "Enhet", [column.unit for column in sheet.columns]),
        (5, "Periode", [_period(column) for column in sheet.columns]),
    ):
        page.write_string(line, 0, name, note)
        for at, text in enumerate(texts):
            page.write_string(line, first + at, text, note)
    formats = _Formats(book)
    for line, row in enumerate(sheet.rows, 6):
        _write_row(page, formats, line, row, mixed=sheet.mixed)
    page.set_column(0, 0, min(max((len(row.label) for row in sheet.rows), default=NARROWEST) + 2, WIDEST))
    page.set_column(1, first + len(sheet.columns), 18)
    page.freeze_panes(6, 1)


def _period(column: SheetColumn) -> str:
    return "regnet ut" if column.computed else column.period


class _Formats:
    """How cells look: numbers with as many decimals as they are printed with, sums in bold, what is empty in grey."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[bool, int | None], Format] = {}

    def of(self, *, total: bool, decimals: int | None) -> Format:
        """The format of a number with so many decimals, of a text for None."""
        key = (total, decimals)
        if key not in self._made:
            look: dict[str, Any] = {"bold": total}
            if decimals is None:
                look |= {"font_color": "#595959", "align": "right"}
            else:
                look["num_format"] = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._made[key] = self._book.add_format(look)
        return self._made[key]

    def label(self, *, total: bool) -> Format:
        """The format of a row's label."""
        return self._made.setdefault((total, -1), self._book.add_format({"bold": total}))


def _write_row(page: Worksheet, formats: _Formats, line: int, row: SheetRow, *, mixed: bool) -> None:
    page.write_string(line, 0, row.label, formats.label(total=row.total))
    if mixed:
        page.write_string(line, 1, row.unit)
    for at, value in enumerate(row.values, 2 if mixed else 1):
        if isinstance(value.shown, str):
            page.write_string(line, at, value.shown, formats.of(total=row.total, decimals=None))
        else:
            decimals = max(-int(value.shown.as_tuple().exponent), 0)
            page.write_number(line, at, float(value.shown), formats.of(total=row.total, decimals=decimals))


def _write_sources(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet("Kilder")
    bold = book.add_format({"bold": True, "bottom": 1})
    for at, heading in enumerate(SOURCES):
        page.write_string(0, at, heading, bold)
    for line, texts in enumerate(_sources(sheet), 1):
        for at, cell in enumerate(texts):
            if isinstance(cell, str):
                page.write_string(line, at, cell)
            else:
                page.write_number(line, at, cell)
    page.set_column(0, len(SOURCES) - 1, 24)
    page.freeze_panes(1, 0)


def _sources(sheet: Sheet) -> Iterator[list[str | float]]:
    """A line for every number that stands in a document."""
    for row in sheet.rows:
        for column, value in zip(sheet.columns, row.values, strict=True):
            figure = value.figure
            if figure is None or isinstance(value.shown, str):
                continue
            place = figure.citation
            lines = source_of(figure).rpartition("linje ")[2]
            under = " › ".join(place.section)
            caption = (figure.cell.caption or "") if figure.cell else ""
            yield [
                row.label, column.heading, float(value.shown), unit_of(figure), figure.period or "", place.title,
                float(place.page), place.page_label or str(place.page), lines, under, caption,
            ]  # fmt: skip
