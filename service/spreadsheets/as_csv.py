"""A sheet → CSV as Norwegian spreadsheets open it: semicolons, decimal commas, a mark that says UTF-8."""

import csv
import io

from service.spreadsheets.sheet import Sheet, Value, source_of
from service.tables import MARK, safe_text


def overview_csv(sheet: Sheet) -> str:
    """The title; the headings; units and periods; a line a row. After the values, where each of them stands."""
    out = io.StringIO()
    out.write(MARK)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    units = ["Enhet"] if sheet.mixed else []
    printed = [column for column in sheet.columns if not column.computed]
    blank = [""] * len(units)
    for line in (
        [sheet.title],
        ["", *units, *(column.heading for column in sheet.columns), *(f"Kilde: {each.heading}" for each in printed)],
        ["Enhet", *blank, *(column.unit for column in sheet.columns)],
        ["Periode", *blank, *(column.period or ("regnet ut" if column.computed else "") for column in sheet.columns)],
    ):
        writer.writerow([safe_text(cell) for cell in line])
    for row in sheet.rows:
        sources = [source_of(value.figure) if value.figure else "" for value in row.values[: len(printed)]]
        texts = [safe_text(row.label), *([row.unit] if sheet.mixed else [])]
        writer.writerow([*texts, *map(_shown, row.values), *map(safe_text, sources)])
    return out.getvalue()


def _shown(value: Value) -> str:
    return value.shown if isinstance(value.shown, str) else f"{value.shown:f}".replace(".", ",")
