"""Headings: numbered, labelled with a word and a number, or short lines that stand alone."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ingest.layout.chunks import Chunk
from ingest.layout.markers import MarkerKind
from ingest.layout.numbering import Levels
from ingest.layout.view import View
from ingest.layout.words import layout_words

_LONGEST = 130
_MOST_WORDS = 18
_MOST_LINES = 3
_MOST_IN_A_ROW = 2
_BIGGER = 1.08
_NUMERIC = re.compile(r"[-–+]?\d[\d.,]*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A chunk that is a heading, with its level and number."""

    level: int
    marker: str | None


def find_headings(
    view: View, chunks: Sequence[Chunk], numbered: Collection[int], others: Collection[int]
) -> dict[int, Heading]:
    """The headings among chunks, by index. `numbered` are the numbered ones; `others` lines of captions and tables."""
    outlined = _outlined(view, chunks)
    alone = {
        index
        for index, chunk in enumerate(chunks)
        if index not in numbered and _stands_alone(view, chunks, index, others)
    }
    alone = _with_text_below(view, chunks, alone, numbered, others) | set(outlined)
    return _levelled(view, chunks, numbered, alone - set(numbered), outlined)


def _stands_alone(view: View, chunks: Sequence[Chunk], index: int, others: Collection[int]) -> bool:
    """Whether an unnumbered chunk looks like a title, set off from what is above it."""
    chunk = chunks[index]
    if chunk.marker is not None and chunk.marker.kind is not MarkerKind.LABEL:
        return False
    if not _is_title(view, chunk):
        return False
    before = view.before(chunk.first)
    if view.body_size and not _stands_out(view, chunk):
        return False
    set_off = before is None or view.apart(before, chunk.first) or _stands_out(view, chunk)
    return set_off and _ends_here(view, chunk) and not (before in others and view.goes_on(chunk.first))


def _stands_out(view: View, chunk: Chunk) -> bool:
    """Whether the type is bigger or bolder than the body's."""
    if not view.body_size:
        return False
    lines = [view.line(number) for number in chunk.lines]
    return all(line.size > view.body_size * _BIGGER or line.bold for line in lines)


def _ends_here(view: View, chunk: Chunk) -> bool:
    following = view.after(chunk.last)
    return following is None or view.apart(chunk.last, following) or not view.goes_on(following)


def _is_title(view: View, chunk: Chunk) -> bool:
    text = " ".join(view.text(number) for number in chunk.lines)
    words = text.split()
    if len(chunk.lines) > _MOST_LINES or len(text) > _LONGEST or len(words) > _MOST_WORDS:
        return False
    if view.ends_sentence(chunk.last) or text[-1] in ",;:–-/(" or not _LETTERS.search(text):
        return False
    if text[0].islower() and len(words) > _MOST_IN_A_ROW:
        return False
    return not _is_row(words) and not _is_date(words) and not _is_broken_early(view, chunk)


def _is_row(words: list[str]) -> bool:
    """Whether the words look like a table's row: numbers at the end."""
    numeric = [word for word in words if _NUMERIC.fullmatch(word)]
    years = [word for word in numeric if _YEAR.fullmatch(word)]
    return len(numeric) - len(years) > 1 or len(years) > 1 or (words[-1] in numeric and words[-1] not in years)


def _is_date(words: list[str]) -> bool:
    months = [index for index, word in enumerate(words) if word.lower() in layout_words().months]
    return bool(months) and bool(_YEAR.fullmatch(words[-1])) and months[0] == len(words) - 2 and len(words) <= 5


def _is_broken_early(view: View, chunk: Chunk) -> bool:
    """Whether the chunk has line ends no title has: small letters, much room, and no other line of capitals."""
    if all(view.text(number).isupper() for number in chunk.lines):
        return False
    return any(view.forced(upper, lower) for upper, lower in zip(chunk.lines, chunk.lines[1:], strict=False))


def _with_text_below(
    view: View, chunks: Sequence[Chunk], alone: set[int], numbered: Collection[int], others: Collection[int]
) -> set[int]:
    """Those with something under them. Many in a row are the words of a figure or a table."""
    kept: set[int] = set()
    row: list[int] = []
    for index in range(len(chunks) + 1):
        if index in alone:
            row.append(index)
        closes = index not in alone or (view.after(chunks[index].last) in others)
        if not closes:
            continue
        fits = len(row) <= _MOST_IN_A_ROW or bool(view.body_size) or all(_labelled(chunks[item]) for item in row)
        if fits and index < len(chunks) and index not in numbered:
            kept.update(row)
        row = []
    return kept


def _labelled(chunk: Chunk) -> bool:
    return chunk.marker is not None and chunk.marker.kind is MarkerKind.LABEL


def _outlined(view: View, chunks: Sequence[Chunk]) -> dict[int, int]:
    """Chunks that the file's own bookmarks name on their page, with the bookmark's level."""
    titles = {(page, _plain(title)): level for level, title, page in view.sheet.outline}
    if not titles:
        return {}
    found: dict[int, int] = {}
    for index, chunk in enumerate(chunks):
        level = titles.get((view.page(chunk.first), _plain(" ".join(view.text(number) for number in chunk.lines))))
        if level is not None:
            found[index] = level
    return found


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _levelled(
    view: View, chunks: Sequence[Chunk], numbered: Collection[int], alone: Collection[int], outlined: Mapping[int, int]
) -> dict[int, Heading]:
    state = _State(view, chunks, numbered)
    headings: dict[int, Heading] = {}
    for index in sorted({*numbered, *alone}):
        heading = state.numbered(index) if index in numbered else state.unnumbered(index)
        if heading is not None and index in outlined:
            heading = Heading(outlined[index], heading.marker)
        if heading is not None:
            headings[index] = heading
    return headings


class _State:
    """The level reached so far, while headings are met in order."""

    def __init__(self, view: View, chunks: Sequence[Chunk], numbered: Collection[int]) -> None:
        self._view = view
        self._chunks = chunks
        self._levels = Levels()
        self._number_level = 0
        self._labels: dict[str, int] = {}
        self._sizes: dict[float, int] = {}
        self._last = -1
        chapters = [index for index in numbered if (mark := chunks[index].marker) and len(mark.numbers) == 1]
        self._capitals = bool(chapters) and 2 * sum(self._upper(index) for index in chapters) > len(chapters)
        self._titles = {_plain(mark.rest) for index in numbered if (mark := chunks[index].marker)}
        self._tier: int | None = None

    def numbered(self, index: int) -> Heading | None:
        """The heading a numbered chunk is; none if its number fits nowhere."""
        mark = self._chunks[index].marker
        if mark is None:
            return None
        level = self._levels.place(mark.numbers, self._number_level)
        if level is None:
            return None
        self._number_level, self._labels, self._tier = level, {}, None
        self._last = index
        return Heading(level, mark.printed.rstrip("."))

    def unnumbered(self, index: int) -> Heading:
        """The heading an unnumbered chunk is: under the last number, a label under its outer labels."""
        mark = self._chunks[index].marker
        if mark is not None and mark.kind is MarkerKind.LABEL:
            return Heading(self._label_level(mark.style), mark.printed)
        if self._upper(index) and (self._capitals or not self._number_level):
            self._levels.restart()
            self._number_level, self._labels, self._tier = 1, {}, None
            return Heading(1, None)
        return Heading(self._free_level(index), None)

    def _label_level(self, style: str) -> int:
        order = layout_words().labelled
        self._labels = {label: level for label, level in self._labels.items() if order.index(label) < order.index(style)}
        self._labels[style] = self._number_level + 1 + len(self._labels)
        self._tier = None
        return self._labels[style]

    def _free_level(self, index: int) -> int:
        """Under number and labels; a title that is a chapter's elsewhere, or stands right over another, is above."""
        base = max([self._number_level, *self._labels.values()]) + 1
        if self._view.body_size:
            return base + self._size_rank(index)
        chunk = self._chunks[index]
        if _plain(" ".join(self._view.text(number) for number in chunk.lines)) in self._titles:
            self._tier = base
            return base
        return base if self._tier is None else base + 1

    def _size_rank(self, index: int) -> int:
        sizes = sorted(
            {round(self._view.line(number).size, 1) for number in self._chunks[index].lines}, reverse=True
        )
        return 0 if sizes[0] > self._view.body_size * _BIGGER else 1

    def _upper(self, index: int) -> bool:
        return all(self._view.text(number).isupper() for number in self._chunks[index].lines)
