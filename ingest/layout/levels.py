"""How deep headings stand: by their numbers, by what they are labelled with, by capitals and type."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ingest.layout.chunks import Chunk
from ingest.layout.markers import MarkerKind
from ingest.layout.view import BIGGER, View
from ingest.layout.words import layout_words

_LEAP = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A chunk that is a heading, with its level and number."""

    level: int
    marker: str | None


def levelled(
    view: View, chunks: Sequence[Chunk], numbered: Collection[int], alone: Collection[int], outlined: Mapping[int, int]
) -> dict[int, Heading]:
    """The headings among chunks with their levels. `outlined` are levels that the file's bookmarks give."""
    state = Leveller(view, chunks, numbered)
    headings: dict[int, Heading] = {}
    for index in sorted({*numbered, *alone}):
        heading = state.numbered(index) if index in numbered else state.unnumbered(index)
        if heading is not None and index in outlined:
            heading = Heading(outlined[index], heading.marker)
        if heading is not None:
            headings[index] = heading
    return headings


class Leveller:
    """The level reached so far, while headings are met in order."""

    def __init__(self, view: View, chunks: Sequence[Chunk], numbered: Collection[int]) -> None:
        self._view = view
        self._chunks = chunks
        self._levels = Levels()
        self._number_level = 0
        self._labels: dict[str, int] = {}
        self._capitals = self._chapters_in_capitals(numbered)
        self._parent: tuple[int, ...] = ()
        self._titles = {(mark.numbers[:-1], plain(mark.rest)) for index in numbered if (mark := chunks[index].marker)}
        self._tier: int | None = None
        self._last = -2

    def _chapters_in_capitals(self, numbered: Collection[int]) -> bool:
        """Whether the chapters of the first numbering are written in capitals."""
        levels, chapters = Levels(), []
        for index in sorted(numbered):
            mark = self._chunks[index].marker
            if mark is not None and levels.place(mark.numbers, len(mark.numbers)) == 1:
                chapters.append(self._upper(index))
        return bool(chapters) and 2 * sum(chapters) > len(chapters)

    def numbered(self, index: int) -> Heading | None:
        """The heading a numbered chunk is; none if its number fits nowhere."""
        mark = self._chunks[index].marker
        if mark is None:
            return None
        level = self._levels.place(mark.numbers, self._number_level)
        if level is None:
            return None
        self._number_level, self._labels, self._tier = level, {}, None
        self._parent = mark.numbers[:-1]
        return Heading(level, mark.printed.rstrip("."))

    def unnumbered(self, index: int) -> Heading:
        """The heading an unnumbered chunk is: under the last number, a label under its outer labels."""
        heading = self._unnumbered(index)
        self._last = index
        return heading

    def _unnumbered(self, index: int) -> Heading:
        mark = self._chunks[index].marker
        if mark is not None and mark.kind is MarkerKind.LABEL:
            return Heading(self._label_level(mark.style), mark.printed)
        if self._upper(index) and self._is_chapter(index):
            self._levels.restart()
            self._parent = (0,)
            self._number_level, self._labels, self._tier = 1, {}, None
            return Heading(1, None)
        return Heading(self._free_level(index), None)

    def _is_chapter(self, index: int) -> bool:
        """Whether a title in capitals is a chapter: the numbered ones are in capitals too, and none stands over it."""
        if not self._number_level:
            return True
        several = len(words_of(self._view, self._chunks[index])) > 1
        return self._capitals and several and not self._follows_heading(index)

    def _follows_heading(self, index: int) -> bool:
        """Whether the last heading stands right above, with no line of text, not even a table's, between."""
        if self._last != index - 1:
            return False
        between = range(self._chunks[index - 1].lines[-1] + 1, self._chunks[index].lines[0])
        return not any(self._view.line(number).text.strip() for number in between)

    def _label_level(self, style: str) -> int:
        order = layout_words().labelled
        self._labels = {
            label: level for label, level in self._labels.items() if order.index(label) < order.index(style)
        }
        self._labels[style] = self._number_level + 1 + len(self._labels)
        self._tier = None
        return self._labels[style]

    def _free_level(self, index: int) -> int:
        """Under number and labels; a title that a sibling of the number has too is above the others."""
        base = max([self._number_level, *self._labels.values()]) + 1
        if self._view.body_size:
            return base + self._size_rank(index)
        if (self._parent, plain(" ".join(words_of(self._view, self._chunks[index])))) in self._titles:
            self._tier = base
            return base
        return base if self._tier is None else base + 1

    def _size_rank(self, index: int) -> int:
        sizes = sorted({round(self._view.line(number).size, 1) for number in self._chunks[index].lines}, reverse=True)
        return 0 if sizes[0] > self._view.body_size * BIGGER else 1

    def _upper(self, index: int) -> bool:
        return all(self._view.text(number).isupper() for number in self._chunks[index].lines)


def words_of(view: View, chunk: Chunk) -> list[str]:
    """The words of a chunk's lines."""
    return [word for number in chunk.lines for word in view.text(number).split()]


def plain(text: str) -> str:
    """Letters and digits alone, in small letters: what makes two titles the same."""
    return "".join(character for character in text.casefold() if character.isalnum())


@dataclass(slots=True)
class _Chain:
    """A numbering in progress: its last number and the level its first part stands on."""

    last: tuple[int, ...]
    base: int


class Levels:
    """The levels of numbered headings, met in order. A numbering inside another stands below it."""

    def __init__(self) -> None:
        self._chains: list[_Chain] = []

    def place(self, numbers: tuple[int, ...], current: int) -> int | None:
        """The level of a heading with this number, where `current` is the level of the heading above it.

        None if the number fits no numbering.
        """
        for fits in (_next, _near):
            for depth in range(len(self._chains) - 1, -1, -1):
                if fits(self._chains[depth].last, numbers):
                    del self._chains[depth + 1 :]
                    self._chains[depth].last = numbers
                    return self._chains[depth].base + len(numbers) - 1
        if self._chains and numbers[-1] != 1:
            return None
        base = current + 1 if self._chains else 1
        self._chains.append(_Chain(numbers, max(1, base - len(numbers) + 1) if self._chains else 1))
        return self._chains[-1].base + len(numbers) - 1

    def restart(self) -> None:
        """An unnumbered chapter: what is numbered in it is numbered anew."""
        self._chains.append(_Chain((0,), 2))


def _next(last: tuple[int, ...], numbers: tuple[int, ...]) -> bool:
    """Whether a number comes right after another: its first child, or the next of it or of one of its parents."""
    if numbers == (*last, 1):
        return True
    length = len(numbers)
    return length <= len(last) and numbers[:-1] == last[: length - 1] and numbers[-1] == last[length - 1] + 1


def _near(last: tuple[int, ...], numbers: tuple[int, ...]) -> bool:
    """The same with a few numbers missing between."""
    length = len(numbers)
    if length == len(last) + 1:
        return numbers[:-1] == last and numbers[-1] <= _LEAP
    return length <= len(last) and numbers[:-1] == last[: length - 1] and 0 < numbers[-1] - last[length - 1] <= _LEAP
