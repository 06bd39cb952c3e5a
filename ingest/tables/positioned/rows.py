"""The lines of a grid's body → rows: cells and labels of several lines put together."""

from collections.abc import Iterable, Sequence

from ingest.tables.grid import GridRow, Slot
from ingest.tables.positioned.columns import Column, column_of, split_at_gutters
from ingest.tables.positioned.pitch import inner_step, parted
from ingest.tables.positioned.strips import Piece, PieceKind, Strip
from ingest.tables.words import WORDS

_SPLIT_CONFIDENCE = 0.8
_STUB_REACH = 1.0


def body_rows(bodies: Sequence[Sequence[Strip]], columns: Sequence[Column]) -> list[GridRow]:
    """The rows of a body that stands on one page, or goes on over several; top to bottom."""
    rows = [row for strips in bodies if strips for row in _rows(strips, columns)]
    return [grid_row(row, columns) for row in _with_paragraphs(rows, columns)]


def _rows(strips: Sequence[Strip], columns: Sequence[Column]) -> list[list[Strip]]:
    """The strips of one page, row by row."""
    inner = inner_step(strips)
    blocks = [[strip] for strip in strips] if inner is None else parted(strips, inner)
    rows: list[list[Strip]] = []
    dense: list[Strip] = []
    for block in blocks:
        if inner is None or _holds_rows(block, columns):
            dense.extend(block)
            continue
        rows.extend(_joined_by_words(dense, columns))
        dense = []
        rows.append(block)
    return rows + _joined_by_words(dense, columns)


def _with_paragraphs(rows: Sequence[list[Strip]], columns: Sequence[Column]) -> list[list[Strip]]:
    """The rows, with further paragraphs of a cell in the row that they go on: texts in one column, without a label."""
    joined: list[list[Strip]] = []
    for row in rows:
        if joined and _is_paragraph(row, columns) and row[0].bold == joined[-1][-1].bold:
            joined[-1].extend(row)
        else:
            joined.append(list(row))
    return joined


def _is_paragraph(row: Sequence[Strip], columns: Sequence[Column]) -> bool:
    pieces = [piece for strip in row for piece in strip.pieces]
    places = {_place(columns, piece) for piece in pieces}
    return len(places) == 1 and 0 not in places and all(piece.kind is PieceKind.TEXT for piece in pieces)


def _holds_rows(block: Sequence[Strip], columns: Sequence[Column]) -> bool:
    """Whether a block holds several rows: two amounts in one column, on two lines."""
    seen: set[int] = set()
    for strip in block:
        for piece in strip.pieces:
            column = column_of(columns, piece)
            if column == 0 or piece.kind not in (PieceKind.AMOUNT, PieceKind.MISSING):
                continue
            if column in seen:
                return True
            seen.add(column)
    return False


def _joined_by_words(strips: Sequence[Strip], columns: Sequence[Column]) -> list[list[Strip]]:
    """Rows of strips that stand equally far apart: lines without amounts go with the label that they go on with."""
    rows: list[list[Strip]] = []
    pending: list[list[Strip]] = []
    numeric = any(_has_amounts(strip, columns) for strip in strips)
    for strip in strips:
        label = _label([strip], columns)
        if not _begins_row(strip, columns, numeric=numeric):
            target = pending or rows
            if target and (not label or _goes_on(_label(target[-1], columns), label)):
                target[-1].append(strip)
            else:
                pending.append([strip])
            continue
        joins = bool(pending) and (not label or _goes_on(_label(pending[-1], columns), label))
        first = pending.pop() if joins else []
        rows.extend([*pending, [*first, strip]])
        pending = []
    return rows + pending


def _begins_row(strip: Strip, columns: Sequence[Column], *, numeric: bool) -> bool:
    """Whether a strip has what every row has: amounts, or in a grid of texts a label."""
    return _has_amounts(strip, columns) if numeric else bool(_label([strip], columns)) and strip.is_multi


def _has_amounts(strip: Strip, columns: Sequence[Column]) -> bool:
    return any(
        piece.kind in (PieceKind.AMOUNT, PieceKind.MISSING) and column_of(columns, piece) > 0 for piece in strip.pieces
    )


def _label(strips: Iterable[Strip], columns: Sequence[Column]) -> str:
    pieces = (piece for strip in strips for piece in strip.pieces)
    return join_texts(piece.text for piece in pieces if _place(columns, piece) == 0)


def _goes_on(before: str, text: str) -> bool:
    """Whether `text` goes on from the label `before`."""
    if not before:
        return False
    last = before.split()[-1].lower()
    unfinished = before[-1] in ",-–/(" or last in WORDS.connectives or before.count("(") > before.count(")")
    return unfinished or text[0].islower() or text[0] in "(/"


def grid_row(strips: Sequence[Strip], columns: Sequence[Column]) -> GridRow:
    """One row of strips: the pieces in each column, from the top."""
    found: list[list[Piece]] = [[] for _ in columns]
    cut: set[int] = set()
    for strip in strips:
        for piece in strip.pieces:
            parts = split_at_gutters(columns, piece) if piece.kind is PieceKind.AMOUNT else [piece]
            places = [_place(columns, part) for part in parts]
            cut.update(places if len(parts) > 1 else ())
            for place, part in zip(places, parts, strict=True):
                found[place].append(part)
    slots = (slot_of(pieces, _SPLIT_CONFIDENCE if index in cut else 1.0) for index, pieces in enumerate(found))
    return GridRow(tuple(strip.number for strip in strips), tuple(slots))


def _place(columns: Sequence[Column], piece: Piece) -> int:
    """The column of a piece. A text that begins where the labels do is a label, however far it reaches."""
    if piece.kind is PieceKind.TEXT and piece.x0 <= columns[0].x0 + _STUB_REACH:
        return 0
    return column_of(columns, piece)


def slot_of(pieces: Sequence[Piece], confidence: float = 1.0) -> Slot:
    """The slot that pieces fill together."""
    return Slot(join_texts(piece.text for piece in pieces), tuple(piece.span for piece in pieces), confidence)


def join_texts(texts: Iterable[str]) -> str:
    """Lines of one cell as one text; a word broken at the end of a line is put together."""
    joined = ""
    for text in texts:
        if not joined:
            joined = text
        elif _is_broken(joined, text):
            joined = joined[:-1] + text
        else:
            joined = f"{joined} {text}"
    return joined


def _is_broken(before: str, text: str) -> bool:
    first = text.split()[0].lower() if text.split() else ""
    return before[-1] == "-" and before[-2:-1].isalpha() and text[:1].islower() and first not in WORDS.connectives
