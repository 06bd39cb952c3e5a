"""The tokens of a line of a table: words, and the atoms that numbers are grouped from."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.tables.words import WORDS

WIDE_GAP = 2

_SPACES = re.compile(r"\S+")
_MARK_TAIL = re.compile(r"(?P<core>.*?[\d%])(?P<mark>\*+|\d?\d\)|[¹²³⁴⁵⁶⁷⁸⁹]+)$")
_MARK = re.compile(r"^(?:\*+|\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]+)$")
_PERIOD = re.compile(r"^(?:(?:19|20)\d{2}(?:[-–/](?:(?:19|20)?\d{2}))?|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}))$")
_HEAD = re.compile(r"^[-−–+]?\d{1,3}$")
_GROUP = re.compile(r"^\d{3}$")
_GROUP_END = re.compile(r"^\d{3}(?:,\d+)?%?$")
_WHOLE = re.compile(r"^[-−–+]?(?:\d{4,}|\d{1,3}(?:\.\d{3})+|\d+)(?:[.,]\d+)?%?$")
_BRACKETED = re.compile(r"^\(\d+(?:[.,]\d+)?\)$")
_DASHES = frozenset("-–—−")


class TokenKind(StrEnum):
    """What a token can be part of. HEAD starts a number that groups may follow, WHOLE is a number by itself."""

    WORD = "word"
    HEAD = "head"
    WHOLE = "whole"
    DASH = "dash"
    PERCENT = "percent"
    MARK = "mark"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters without a space. `start:end` leaves out the footnote mark glued to a number.

    `gap` is the number of spaces before it. `period` says that it may be a year or a date, `group` that it
    may continue a number (exactly three digits), and `closes` that nothing may continue it (decimals, a mark).
    """

    text: str
    start: int
    end: int
    gap: int
    kind: TokenKind
    period: bool = False
    group: bool = False
    closes: bool = False

    @property
    def numeric(self) -> bool:
        """Whether it can stand in a column of numbers."""
        return self.kind in _NUMERIC


_NUMERIC = frozenset({TokenKind.HEAD, TokenKind.WHOLE, TokenKind.DASH, TokenKind.PERCENT})


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a line, in order."""
    tokens: list[Token] = []
    last = 0
    for match in _SPACES.finditer(text):
        tokens.append(_token(match.group(), match.start(), match.start() - last))
        last = match.end()
    return tuple(tokens)


def _token(text: str, start: int, gap: int) -> Token:
    if text in _DASHES:
        return Token(text, start, start + 1, gap, TokenKind.DASH, closes=True)
    if text == "%":
        return Token(text, start, start + 1, gap, TokenKind.PERCENT, closes=True)
    if _MARK.match(text):
        return Token(text, start, start + len(text), gap, TokenKind.MARK, closes=True)
    if not (text[0].isdigit() or text[-1] in "0123456789%)*" or text[-1] in "¹²³⁴⁵⁶⁷⁸⁹"):
        kind = TokenKind.UNIT if text.lower() in WORDS.units else TokenKind.WORD
        return Token(text, start, start + len(text), gap, kind)
    return _number(text, start, gap)


def _number(text: str, start: int, gap: int) -> Token:
    core, marked = text, False
    tail = _MARK_TAIL.match(text)
    if tail and not _PERIOD.match(text) and _is_number(tail["core"]):
        core, marked = tail["core"], True
    end = start + len(core)
    if not _is_number(core):
        return Token(text, start, start + len(text), gap, TokenKind.WORD, period=bool(_PERIOD.match(core)))
    head = bool(_HEAD.match(core))
    group = bool(_GROUP_END.match(core))
    closes = marked or not (head or group) or not core[-1].isdigit() or "," in core
    kind = TokenKind.HEAD if head else TokenKind.WHOLE
    return Token(core, start, end, gap, kind, period=bool(_PERIOD.match(core)), group=group, closes=closes)


def _is_number(text: str) -> bool:
    return bool(
        _HEAD.match(text) or _GROUP.match(text) or _WHOLE.match(text) or _BRACKETED.match(text) or _PERIOD.match(text)
    )
