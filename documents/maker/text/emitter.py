"""Lines of the text file, and a record of what stands in each."""

from collections import defaultdict

Key = tuple[str | int, ...]


class Emitter:
    """Collects lines. `double` puts an empty line after every line, as some tools do."""

    def __init__(self, *, double: bool) -> None:
        self.lines: list[str] = []
        self.places: dict[Key, list[int]] = defaultdict(list)
        self.pieces: dict[Key, list[tuple[int, int, int]]] = defaultdict(list)
        self._double = double
        self._page_begins = False

    def begin_page(self) -> None:
        """Let the next line begin with the space that stands where a form feed stood."""
        self._page_begins = bool(self.lines)

    def line(self, text: str, *keys: Key, tight: bool = False) -> int:
        """Write a line and note that it holds what `keys` name; its number."""
        self.lines.append(" " + text if self._page_begins else text)
        self._page_begins = False
        number = len(self.lines)
        for key in keys:
            if number not in self.places[key]:
                self.places[key].append(number)
        if self._double and not tight:
            self.lines.append("")
        return number

    def gap(self, count: int = 1) -> None:
        """Lines that hold one space, as between paragraphs."""
        for _ in range(count):
            self.lines.append(" ")
            if self._double:
                self.lines.append("")

    def blank(self) -> None:
        """An empty line, unless one has just been written."""
        if self.lines and self.lines[-1]:
            self.lines.append("")
