"""A text broken into lines of a given width, with hyphens at the points the content's word list allows."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from documents.maker.model import Text

Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start:end` of a text as one line; `hyphen` where a word goes on in the next line."""

    start: int
    end: int
    hyphen: bool = False

    def show(self, text: Text, glue: str = "") -> str:
        """The line as printed, footnote marks glued to their words (`glue` goes between)."""
        shown, last = "", self.start
        for offset, mark in self.marks(text):
            shown += text.plain[last:offset] + glue + mark
            last = offset
        return shown + text.plain[last : self.end] + ("-" if self.hyphen else "")

    def marks(self, text: Text) -> list[tuple[int, str]]:
        """The footnote marks that stand in this line."""
        return [(offset, mark) for offset, mark in text.marks if self.start < offset <= self.end]


def split_points(words: list[str]) -> dict[str, tuple[int, ...]]:
    """From «saks-behandlings-tid» to the word and the offsets where it may be divided."""
    points = {}
    for word in words:
        parts = word.split("-")
        offsets, total = [], 0
        for part in parts[:-1]:
            total += len(part)
            offsets.append(total)
        points["".join(parts).lower()] = tuple(offsets)
    return points


class Breaker:
    """Breaks texts into lines; `hyphens` are the words that may be divided and where."""

    def __init__(self, hyphens: Mapping[str, tuple[int, ...]]) -> None:
        self._hyphens = hyphens

    def _points(self, word: str) -> tuple[int, ...]:
        lower = word.lower().lstrip("«(")
        skipped = len(word) - len(lower)
        for stem, offsets in self._hyphens.items():
            if lower.startswith(stem):
                return tuple(offset + skipped for offset in offsets)
        return ()

    def _divide(self, text: Text, start: int, word: tuple[int, int], limit: float, width: Width) -> int | None:
        for offset in reversed(self._points(text.plain[word[0] : word[1]])):
            cut = word[0] + offset
            if width(Piece(start, cut, True).show(text)) <= limit:
                return cut
        return None

    def break_lines(self, text: Text, limit: float, width: Width) -> list[Piece]:
        """The lines of a text, each at most `limit` wide."""
        pieces: list[Piece] = []
        start = end = 0
        for match in re.finditer(r"\S+", text.plain):
            if width(Piece(start, match.end()).show(text)) <= limit:
                end = match.end()
                continue
            cut = self._divide(text, start, match.span(), limit, width)
            if cut is None and start < match.start():
                pieces.append(Piece(start, end))
                start = match.start()
                fits = width(Piece(start, match.end()).show(text)) <= limit
                cut = None if fits else self._divide(text, start, match.span(), limit, width)
            if cut is not None:
                pieces.append(Piece(start, cut, True))
                start = cut
            end = match.end()
        return [*pieces, Piece(start, end)] if end else []
