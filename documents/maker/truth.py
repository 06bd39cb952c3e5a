"""The truth behind a made document: what stands where, in the PDF and in the text, as plain data for JSON."""

from collections import defaultdict
from typing import Any

from documents.maker.model import Block, Book, Cell, Interval, Marked, Row, Table
from documents.maker.pages import Grid, Line, Page
from documents.maker.text.emitter import Emitter, Key


class Truth:
    """Gathers where every block and row was placed."""

    def __init__(self, book: Book, pages: list[Page], out: Emitter) -> None:
        self._book, self._pages, self._out = book, pages, out
        self._labels = {page.number: page.label for page in pages}
        self._placed: dict[Key, list[tuple[int, int, int]]] = defaultdict(list)
        self._row_page: dict[tuple[str, int], int] = {}
        for page in pages:
            for item in [*page.items, *page.footnotes]:
                self._note_item(item, page.number)

    def _note_item(self, item: object, page: int) -> None:
        if isinstance(item, Line):
            self._placed[item.key].append((item.piece.start, item.piece.end, page))
        elif isinstance(item, Grid):
            for row, _ in item.rows:
                if row.source is not None:
                    self._row_page[item.seen.table.id, row.source] = page

    def build(self) -> dict[str, Any]:
        """The whole truth of the document."""
        return {
            "name": self._book.name,
            "title": self._book.title,
            "kind": self._book.style["kind"],
            "year": self._book.style["year"],
            "pages": [self._page(page) for page in self._pages],
            "headings": self._headings(),
            "blocks": self._blocks(),
            "tables": [record for block in self._of("table") for record in self._tables(block)],
            "charts": [self._chart(block) for block in self._of("chart")],
            "footnotes": self._footnotes(),
        }

    def _of(self, kind: str) -> list[int]:
        return [index for index, block in enumerate(self._book.blocks) if block.kind == kind]

    def _page(self, page: Page) -> dict[str, Any]:
        return {"pdf_page": page.number, "label": page.label, "text": bool(page.items), "picture": page.picture}

    def _place(self, key: Key) -> dict[str, Any]:
        pages = sorted({page for _, _, page in self._placed[key]})
        lines = [line for _, _, line in self._out.pieces[key]]
        return {"pdf_pages": pages, "text_pages": [int(self._labels[page]) for page in pages], "text_lines": lines}

    def _section(self, index: int) -> list[str]:
        path: list[tuple[int, str]] = []
        for block in self._book.blocks[: index + 1]:
            if block.kind == "heading":
                path = [entry for entry in path if entry[0] < block.level] + [(block.level, title(block))]
        return [name for _, name in path]

    def _headings(self) -> list[dict[str, Any]]:
        records = []
        for index in self._of("heading"):
            block = self._book.blocks[index]
            record: dict[str, Any] = {
                "level": len(self._section(index)),
                "number": block.marker.rstrip(".") or None,
                "text": block.text.plain,
            }
            records.append(record | {"path": self._section(index)} | self._place(("block", index)))
        return records

    def _blocks(self) -> list[dict[str, Any]]:
        records = []
        for index, block in enumerate(self._book.blocks):
            if block.kind not in {"paragraph", "item"}:
                continue
            record: dict[str, Any] = {
                "id": f"b{index}",
                "kind": block.kind,
                "section": self._section(index),
                "text": block.text.plain,
            }
            if block.kind == "item":
                record |= {"level": block.level, "marker": block.marker}
            marks = [{"after": offset, "mark": mark} for offset, mark in block.text.marks]
            quantities = [self._quantity(("block", index), marked, block) for marked in block.text.quantities]
            records.append(record | self._place(("block", index)) | {"marks": marks, "quantities": quantities})
        return records

    def _quantity(self, key: Key, marked: Marked, block: Block) -> dict[str, Any]:
        def touched(spans: list[tuple[int, int, int]]) -> list[int]:
            return sorted({place for start, end, place in spans if start < marked.end and marked.start < end})

        pages = touched(self._placed[key])
        return {
            "text": block.text.plain[marked.start : marked.end],
            "start": marked.start,
            "end": marked.end,
            "value": str(marked.value),
            "scale": marked.scale,
            "unit": marked.unit,
            "measure": marked.measure,
            "approximate": marked.approximate,
            "optional": marked.optional,
            "period": _period(marked.period),
            "pdf_pages": pages,
            "text_pages": [int(self._labels[page]) for page in pages],
            "text_lines": touched(self._out.pieces[key]),
        }

    def _tables(self, index: int) -> list[dict[str, Any]]:
        table = self._book.tables[self._book.blocks[index].name]
        if "right" not in table.look:
            return [self._table(table, index, table.id, 0, len(table.columns))]
        left = int(table.number("left", 0))
        first = self._table(table, index, f"{table.id}-left", 0, left)
        return [first, self._table(table, index, f"{table.id}-right", left, len(table.columns))]

    def _table(self, table: Table, index: int, ident: str, first: int, last: int) -> dict[str, Any]:
        rows: list[dict[str, Any]] = []
        cells: list[dict[str, Any]] = []
        for number, row in enumerate(table.rows):
            if row.group or not row.cells[first:last]:
                continue
            page = self._row_page[table.id, number]
            lines = sorted(self._out.places["row", table.id, number])
            path = [*row.path, row.right] if first else list(row.path)
            record = {"path": path, "pdf_page": page, "text_page": int(self._labels[page]), "text_lines": lines}
            record |= {"sign": row.labels[0]} if table.shape == "signs" else {}
            for column, cell in enumerate(row.cells[first:last], start=first):
                cells.append(self._cell(table, cell, (number, column), (len(rows), column - first)))
            rows.append(record)
        caption = self._place(("caption", table.id))
        return {
            "id": ident,
            "shape": table.shape,
            "caption": table.caption.plain or None,
            "caption_pdf_pages": caption["pdf_pages"],
            "caption_lines": caption["text_lines"],
            "section": self._section(index),
            "pdf_pages": sorted({row["pdf_page"] for row in rows}),
            "text_pages": sorted({row["text_page"] for row in rows}),
            "header_lines": self._out.places["header", table.id],
            "columns": [{"path": list(column.path)} for column in table.columns[first:last]],
            "rows": rows,
            "cells": cells,
            "groups": [self._group(table, number, row) for number, row in enumerate(table.rows) if row.group],
            "notes": [self._note(table, number) for number in range(len(table.notes))],
        }

    def _group(self, table: Table, number: int, row: Row) -> dict[str, Any]:
        return {"path": list(row.path), "text_lines": self._out.places["row", table.id, number]}

    def _cell(self, table: Table, cell: Cell, source: tuple[int, int], place: tuple[int, int]) -> dict[str, Any]:
        number = cell.kind == "number"
        return {
            "row": place[0],
            "column": place[1],
            "kind": cell.kind,
            "text": cell.text.replace(" // ", " "),
            "mark": cell.mark or None,
            "value": str(cell.value) if number else None,
            "scale": cell.scale,
            "unit": cell.unit,
            "measure": cell.measure,
            "period": _period(cell.period),
            "text_lines": sorted(self._out.places["cell", table.id, *source]),
        }

    def _note(self, table: Table, number: int) -> dict[str, Any]:
        note = table.notes[number]
        mark, _, rest = note.partition(" ")
        marked = mark.islower() or (len(mark) < 5 and not mark.isalpha())
        record = {"mark": mark if marked else None, "text": rest if marked else note}
        return record | self._place(("note", f"{table.id}/{number}"))

    def _chart(self, index: int) -> dict[str, Any]:
        chart = self._book.charts[self._book.blocks[index].name]
        record = {"id": chart.id, "caption": chart.caption.plain, "section": self._section(index)}
        return record | self._place(("chart", chart.id)) | {"labels": chart.labels, "ticks": chart.ticks}

    def _footnotes(self) -> list[dict[str, Any]]:
        notes = self._book.footnotes.items()
        return [{"mark": mark, "text": text.plain} | self._place(("footnote", mark)) for mark, text in notes]


def title(block: Block) -> str:
    """A heading as it stands in a section path."""
    return f"{block.marker} {block.text.plain}".strip()


def _period(period: Interval | None) -> dict[str, str] | None:
    return {"start": period[0].isoformat(), "end": period[1].isoformat()} if period else None
