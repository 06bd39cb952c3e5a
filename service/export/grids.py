"""Tables of an exported conversation: an overview with its sources, and the row of a table that a figure stands in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from retrieval.phrasing import amount_in_words, number_in_words
from service.export.sources import Source
from service.page_names import printed_page
from service.schemas import AskReply, CitationSchema, FigureSchema, OverviewSchema
from service.spreadsheets.sheet import NOT_THERE, SheetColumn, Value, sheet_of

_PATH = " – "


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, the first of them its headers; `answer` is the (row, column) of the cell that answers."""

    rows: tuple[tuple[str, ...], ...]
    answer: tuple[int, int] | None = None


def row_grid(figure: FigureSchema, table: Mapping[str, Any]) -> Grid | None:
    """The row a figure stands in, under the table's headers; None when the figure is not found in the table."""
    if figure.cell is None:
        return None
    rows = [at for at, row in enumerate(table["rows"]) if row["path"] == figure.cell.row]
    columns = [at for at, column in enumerate(table["columns"]) if column["path"] == figure.cell.column]
    printed = {(cell["row"], cell["column"]): cell["printed"] for cell in table["cells"]}
    number = " ".join(figure.text.split())
    found = [(row, column) for row in rows for column in columns if number in printed.get((row, column), "")]
    if not found:
        return None
    row, column = found[0]
    width = range(len(table["columns"]))
    heads = ("", *(_PATH.join(table["columns"][at]["path"]) for at in width))
    cells = (_PATH.join(table["rows"][row]["path"]), *(printed.get((row, at), "") for at in width))
    return Grid((heads, cells), (1, column + 1))


def overview_grid(
    reply: AskReply, overview: OverviewSchema, sources: Mapping[str, Source], words: Mapping[str, str]
) -> Grid:
    """An overview, with where each row stands in its last column; the documents are named where there are several."""
    sheet = sheet_of(reply, overview)
    several = len({figure.citation.document for figure in reply.figures}) > 1
    rows = [("", *map(_heading, sheet.columns), words["source_head"])]
    for row in sheet.rows:
        cells = [_shown(value, column, words) for value, column in zip(row.values, sheet.columns, strict=True)]
        places = dict.fromkeys(
            _place(value.figure.citation, sources if several else {}, words) for value in row.values if value.figure
        )
        rows.append((row.label, *cells, "; ".join(places)))
    return Grid(tuple(rows))


def _heading(column: SheetColumn) -> str:
    """A column's heading with its unit, unless the heading names it («Ansatte»)."""
    said = column.unit.casefold() in column.heading.casefold()
    return column.heading if said else f"{column.heading} ({column.unit})"


def _shown(value: Value, column: SheetColumn, words: Mapping[str, str]) -> str:
    """A figure as printed, with its unit where its column has several; a computed number; or why there is none."""
    if value.figure is not None:
        figure = value.figure
        return " ".join(figure.text.split()) if column.unit else amount_in_words(figure.text, figure.scale, figure.unit)
    if not isinstance(value.shown, str):
        return number_in_words(value.shown)
    if not value.shown:
        return ""
    return words["not_there_cell" if value.shown == NOT_THERE else "not_found_cell"]


def _place(place: CitationSchema, sources: Mapping[str, Source], words: Mapping[str, str]) -> str:
    first, last = place.lines
    lines = words["line" if first == last else "lines"].format(first=first, last=last)
    stands = f"{words['page_short'].format(pages=printed_page(place))}, {lines}"
    source = sources.get(place.document)
    return f"{source.publisher or source.title}, {source.year}, {stands}" if source else stands
