"""The label of a row of codes taken apart: code, name, code, text, reference."""

import re
from collections.abc import Sequence

from ingest.tables.plain.drafts import Piece
from ingest.tables.plain.leaves import Leaf
from ingest.tables.stub_kinds import StubKind, kind_of
from ingest.tables.tokens import Token
from ingest.tables.words import WORDS

_CODE = re.compile(r"^\d{1,4}$")
_REFERENCE = re.compile(r"^(?:[A-Z]{1,3}|\d{1,2})$")


def stub_cells(label: Sequence[Piece], stubs: Sequence[Leaf]) -> list[list[Piece]]:
    """The pieces of the label in each label column."""
    kinds = [kind_of(leaf.text) for leaf in stubs]
    tokens = [(piece, token) for piece in label for token in piece.tokens]
    cells: list[list[tuple[Piece, Token]]] = [[] for _ in kinds]
    if kinds[-1] == StubKind.REFERENCE and len(tokens) > 1 and _REFERENCE.match(tokens[-1][1].text):
        cells[-1] = [tokens.pop()]
    column = -1
    for index, (piece, token) in enumerate(tokens):
        column = _column(kinds, column, tokens, index)
        cells[column].append((piece, token))
    return [_pieces(cell) for cell in cells]


def _column(kinds: Sequence[StubKind], column: int, tokens: Sequence[tuple[Piece, Token]], index: int) -> int:
    """The column of the token at `index`, where the token before it is in `column` (-1 before the first)."""
    code = _next(kinds, column, StubKind.CODE)
    if code is not None and _is_code(tokens, index):
        return code
    if column == -1 or kinds[column] == StubKind.CODE:
        text = _next(kinds, column, StubKind.TEXT)
        return column if text is None else text
    return column


def _next(kinds: Sequence[StubKind], column: int, kind: StubKind) -> int | None:
    return next((index for index in range(column + 1, len(kinds)) if kinds[index] == kind), None)


def _is_code(tokens: Sequence[tuple[Piece, Token]], index: int) -> bool:
    """Whether a token is a code: a whole number at the start of a line, or before a capital letter."""
    piece, token = tokens[index]
    if not _CODE.match(token.text):
        return False
    if index == 0 or piece.tokens[0] is token:
        return True
    before = tokens[index - 1][1].text.lower()
    if before in WORDS.label_numbers or before in WORDS.connectives:
        return False
    return index + 1 == len(tokens) or tokens[index + 1][1].text[0].isupper()


def _pieces(cell: Sequence[tuple[Piece, Token]]) -> list[Piece]:
    pieces: list[Piece] = []
    for piece, token in cell:
        if pieces and pieces[-1].seen is piece.seen:
            pieces[-1] = Piece(piece.seen, (*pieces[-1].tokens, token))
        else:
            pieces.append(Piece(piece.seen, (token,)))
    return pieces
