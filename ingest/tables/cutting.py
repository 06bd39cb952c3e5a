"""Runs of tokens cut into cells: which cuts the rules of grouped numbers allow.

Numbers are grouped by single spaces, which are also what stands between columns. A number's first group has
one to three digits, every later one exactly three; decimals, a per cent sign or a footnote mark end it; two
spaces or more always part cells.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from ingest.tables.tokens import WIDE_GAP, Token, TokenKind

Cut = tuple[tuple[int, int], ...]
"""The cells of a run, each as the first and the last (not included) of its tokens."""

MOST_CUTS = 400
MOST_GROUPS = 5
"""A number of more groups than this is taken for two: a billion kroner and more is five groups."""


def continues(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at `index` may belong to the same cell as the token before it."""
    before, token = tokens[index - 1], tokens[index]
    if token.kind == TokenKind.UNIT:
        return True
    if token.kind == TokenKind.PERCENT:
        return before.kind in (TokenKind.HEAD, TokenKind.WHOLE) and not before.text.endswith("%")
    if token.gap >= WIDE_GAP or not token.group or before.closes or before.kind == TokenKind.UNIT:
        return False
    return _groupable(tokens, index - 1)


def _groupable(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at `index` is digits that a group may follow («0» alone is not)."""
    token = tokens[index]
    if token.kind != TokenKind.HEAD:
        return False
    return token.text.strip("-−–+") != "0"


def must_continue(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at `index` cannot begin a cell: a sign of per cent, a unit, a group like «018»."""
    token = tokens[index]
    if token.kind in (TokenKind.PERCENT, TokenKind.UNIT):
        return True
    return token.group and token.text[0] == "0" and len(token.text) >= 3 and continues(tokens, index)


def fewest(tokens: Sequence[Token]) -> int:
    """The smallest number of cells the tokens can be cut into."""
    count = groups = 0
    for index in range(len(tokens)):
        if index and continues(tokens, index):
            groups += tokens[index].group
            if groups <= MOST_GROUPS:
                continue
        count += 1
        groups = 1
    return count


def most(tokens: Sequence[Token]) -> int:
    """The largest number of cells the tokens can be cut into."""
    return sum(not (index and must_continue(tokens, index)) for index in range(len(tokens)))


def cuts(tokens: Sequence[Token], cells: int) -> list[Cut]:
    """Every way to cut the tokens into that many cells, up to a few hundred."""
    return list(islice(_cuts(tokens, 0, cells), MOST_CUTS))


def _cuts(tokens: Sequence[Token], start: int, cells: int) -> Iterator[Cut]:
    if start == len(tokens):
        if cells == 0:
            yield ()
        return
    if cells <= 0 or fewest(tokens[start:]) > cells or most(tokens[start:]) < cells:
        return
    for end in _ends(tokens, start):
        for rest in _cuts(tokens, end, cells - 1):
            yield ((start, end), *rest)


def _ends(tokens: Sequence[Token], start: int) -> Iterator[int]:
    """Where a cell that begins at `start` may end."""
    end, groups = start + 1, 0
    while True:
        if end == len(tokens) or not must_continue(tokens, end):
            yield end
        if end == len(tokens) or not continues(tokens, end):
            return
        groups += tokens[end].group
        if groups >= MOST_GROUPS:
            return
        end += 1
