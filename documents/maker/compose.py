"""Blocks onto pages: lines, list items, tables over several pages, charts, footnotes at the foot."""

from dataclasses import replace

from documents.maker.lines import Breaker, Piece
from documents.maker.model import Block, Book, Text
from documents.maker.pages import Bars, Grid, Key, Line, Page
from documents.maker.style import PAGE_HEIGHT, Face, Look
from documents.maker.visual import SeenRow, SeenTable, see

_INDENT = 18.0
_RULE = 10.0
_CHART_HEIGHT = 120.0
_KEEP = 46.0
_CAPTION = 34.0
_SHORT = 14


class Composer:
    """Fills pages from the top. `offset` is how many pages stand before the first one filled here."""

    def __init__(self, book: Book, look: Look, breaker: Breaker, offset: int, first_label: int) -> None:
        self._book, self._look, self._breaker = book, look, breaker
        self._offset, self._first_label = offset, first_label
        self.pages: list[Page] = []
        self._y = 0.0
        self._foot = 0.0
        self.new_page()

    def compose(self) -> list[Page]:
        """All pages of the book's blocks."""
        for index, block in enumerate(self._book.blocks):
            getattr(self, "_" + block.kind)(block, index)
        return self.pages

    def new_page(self) -> None:
        """Begin an empty page."""
        count = len(self.pages)
        self.pages.append(Page(self._offset + count + 1, str(self._first_label + count)))
        self._y = PAGE_HEIGHT - self._look.top
        self._foot = self._look.bottom

    def _need(self, height: float) -> None:
        if self._y - height < self._foot and (self.pages[-1].items or self.pages[-1].picture):
            self.new_page()

    def _space(self, height: float) -> None:
        if self.pages[-1].items:
            self._y -= height

    def _footnote_lines(self, mark: str) -> list[Piece]:
        face = self._look.note
        return self._breaker.break_lines(self._book.footnotes[mark], self._look.measure - 8, face.width)

    def _footnote_height(self, marks: list[str]) -> float:
        lines = sum(len(self._footnote_lines(mark)) for mark in marks)
        rule = 0 if self.pages[-1].footnotes or not marks else _RULE
        return lines * self._look.note.leading + rule

    def _add_footnote(self, mark: str) -> None:
        text, face = self._book.footnotes[mark], self._look.note
        pieces = self._footnote_lines(mark)
        for number, piece in enumerate(pieces):
            shown = mark if number == 0 else ""
            last = number == len(pieces) - 1
            line = Line(("footnote", mark), text, piece, self._look.left + 8, 0, face, shown, self._look.left, last)
            self.pages[-1].footnotes.append(line)

    def _place(self, line: Line, together: int = 1) -> None:
        marks = [mark for _, mark in line.piece.marks(line.text) if mark in self._book.footnotes]
        extra = self._footnote_height(marks)
        self._need(line.face.leading * together + extra)
        self._foot += self._footnote_height(marks)
        for mark in marks:
            self._add_footnote(mark)
        self._y -= line.face.leading
        self.pages[-1].items.append(replace(line, y=self._y + line.face.leading - line.face.size))

    def _set(self, key: Key, text: Text, face: Face, indent: float = 0, marker: str = "", hang: float = 0) -> None:
        pieces = self._breaker.break_lines(text, self._look.measure - indent, face.width)
        x = self._look.left + indent
        for number, piece in enumerate(pieces):
            first, last = number == 0, number == len(pieces) - 1
            shown = marker if first else ""
            together = 2 if number in {0, len(pieces) - 2} and len(pieces) > 1 else 1
            self._place(Line(key, text, piece, x, 0, face, shown, x - hang, last), together)

    def _heading(self, block: Block, index: int) -> None:
        face = self._look.headings[block.level - 1]
        if block.level == 1 and self._book.style.get("chapters_on_new_page") and self.pages[-1].items:
            self.new_page()
        self._space(face.before)
        self._need(face.leading + _KEEP)
        title = f"{block.marker} {block.text.plain}".strip()
        shift = len(title) - len(block.text.plain)
        text = Text(title, (), tuple((offset + shift, mark) for offset, mark in block.text.marks))
        self._set(("block", index), text, face)
        self.pages[-1].headings.append((block.level, title))
        self._y -= face.after

    def _paragraph(self, block: Block, index: int) -> None:
        self._set(("block", index), block.text, self._look.body)
        self._y -= self._look.body.after

    def _item(self, block: Block, index: int) -> None:
        wide = _INDENT * 2 if len(block.marker) > 4 else _INDENT
        face = self._look.body
        self._set(("block", index), block.text, face, _INDENT * (block.level - 1) + wide, block.marker, wide)
        self._y -= 3

    def _page(self, _block: Block, _index: int) -> None:
        if self.pages[-1].items or self.pages[-1].picture:
            self.new_page()

    def _picture(self, _block: Block, _index: int) -> None:
        self.pages[-1].picture = True

    def _chart(self, block: Block, _index: int) -> None:
        chart = self._book.charts[block.name]
        self._space(self._look.caption.before)
        self._need(_CHART_HEIGHT + 40)
        self._set(("chart", chart.id), chart.caption, self._look.caption)
        self._y -= _CHART_HEIGHT + 18
        self.pages[-1].items.append(Bars(chart, self._look.left, self._y + 14, self._look.measure, _CHART_HEIGHT))
        self._y -= 10

    def _table(self, block: Block, _index: int) -> None:
        table = self._book.tables[block.name]
        seen = see(table, self._look, self._breaker)
        self._space(self._look.caption.before)
        self._need(self._together(seen))
        if table.caption.plain:
            self._set(("caption", table.id), table.caption, self._look.caption)
            self._y -= self._look.caption.after
        self._rows(seen)
        for number, note in enumerate(table.notes):
            self._set(("note", f"{table.id}/{number}"), Text(note), self._look.note)
        self._y -= 10

    def _together(self, seen: SeenTable) -> float:
        """How much of a table must not be parted from its caption: all of a short one, three rows of a long one."""
        rows = seen.body if len(seen.body) <= _SHORT else seen.body[:3]
        forced = next((number for number, row in enumerate(rows) if self._breaks(seen, row)), len(rows))
        return _CAPTION + sum(row.height for row in [*seen.header, *rows[:forced], *seen.footer])

    def _rows(self, seen: SeenTable) -> None:
        part: list[tuple[SeenRow, float]] = []
        first = True
        body = [*seen.body, *seen.footer]
        self._put(seen.header, part)
        for number, row in enumerate(body):
            after = body[number + 1].height if row.group and number + 1 < len(body) else 0
            if self._y - row.height - after < self._foot or self._breaks(seen, row):
                self._grid(seen, part, first=first, last=False)
                self.new_page()
                part, first = [], False
                self._put(seen.header, part)
            self._put((row,), part)
        self._grid(seen, part, first=first, last=True)
        self._y -= 5

    @staticmethod
    def _breaks(seen: SeenTable, row: SeenRow) -> bool:
        return row.source is not None and seen.table.rows[row.source].option("pagebreak") == "1"

    def _put(self, rows: tuple[SeenRow, ...], part: list[tuple[SeenRow, float]]) -> None:
        for row in rows:
            part.append((row, self._y))
            self._y -= row.height

    def _grid(self, seen: SeenTable, part: list[tuple[SeenRow, float]], *, first: bool, last: bool) -> None:
        self.pages[-1].items.append(Grid(seen, self._look.left, tuple(part), first, last))
