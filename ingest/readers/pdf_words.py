"""A page's operations → its words with their places: what the text operators of the PDF format mean.

A word is what is drawn without a space or a gap. Coordinates are points from the foot of the page as it is shown
(its rotation applied); text that is not upright is turned by its own direction afterwards (`pdf_page`).
"""

import math
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.readers.pdf_content import INLINE_IMAGE, Operand, Operation
from ingest.readers.pdf_fonts import Glyph, GlyphFont

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

WORD_GAP = 0.15
"""A gap of this many em or more, made by moving and not by a space, parts words; kerning is smaller."""
MAX_WORDS = 20_000
"""A page of text has up to 1 500 words, a wall chart some thousands; more takes minutes to put in order."""
_BACKSTEP = -0.35
_SEAMLESS = 0.04
_SENTENCE_SPACES = 2
_MAX_SAVED_STATES = 500


class PageTooLargeError(Exception):
    """A page with more on it than is read from one page."""


class Word(NamedTuple):
    """A word: its text, from `x0` to `x1` on the baseline `y`, font size and weight.

    `direction` is its quarter turns against the clock. `spaced` tells that a space (or two) was drawn
    right before it; `moved` that its page writes its spaces, but this word was reached by a move.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    direction: int
    spaced: bool
    moved: bool = False


@dataclass(slots=True)
class TextState:
    """The part of the graphics state that places text."""

    matrix: Matrix = IDENTITY
    font: GlyphFont = field(default_factory=GlyphFont.unknown)
    size: float = 1.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> "TextState":
        """The same state, to be restored later."""
        return TextState(
            self.matrix,
            self.font,
            self.size,
            self.character_space,
            self.word_space,
            self.scale,
            self.leading,
            self.rise,
        )


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first` and then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


class TextReader:
    """Runs operations and collects `words`, and the matrices of the `pictures` that are drawn.

    `fonts` finds a font by its name in the resources at hand; `draw` is called with an XObject's name and may run
    the operations of a form with this same reader.
    """

    def __init__(self, base: Matrix, fonts: Callable[[str], GlyphFont], draw: Callable[[str], None]) -> None:
        self.state = TextState(matrix=base)
        self.fonts = fonts
        self.draw = draw
        self.words: list[Word] = []
        self.pictures: list[Matrix] = []
        self._saved: list[TextState] = []
        self._text = IDENTITY
        self._line = IDENTITY
        self._advance = 0.0
        self._pending: list[str] = []
        self._pending_from = 0.0
        self._pending_spaced = False
        self._spaces = 0
        self._space_end: tuple[float, float] | None = None
        self._numeric: dict[bytes, Callable[[float], None]] = {
            b"Tc": lambda value: setattr(self.state, "character_space", value),
            b"Tw": lambda value: setattr(self.state, "word_space", value),
            b"Tz": lambda value: setattr(self.state, "scale", value / 100),
            b"TL": lambda value: setattr(self.state, "leading", value),
            b"Ts": lambda value: setattr(self.state, "rise", value),
        }
        self._operators: dict[bytes, Callable[[list[Operand]], None]] = {
            b"q": lambda _: self.save(),
            b"Q": lambda _: self.restore(),
            b"cm": lambda operands: self.transform(_matrix(operands)),
            b"BT": lambda _: self._place(IDENTITY),
            b"Tf": self._set_font,
            b"Tm": lambda operands: self._place(_matrix(operands)),
            b"Td": lambda operands: self._move(*_pair(operands)),
            b"TD": self._move_and_lead,
            b"T*": lambda _: self._next_line(),
            b"Tj": self._show,
            b"'": self._show_on_next_line,
            b'"': self._show_on_next_line_spaced,
            b"TJ": self._show_pieces,
            b"Do": lambda operands: self.draw(str(operands[-1])),
            INLINE_IMAGE: lambda _: self.pictures.append(self.state.matrix),
        }

    def run(self, operations: Iterable[Operation]) -> None:
        """Carry out `operations`. One with missing or wrong operands is left out, as every viewer does."""
        for operator, operands in operations:
            try:
                if operator in self._numeric:
                    self._numeric[operator](float(operands[-1]))  # type: ignore[arg-type]
                else:
                    self._operators[operator](operands)
            except (IndexError, TypeError, ValueError):
                continue

    def save(self) -> None:
        """Remember the graphics state (q)."""
        if len(self._saved) < _MAX_SAVED_STATES:
            self._saved.append(self.state.copy())

    def restore(self) -> None:
        """Take back the last remembered graphics state (Q)."""
        if self._saved:
            self.state = self._saved.pop()

    def transform(self, matrix: Matrix) -> None:
        """Apply a matrix to all that follows (cm)."""
        self.state.matrix = multiply(matrix, self.state.matrix)

    def _place(self, matrix: Matrix) -> None:
        self._text = self._line = matrix
        self._advance = 0.0

    def _move(self, x: float, y: float) -> None:
        self._place(multiply((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def _move_and_lead(self, operands: list[Operand]) -> None:
        x, y = _pair(operands)
        self.state.leading = -y
        self._move(x, y)

    def _next_line(self) -> None:
        self._move(0.0, -self.state.leading)

    def _set_font(self, operands: list[Operand]) -> None:
        name, size = operands[-2:]
        self.state.font = self.fonts(str(name))
        self.state.size = float(size)  # type: ignore[arg-type]

    def _show(self, operands: list[Operand]) -> None:
        self._show_pieces([operands[-1:]])  # type: ignore[list-item]

    def _show_on_next_line(self, operands: list[Operand]) -> None:
        self._next_line()
        self._show(operands)

    def _show_on_next_line_spaced(self, operands: list[Operand]) -> None:
        word_space, character_space, text = operands[-3:]
        self.state.word_space = float(word_space)  # type: ignore[arg-type]
        self.state.character_space = float(character_space)  # type: ignore[arg-type]
        self._show_on_next_line([text])

    def _show_pieces(self, operands: list[Operand]) -> None:
        """Show strings with moves in thousandths of an em between them (TJ)."""
        self._spaces = 0
        for piece in operands[-1]:  # type: ignore[union-attr]
            if isinstance(piece, bytes):
                self._show_glyphs(self.state.font.decode(piece))
            elif isinstance(piece, float):
                self._kern(-piece / 1000)
        self._end_word()
        if self._spaces:
            self._space_end = self._place_of(self._advance)

    def _kern(self, move: float) -> None:
        """Move by `move` em; more than kerning ends the word."""
        if move >= WORD_GAP or move <= _BACKSTEP:
            self._end_word()
        self._advance += move * self.state.size * self.state.scale

    def _show_glyphs(self, glyphs: list[Glyph]) -> None:
        state = self.state
        size, scale, between = state.size, state.scale, state.character_space
        for text, width, is_space_code in glyphs:
            if text == " ":
                self._end_word()
                self._spaces += 1
            elif text:
                if not self._pending:
                    self._pending_from = self._advance
                    self._pending_spaced = 0 < self._spaces <= _SENTENCE_SPACES
                self._pending.append(text)
                self._spaces = 0
            self._advance += (width * size + between + (state.word_space if is_space_code else 0.0)) * scale

    def _end_word(self) -> None:
        if not self._pending:
            return
        text = unicodedata.normalize("NFC", "".join(self._pending)).strip()
        self._pending.clear()
        state = self.state
        a, b, c, d, _, _ = multiply(self._text, state.matrix)
        x, y = self._place_of(self._pending_from)
        size = abs(state.size) * math.hypot(c, d)
        spaced = self._pending_spaced or self._follows_space(x, y, size)
        direction = round(math.atan2(b, a) / (math.pi / 2)) % 4
        u, v = turned(x, y, direction)
        length = (self._advance - self._pending_from) * math.hypot(a, b)
        self._add(Word(text, u, u + length, v, size, state.font.bold, direction, spaced))

    def _place_of(self, advance: float) -> tuple[float, float]:
        """Where the point `advance` along the line of text stands on the page."""
        a, b, c, d, e, f = multiply(self._text, self.state.matrix)
        rise = self.state.rise
        return e + a * advance + c * rise, f + b * advance + d * rise

    def _follows_space(self, x: float, y: float, size: float) -> bool:
        """Whether the string before ended with a space that ends here."""
        end, self._space_end = self._space_end, None
        return end is not None and math.dist(end, (x, y)) <= _SEAMLESS * size

    def _add(self, word: Word) -> None:
        """Add a word, or its letters to the last one where it was drawn piece by piece."""
        last = self.words[-1] if self.words else None
        if last is not None and not word.spaced and _continues(last, word):
            self.words[-1] = last._replace(text=last.text + word.text, x1=word.x1)
        elif len(self.words) < MAX_WORDS:
            self.words.append(word)
        else:
            raise PageTooLargeError


def turned(x: float, y: float, direction: int) -> tuple[float, float]:
    """The point in the frame of text written in that direction: along the text, and up from its foot."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[direction]


def _continues(last: Word, word: Word) -> bool:
    reach = _SEAMLESS * word.size
    return (
        abs(word.x0 - last.x1) <= reach
        and abs(word.y - last.y) <= reach
        and (word.size, word.bold, word.direction) == (last.size, last.bold, last.direction)
    )


def _pair(operands: list[Operand]) -> tuple[float, float]:
    x, y = operands[-2:]
    return float(x), float(y)  # type: ignore[arg-type]


def _matrix(operands: list[Operand]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands[-6:])  # type: ignore[arg-type]
    return (a, b, c, d, e, f)
