"""Slots from tokens: a cell of numbers, or text joined over line breaks."""

from collections.abc import Sequence

from ingest.document import Span
from ingest.tables.grid import Slot
from ingest.tables.plain.drafts import Piece
from ingest.tables.plain.seen import Seen
from ingest.tables.tokens import Token
from ingest.tables.wrapping import joined

EMPTY = Slot("", ())
UNSURE = 0.75
"""The confidence of a word that nothing but its place tells from the label before it."""


def cell_slot(tokens: Sequence[tuple[Seen, Token]], confidence: float) -> Slot:
    """The cell that the tokens of one line print."""
    seen, first = tokens[0]
    last = tokens[-1][1]
    return Slot(seen.line.text[first.start : last.end], (Span(seen.number, first.start, last.end),), confidence)


def text_slot(pieces: Sequence[Piece]) -> Slot:
    """The text of pieces joined over line breaks, and where it stands."""
    text = ""
    spans: list[Span] = []
    for piece in pieces:
        if not piece.tokens:
            continue
        start, end = piece.tokens[0].start, piece.tokens[-1].end
        part = " ".join(piece.seen.line.text[start:end].split())
        text = joined(text, part)
        spans.append(Span(piece.seen.number, start, end))
    return Slot(text, tuple(spans))
