"""The lines of a grid's body gathered into rows: labels joined to their numbers, stacks taken apart.

A label may be wrapped over lines, stand alone before its numbers, or in a stack of labels followed by a stack of
numbers, column by column. Text after the numbers is a comment.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.tables.plain.seen import Seen, goes_on, starts_low
from ingest.tables.shape import Run
from ingest.tables.tokens import Token, TokenKind

_BULLET = re.compile(r"^[-–•+=−]\s+\S")
_SIGN = re.compile(r"^(?:[-+=−–]|[A-ZÆØÅ])$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring tokens of one line."""

    seen: Seen
    tokens: tuple[Token, ...]


@dataclass
class Draft:
    """A row being gathered: the pieces of its label, of its numbers, and of what stands after or between them."""

    label: list[Piece] = field(default_factory=list)
    numbers: list[Piece] = field(default_factory=list)
    panel: list[Piece] = field(default_factory=list)
    more: list[Piece] = field(default_factory=list)
    comment: list[Piece] = field(default_factory=list)

    @property
    def pieces(self) -> list[Piece]:
        """All pieces."""
        return [*self.label, *self.numbers, *self.panel, *self.more, *self.comment]

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines it stands in."""
        return tuple(sorted({piece.seen.number for piece in self.pieces}))

    @property
    def cells(self) -> int:
        """How many cells its numbers are at least."""
        return sum(_fewest(piece) for piece in self.numbers)


def _fewest(piece: Piece) -> int:
    return Run(piece.tokens, 0, len(piece.tokens)).fewest


class Gatherer:
    """Gathers the rows of one grid.

    `columns` is the number of value columns, left panel and right together; `spare` of them are often empty.
    """

    def __init__(self, columns: int, *, panels: bool, comments: bool, spare: int = 0) -> None:
        self.columns = columns - spare
        self.panels = panels
        self.comments = comments
        self.rows: list[Draft] = []
        self.pending: list[Draft] = []
        self.stack: list[Piece] = []
        self.open_comment: list[Draft] = []
        self.orphan: Draft | None = None

    def gather(self, lines: Sequence[Seen]) -> list[Draft]:
        """The rows and group headings (rows without numbers) of the lines, top to bottom."""
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            if is_number_line(line) and not self._is_sign(line, following):
                self._number(line)
                continue
            self._unstack()
            if line.is_amount and not is_sign(line.text):
                self._row(line)
            else:
                self._text(line)
        self._unstack()
        self.rows.extend(self.pending)
        self.pending = []
        return self.rows

    def _is_sign(self, line: Seen, following: Seen | None) -> bool:
        """Whether a lone dash is the sign before a label rather than an empty cell."""
        return is_sign(line.text) and not self.stack and following is not None and not following.shape.only_numbers

    def _number(self, line: Seen) -> None:
        piece = Piece(line, line.shape.tokens)
        last = self.rows[-1] if self.rows and not self.pending and not self.stack else None
        if (
            last
            and last.numbers
            and not last.more
            and last.cells + _fewest(piece) <= self.columns
            and last.cells < self.columns
        ):
            last.numbers.append(piece)
            return
        self.stack.append(piece)

    def _unstack(self) -> None:
        """Give the numbers of a stack to the labels before it."""
        if not self.stack:
            return
        stack, self.stack = self.stack, []
        total = sum(_fewest(piece) for piece in stack)
        height = total // self.columns if total % self.columns == 0 else 0
        single = all(_fewest(piece) == 1 for piece in stack)
        if height > 1 and single and len(self.pending) >= height:
            self._by_column(stack, height)
        elif height == 1 and single:
            self._close(stack)
        else:
            self._by_row(stack)

    def _by_column(self, stack: Sequence[Piece], height: int) -> None:
        rows = self.pending[-height:]
        self.rows.extend(self.pending[:-height])
        self.pending = []
        for index, draft in enumerate(rows):
            draft.numbers.extend(stack[index::height])
        self.rows.extend(rows)
        self.open_comment = rows if self.comments else []

    def _by_row(self, stack: Sequence[Piece]) -> None:
        """A line of numbers for each label, in order; the labels that are left over are group headings."""
        self.open_comment = []
        extra = max(0, len(self.pending) - len(stack))
        self.rows.extend(self.pending[:extra])
        labels = self.pending[extra:]
        self.pending = []
        for index, piece in enumerate(stack):
            draft = labels[index] if index < len(labels) else Draft()
            draft.numbers.append(piece)
            if not draft.label and index + 1 == len(stack) and not is_junk(draft):
                self.orphan = draft
            self.rows.append(draft)

    def _close(self, numbers: Sequence[Piece]) -> None:
        draft = self.pending.pop() if self.pending else Draft()
        self.rows.extend(self.pending)
        self.pending = []
        draft.numbers.extend(numbers)
        if not draft.label and not is_junk(draft):
            self.orphan = draft
        self.rows.append(draft)
        self.open_comment = [draft] if self.comments and len(numbers) > 1 else []

    def _row(self, line: Seen) -> None:
        shape = line.shape
        first = shape.runs[0]
        right = shape.runs[1] if self.panels and len(shape.runs) > 1 else None
        main = first if self.comments or right else shape.runs[-1]
        label = Piece(line, shape.tokens[: main.first])
        draft = self._labelled(label, line)
        draft.numbers.append(Piece(line, main.tokens))
        if right:
            draft.panel.append(Piece(line, shape.tokens[main.last : right.first]))
            draft.more.append(Piece(line, right.tokens))
        elif shape.tokens[main.last :]:
            draft.comment.append(Piece(line, shape.tokens[main.last :]))
        self.rows.append(draft)
        self.open_comment = [draft] if draft.comment else []

    def _labelled(self, label: Piece, line: Seen) -> Draft:
        """The row that a line's own label begins, or ends where the label goes on from the lines before."""
        joins = bool(self.pending) and (not label.tokens or self._goes_on(line) or _is_sign(self.pending[-1]))
        draft = self.pending.pop() if joins else Draft()
        self.rows.extend(self.pending)
        self.pending = []
        if label.tokens:
            draft.label.append(label)
        return draft

    def _goes_on(self, line: Seen) -> bool:
        last = self.pending[-1].label[-1].seen
        return starts_low(line) or goes_on(last)

    def _text(self, line: Seen) -> None:
        piece = Piece(line, line.shape.tokens)
        if self.open_comment and self._goes_into_comment(line):
            for draft in self.open_comment:
                draft.comment.append(piece)
            return
        self.open_comment = []
        if self.orphan and self.orphan is self.rows[-1] and not self.pending:
            self.orphan.label.append(piece)
            self.orphan = None
            return
        self.orphan = None
        if self.pending and (self._goes_on(line) or _is_sign(self.pending[-1])):
            self.pending[-1].label.append(piece)
        else:
            self.pending.append(Draft(label=[piece]))

    def _goes_into_comment(self, line: Seen) -> bool:
        if self.open_comment[0].comment:
            return line.blanks == 0
        return not _BULLET.match(line.text)


def is_number_line(line: Seen) -> bool:
    """Whether a line is numbers alone."""
    return line.shape.only_numbers and not line.shape.only_periods


def is_sign(text: str) -> bool:
    """Whether a line is a lone sign or letter («+», «D»), which stands before a label."""
    return bool(_SIGN.match(text))


def _is_sign(draft: Draft) -> bool:
    """Whether a pending label is a lone sign or letter («+», «D»), which stands before its label."""
    return len(draft.label) == 1 and bool(_SIGN.match(draft.label[0].seen.text))


def is_junk(draft: Draft) -> bool:
    """Whether a row says nothing: no label, and one dash or zero."""
    if draft.label or len(draft.numbers) != 1:
        return False
    tokens = draft.numbers[0].tokens
    return len(tokens) == 1 and (tokens[0].kind == TokenKind.DASH or tokens[0].text == "0")
