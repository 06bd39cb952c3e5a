"""Pages to the text that a tool extracts from them: page by page, line by line, grids last where they come last."""

from documents.maker.model import Book
from documents.maker.pages import Bars, Grid, Line, Page
from documents.maker.text.emitter import Emitter
from documents.maker.text.shapes import write_grid

Item = Line | Grid | Bars


def _table_of(item: Item) -> str:
    if isinstance(item, Grid):
        return item.seen.table.id
    if isinstance(item, Line) and item.key[0] in {"caption", "note"}:
        return str(item.key[1]).split("/")[0]
    return ""


def _strings(book: Book, name: str) -> list[str]:
    value = book.style.get(name, [])
    return [str(item) for item in value] if isinstance(value, list) else []


class TextWriter:
    """Writes the pages of one book."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._double = bool(book.style.get("double_lines"))
        self._pins = _strings(book, "text_pins")
        self._damage = [pair.split("=") for pair in _strings(book, "text_damage")]
        self.out = Emitter(double=self._double)

    def write(self, pages: list[Page]) -> None:
        """Write all pages that hold text."""
        for page in pages:
            if page.items:
                self._page(page)

    def _page(self, page: Page) -> None:
        if page.label in self._pins:
            self._furniture(page)
        else:
            self.out.begin_page()
        for item in self._ordered(page):
            if isinstance(item, Line):
                self._line(item)
            elif isinstance(item, Grid):
                write_grid(self.out, item)
            else:
                self.out.gap(5)
        if page.footnotes:
            self.out.gap(4)
            for line in page.footnotes:
                self._line(line, tight=True)

    def _furniture(self, page: Page) -> None:
        head, right = str(self._book.style["running_head"]), str(self._book.style["running_right"])
        for text in (head + " " * 90 + right, "   ", "", f"{page.label} ", " ", ""):
            self.out.lines.append(text)

    def _ordered(self, page: Page) -> list[Item]:
        """The items as the tool gives them: some grids after all text, some tables after the one they stand above."""
        now, foot, late = [], [], []
        for item in page.items:
            name = _table_of(item)
            table = self._book.tables.get(name)
            if table and table.hint("text_after"):
                late.append(item)
            elif table and table.hint("foot") and not (isinstance(item, Line) and item.key[0] == "caption"):
                foot.append(item)
            else:
                now.append(item)
        if late:
            target = self._book.tables[_table_of(late[0])].hint("text_after")
            last = max((i for i, item in enumerate(now) if _table_of(item) == target), default=len(now) - 1)
            now[last + 1 : last + 1] = late
        return [*now, *foot]

    def _line(self, line: Line, *, tight: bool = False) -> None:
        tail = "" if line.piece.hyphen else " "
        shown = f"{line.marker} {line.piece.show(line.text)}{tail}".lstrip()
        for whole, broken in self._damage:
            shown = shown.replace(whole, broken)
        number = self.out.line(shown, line.key, tight=tight)
        self.out.pieces[line.key].append((line.piece.start, line.piece.end, number))
        if line.last and not tight:
            self._separate(line)

    def _separate(self, line: Line) -> None:
        """What stands between this block and the next: nothing inside a list, a space line after prose."""
        kind, follower = self._kinds(line)
        if kind == "paragraph" or (kind == "item" and (self._double or follower != "item")):
            self.out.gap()
        elif kind != "item":
            self.out.blank()

    def _kinds(self, line: Line) -> tuple[str, str]:
        name, index = line.key
        if name != "block" or not isinstance(index, int):
            return str(name), ""
        blocks = self._book.blocks
        return blocks[index].kind, blocks[index + 1].kind if index + 1 < len(blocks) else ""
