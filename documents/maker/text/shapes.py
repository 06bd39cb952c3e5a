"""How each shape of table comes out as text: one function for each, all with the same arguments."""

from collections.abc import Callable

from documents.maker.model import Table
from documents.maker.pages import Grid
from documents.maker.text.emitter import Emitter, Key
from documents.maker.text.row import Part, RowWriter, header_cells, parts
from documents.maker.visual import SeenRow

Shape = Callable[[Emitter, Table, list[SeenRow]], None]


def _group(out: Emitter, table: Table, row: SeenRow) -> None:
    for text in row.cells[0].lines:
        out.line(text + " ", ("row", table.id, row.source or 0))
    out.blank()


def _source(row: SeenRow) -> int:
    return row.source or 0


def plain(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """Label, then numbers: on the label's last line, or (`numbers = "apart"`) on a line of their own."""
    same = table.hint("numbers", "same") == "same"
    for row in rows:
        if row.group:
            _group(out, table, row)
            continue
        writer = RowWriter(out, table, _source(row))
        pad = table.rows[_source(row)].option("pad")
        for part in parts(table, row):
            writer.flow(part, same=same or not part.label)
            if pad and part.label:
                writer.flush()
                out.gap()
                writer.add(" " * int(pad), part.key, "")
        writer.flush()
        if table.hint("tight") != "1":
            out.blank()


def panels(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """Two tables side by side: every row one line, however its labels were wrapped."""
    gap = table.hint("gap", " ")
    for row in rows:
        if row.group:
            _group(out, table, row)
            continue
        writer = RowWriter(out, table, _source(row))
        before = True
        for part in parts(table, row):
            writer.add(_damaged(table, part.joined), part.key, " " if before else gap)
            before = part.label and part.key == ("row", table.id, row.source)
        writer.flush()
        out.blank()


def _damaged(table: Table, text: str) -> str:
    for pair in table.strings("damage"):
        whole, broken = pair.split("=")
        text = text.replace(whole, broken)
    return text


def columns(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """All labels, then the first column, then the second."""
    listed = [parts(table, row) for row in rows]
    for index in range(max(len(cells) for cells in listed)):
        for row, cells in zip(rows, listed, strict=True):
            if index < len(cells):
                for text in cells[index].lines:
                    out.line(text + " ", ("row", table.id, _source(row)), cells[index].key)
                out.blank()


def beside(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """The first `apart` labels before their amounts; a row with `before=1` has its amount first."""
    apart = int(table.number("apart", 0))
    columns(out, table, rows[:apart])
    for row in rows[apart:]:
        cells = parts(table, row)
        writer = RowWriter(out, table, _source(row))
        first = table.rows[_source(row)].option("before") == "1"
        for part in reversed(cells) if first else cells:
            writer.add(part.joined, part.key)
            if first:
                writer.flush()
        writer.flush()


def signs(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """Plus and minus alone on their line, the amount alone on its; sums on one line."""
    for row in rows:
        cells = parts(table, row)
        writer = RowWriter(out, table, _source(row))
        alone = cells[0].joined in {"+", "-"}
        for part in cells:
            for text in part.lines if alone else (part.joined,):
                writer.add(text, part.key)
                if alone:
                    writer.flush(tight=part.joined in {"+", "-"})
        writer.flush()
        out.blank()


def comments(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """Label, then the numbers with the first line of the comment, then the rest of it; `spread=1` scatters them."""
    for row in rows:
        if row.group:
            _group(out, table, row)
            continue
        spread = table.rows[_source(row)].option("spread") == "1"
        writer = RowWriter(out, table, _source(row))
        for part in parts(table, row):
            if part.label and len(part.lines) == 1 and not spread:
                writer.add(part.lines[0], part.key)
            else:
                _comment_part(out, writer, part, spread=spread)
        writer.flush()
        out.blank()


def _comment_part(out: Emitter, writer: RowWriter, part: Part, *, spread: bool) -> None:
    for text in part.lines:
        writer.add(text, part.key)
        if len(part.lines) > 1 or spread:
            writer.flush(tight=True)
    if part.label:
        out.blank()
    if spread:
        out.gap(3)
        out.blank()


def narrow(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """Cell after cell: one of a single line runs on into the next, one of several ends its last line."""
    for row in rows:
        writer = RowWriter(out, table, _source(row))
        for part in parts(table, row):
            writer.flow(part, same=False)
        writer.flush()
        out.blank()


def calendar(out: Emitter, table: Table, rows: list[SeenRow]) -> None:
    """The month, then its items, each from a bullet; items are not always apart."""
    for row in rows:
        writer = RowWriter(out, table, _source(row))
        for part in parts(table, row):
            for number, text in enumerate(part.lines):
                if text.startswith("•") and number:
                    out.blank()
                writer.add(text, part.key)
                if not part.label:
                    writer.flush(tight=True)
        writer.flush()
        if _source(row) % 2:
            out.blank()


SHAPES: dict[str, Shape] = {
    "plain": plain,
    "header_below": plain,
    "panels": panels,
    "columns": columns,
    "beside": beside,
    "signs": signs,
    "comments": comments,
    "narrow": narrow,
    "calendar": calendar,
}


def _header(out: Emitter, grid: Grid, key: Key) -> None:
    table = grid.seen.table
    raw = table.strings("text_header")
    for text in raw:
        if text:
            out.line(text, key)
        else:
            out.blank()
    if not raw and grid.seen.header:
        out.line(" ".join(" ".join(cell.lines) for cell in header_cells(grid.seen.header)) + " ", key)
    out.blank()


def write_grid(out: Emitter, grid: Grid) -> None:
    """The part of a table that stands on one page."""
    table = grid.seen.table
    key: Key = ("header", table.id)
    _header(out, grid, key)
    body = [row for row, _ in grid.rows if row.source is not None]
    SHAPES[table.shape](out, table, body)
    if grid.last and grid.seen.footer:
        out.line(" ".join(" ".join(cell.lines) for cell in header_cells(grid.seen.footer)), key)
