"""Text of several lines joined for reading, with every character mapped back to its place.

The text is what a reader sees: one space between lines, words that were hyphenated at a line's end made whole,
the damage that text extraction does to ligatures mended where it is certain, footnote marks taken off.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ingest.document import Line, Span
from ingest.seams import NO_WORDS, seam, seam_words, torn

_SOFT_HYPHEN = "\u00ad"
_TAIL = 160
_PAIR = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]+) (?=(?P<second>[a-zæøå]+)(?![\w-]))")
_LEFT_OUT = re.compile(
    r"[\u00ad\ufeff\u200b\x00-\x08\x0e-\x1f]+"
    r"|(?<=(?P<letter>[^\W\d_])) (?=(?P=letter)\s{2})"  # a doubled letter torn apart: «Antal l  saker»
    r"|(?<=[^\W\d_]) (?=[.,;:][)\]])"  # a space before closing punctuation: «(ca .)»
    r"|(?<=\s)\s+"  # all but the first of several spaces
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text that stands at `start:end` of a line."""

    text: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Joined text. `lines` are the source lines it is made of, in order."""

    text: str
    lines: tuple[Line, ...]
    _pieces: tuple[_Piece, ...]
    _offsets: tuple[int, ...]

    @classmethod
    def join(cls, lines: Iterable[Line], marks: Iterable[Span] = (), words: Mapping[str, int] = NO_WORDS) -> "Flow":
        """Join lines for reading, leaving out the footnote marks.

        `words` are the document's words as `vocabulary` counts them; with them, words torn without a hyphen are
        made whole too.
        """
        sources = tuple(lines)
        marked = _by_line(marks, {line.number for line in sources})
        joined = _Joiner(words)
        for line in sources:
            joined.add(line, marked.get(line.number, []))
        return cls(joined.text, sources, tuple(joined.pieces), tuple(joined.offsets))

    def start_of(self, line: int) -> int | None:
        """Where in the text a line begins; None where nothing of it is read."""
        offsets = zip(self._offsets, self._pieces, strict=True)
        return next((offset for offset, piece in offsets if piece.line == line), None)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where the characters `start` to `end` of the text stand: one span for each source line."""
        found: dict[int, Span] = {}
        for index in range(max(0, bisect_right(self._offsets, start) - 1), len(self._pieces)):
            offset, piece = self._offsets[index], self._pieces[index]
            if offset >= end:
                break
            inside = _part(piece, max(start - offset, 0), min(end - offset, len(piece.text)))
            if inside is not None:
                before = found.get(inside.line, inside)
                found[inside.line] = Span(inside.line, min(before.start, inside.start), max(before.end, inside.end))
        return tuple(found.values())


class _Joiner:
    """The text so far, as parts, and the pieces it is made of."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words
        self._parts: list[str] = []
        self._length = 0
        self._tail = ""
        self._open = False
        self.pieces: list[_Piece] = []
        self.offsets: list[int] = []

    @property
    def text(self) -> str:
        """Everything joined so far."""
        return "".join(self._parts)

    def add(self, line: Line, marked: list[Span]) -> None:
        """Join one more line."""
        pieces = list(_kept(line, marked, self._words))
        if not pieces:
            return
        if not self._open:
            join = seam(self._tail, "".join(piece.text for piece in pieces), self._words)
            self._cut(join.cut)
            self._put(join.between)
        self._open = line.text.rstrip().endswith(_SOFT_HYPHEN)
        for piece in pieces:
            self.offsets.append(self._length)
            self.pieces.append(piece)
            self._put(piece.text)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._tail = (self._tail + text)[-_TAIL:]

    def _cut(self, count: int) -> None:
        """Take characters off the last piece, which holds more than is ever cut."""
        if not count:
            return
        last = self.pieces[-1]
        self.pieces[-1] = _Piece(last.text[:-count], last.line, last.start, last.end - count)
        self._parts[-1] = last.text[:-count]
        self._length -= count
        self._tail = self._tail[:-count]


def _by_line(marks: Iterable[Span], numbers: set[int]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for mark in marks:
        if mark.line in numbers:
            found[mark.line].append(mark)
    return found


def _kept(line: Line, marked: list[Span], words: Mapping[str, int]) -> Iterator[_Piece]:
    """The runs of a line that are read: everything but marks, needless spaces and invisible characters."""
    text = line.text
    gaps = [(found.start(), found.end()) for found in _LEFT_OUT.finditer(text)]
    gaps += [(mark.start, mark.end) for mark in marked]
    if words:
        gaps += [(place, place + 1) for place in _torn_at(text, words)]
    for start, end in _tidied(text, sorted(gaps)):
        yield from _read(text, line.number, start, end)


def _tidied(text: str, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What stands between the gaps, with no space at the line's ends and one at most where a gap was."""
    runs: list[tuple[int, int]] = []
    start, spaced = 0, True
    for gap_start, gap_end in [*gaps, (len(text), len(text))]:
        first = gap_start - len(text[start:gap_start].lstrip()) if spaced and gap_start > start else start
        if gap_start > first:
            runs.append((first, gap_start))
            spaced = text[gap_start - 1].isspace()
        start = max(start, gap_end)
    while runs and spaced:
        first, last = runs.pop()
        kept = len(text[first:last].rstrip())
        if kept:
            runs.append((first, first + kept))
            break
    return runs


def _torn_at(text: str, words: Mapping[str, int]) -> Iterator[int]:
    """The spaces inside words that were torn apart: «fi skere»."""
    for found in _PAIR.finditer(text):
        if torn(found["first"], found["second"], words):
            yield found.start("second") - 1


def _read(text: str, number: int, start: int, end: int) -> Iterator[_Piece]:
    """A run as read: every white space a space, every ligature its letters."""
    ligatures = seam_words().ligatures
    at = start
    for index in range(start, end):
        letters = ligatures.get(text[index]) if not text[index].isascii() else None
        if letters is None:
            continue
        if index > at:
            yield _Piece(text[at:index], number, at, index)
        yield _Piece(letters, number, index, index + 1)
        at = index + 1
    if end > at:
        yield _Piece(text[at:end], number, at, end)


def _part(piece: _Piece, start: int, end: int) -> Span | None:
    if start >= end:
        return None
    if len(piece.text) != piece.end - piece.start:
        return Span(piece.line, piece.start, piece.end)
    return Span(piece.line, piece.start + start, piece.start + end)
