"""A table beside the lines it was read from: as a grid, in as many parts as its lines are broken into."""

from collections.abc import Collection

from ingest.document import Cell, CellKind, Note, Table
from service.show.facts import Told
from service.show.grid import Seen, cell_note
from service.show.html.lookup import Lookup, cell_anchor, line_anchor, mark_anchor
from service.show.html.markup import Html, element, joined
from service.show.html.source import hover
from service.show.paths import StubLine, header_rows, stub
from service.show.tables import about
from service.show.words import lines_text, path_text, sure_text


def table_part(of: Seen, numbers: Collection[int], lookup: Lookup, *, first: bool) -> Html:
    """The rows and notes that begin in these lines, under the table's headers; rows without lines come first."""
    table = of.table
    rows = [at for at, row in enumerate(table.rows) if (min(row.lines) in numbers if row.lines else first)]
    notes = [note for note in table.notes if (min(note.lines) in numbers if note.lines else first)]
    parts = [_heading(of) if first else _again(table)]
    if rows or first:
        body = [_row(of, part, lookup) for part in stub(table, rows)]
        drawn = element("table", element("thead", *_head(of)), element("tbody", *body))
        parts.append(element("div", drawn, class_="scroll"))
    return element("div", *parts, *map(_note, notes), class_="table", id=table.id if first else None)


def _heading(of: Seen) -> Html:
    table = of.table
    name = element("span", table.id, class_="id")
    caption = element("b", table.caption or "(uten tabelltekst)")
    of_lines = f" (linje {lines_text(table.caption_lines)})" if table.caption_lines else ""
    return joined(
        element("p", name, " ", caption, of_lines, class_="caption"),
        element("p", " · ".join([*about(of), path_text(table.section)]).strip(" ·"), class_="about"),
    )


def _again(table: Table) -> Html:
    return element("p", element("a", table.id, class_="id", href=f"#{table.id}"), " fortsetter", class_="caption")


def _head(of: Seen) -> list[Html]:
    tails = _tails(of)
    levels = header_rows(of.table)
    rows = []
    for level, heads in enumerate(levels):
        last = level == len(levels) - 1
        cells = [element("th", head.text, colspan=str(head.span), scope="col") for head in heads]
        ends = [element("th", title if last else "", class_="tail") for title, _ in tails]
        rows.append(element("tr", element("td"), *cells, *ends))
    for told, name in ((of.units, "enhet"), (of.periods, "periode")):
        if told.columns:
            facts = [element("td", told.columns.get(at, "")) for at in range(len(of.table.columns))]
            rows.append(element("tr", element("td", name), *facts, *[element("td")] * len(tails), class_="told"))
    return rows


def _row(of: Seen, part: StubLine, lookup: Lookup) -> Html:
    tails = _tails(of)
    indent = f"--depth:{part.depth}"
    if part.row is None:
        width = str(1 + len(of.table.columns) + len(tails))
        return element("tr", element("th", part.label, scope="rowgroup", colspan=width, style=indent), class_="group")
    row = of.table.rows[part.row]
    names = element("small", " ", ", ".join(row.names)) if row.names else ""
    label = element("th", part.label, names, scope="row", style=indent, title=path_text(row.path))
    cells = [_cell(of, part.row, at, lookup) for at in range(len(of.table.columns))]
    facts = [element("td", told.rows.get(part.row, ""), class_="tail") for _, told in tails if told is not None]
    return element("tr", label, *cells, *facts, _lines(row.lines))


def _tails(of: Seen) -> list[tuple[str, Told | None]]:
    """The columns behind the table's own: what is told row by row, and the lines."""
    told: list[tuple[str, Told | None]] = [("enhet", of.units), ("periode", of.periods)]
    return [*((name, facts) for name, facts in told if facts is not None and facts.rows), ("linje", None)]


def _lines(lines: tuple[int, ...]) -> Html:
    if not lines:
        return element("td", class_="tail")
    link = element("a", lines_text(lines), href=f"#{line_anchor(min(lines))}")
    return element("td", link, class_="tail")


def _cell(of: Seen, row: int, column: int, lookup: Lookup) -> Html:
    cell = of.cells.get((row, column))
    if cell is None:
        return element("td", class_="nothing")
    figure = lookup.cells.get((of.table.id, row, column))
    text = element("a", cell.text, href=f"#{mark_anchor(figure)}") if figure else cell.text
    note = cell_note(cell, of)
    return element(
        "td",
        text,
        *([" ", element("small", note)] if note else []),
        class_=" ".join([cell.kind.value, *(["doubt"] if cell.confidence < 1 else [])]),
        id=cell_anchor(of.table.id, row, column),
        title=hover(figure) if figure else _cell_hover(cell),
    )


def _cell_hover(cell: Cell) -> str:
    kinds = {CellKind.NUMBER: "tall", CellKind.TEXT: "tekst", CellKind.MISSING: "mangler"}
    doubt = f", sikkerhet {sure_text(cell.confidence)}" if cell.confidence < 1 else ""
    lines = lines_text(sorted({span.line for span in cell.spans}))
    return f"{kinds[cell.kind]}{doubt}, linje {lines}" if lines else f"{kinds[cell.kind]}{doubt}"


def _note(note: Note) -> Html:
    mark = [element("b", note.mark), " "] if note.mark else []
    place = f" (linje {lines_text(note.lines)})" if note.lines else ""
    return element("p", *mark, note.text, element("small", place), class_="note")
