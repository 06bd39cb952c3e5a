"""The shape of a line: its runs of numbers, and the text before, between and after them."""

from dataclasses import dataclass
from functools import cached_property

from ingest.tables.cutting import fewest, most
from ingest.tables.tokens import WIDE_GAP, Token, TokenKind, tokenize
from ingest.tables.words import WORDS

PANEL_GAP = 5


@dataclass(frozen=True)
class Run:
    """Neighbouring tokens that can be cells of numbers: `first:last` of the line's tokens."""

    tokens: tuple[Token, ...]
    first: int
    last: int

    @cached_property
    def fewest(self) -> int:
        """The smallest number of cells it can be cut into."""
        return fewest(self.tokens)

    @cached_property
    def most(self) -> int:
        """The largest number of cells it can be cut into."""
        return most(self.tokens)


@dataclass(frozen=True)
class LineShape:
    """A line's tokens and runs. A run in the middle counts only where it is at least two cells."""

    text: str
    tokens: tuple[Token, ...]
    runs: tuple[Run, ...]

    @property
    def tail(self) -> Run | None:
        """The run the line ends with."""
        if self.runs and self.runs[-1].last == len(self.tokens):
            return self.runs[-1]
        return None

    @property
    def label(self) -> tuple[Token, ...]:
        """The tokens before the first run."""
        return self.tokens[: self.runs[0].first] if self.runs else self.tokens

    @property
    def after(self) -> tuple[Token, ...]:
        """The tokens after the last run."""
        return self.tokens[self.runs[-1].last :] if self.runs else ()

    @property
    def periods(self) -> int:
        """How many tokens may be years or dates."""
        return sum(token.period for token in self.tokens)

    @property
    def only_periods(self) -> bool:
        """Whether the line is years and dates alone."""
        return bool(self.tokens) and all(token.period for token in self.tokens)

    @property
    def only_numbers(self) -> bool:
        """Whether the line is numbers alone, with no label."""
        return bool(self.runs) and self.runs[0].first == 0 and self.tail is not None and len(self.runs) == 1


def read_shape(text: str) -> LineShape:
    """The shape of one line."""
    tokens = tokenize(text)
    runs = [run for run in _runs(tokens) if _counts(run, tokens)]
    return LineShape(text, tokens, tuple(runs))


def _runs(tokens: tuple[Token, ...]) -> list[Run]:
    runs: list[Run] = []
    start: int | None = None
    for index, token in enumerate(tokens):
        inside = token.numeric or (start is not None and token.kind == TokenKind.UNIT)
        if inside and start is None and not _opens(tokens, index):
            inside = False
        if inside and start is None:
            start = index
        if not inside and start is not None:
            runs.append(_run(tokens, start, index))
            start = None
    if start is not None:
        runs.append(_run(tokens, start, len(tokens)))
    return runs


def _run(tokens: tuple[Token, ...], first: int, last: int) -> Run:
    """The run, without years and brackets at its start that belong to the label («behov i 2025», «målinger (1000)»)."""
    if first and not all(_is_aside(token) for token in tokens[first:last]):
        while _is_aside(tokens[first]):
            first += 1
    return Run(tokens[first:last], first, last)


def _is_aside(token: Token) -> bool:
    return token.period or token.text.startswith("(")


def _opens(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a run may begin here: not with «%», nor with a dash that joins two words or marks a list item."""
    token = tokens[index]
    if token.kind == TokenKind.PERCENT:
        return False
    if token.kind != TokenKind.DASH:
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.numeric:
        return True
    return token.gap >= WIDE_GAP and following.gap >= WIDE_GAP


def _counts(run: Run, tokens: tuple[Token, ...]) -> bool:
    if run.last == len(tokens):
        return _ends_line(run, tokens)
    if run.first == 0:
        return run.fewest >= 2 or run.tokens[-1].closes
    following = tokens[run.last]
    return run.fewest >= 2 or following.gap >= PANEL_GAP or (run.most >= 2 and following.text[0].isupper())


def _ends_line(run: Run, tokens: tuple[Token, ...]) -> bool:
    if len(run.tokens) > 1 or run.first == 0:
        return True
    before = tokens[run.first - 1].text.lower()
    return run.tokens[0].gap >= WIDE_GAP or before not in WORDS.connectives
