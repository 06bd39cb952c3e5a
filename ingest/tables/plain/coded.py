"""The rows of a table whose rows begin with codes: each ends with its numbers, whatever lines its names fill."""

import re
from collections.abc import Sequence

from ingest.tables.plain.drafts import Draft, Piece
from ingest.tables.plain.seen import Seen
from ingest.tables.shape import Run

_CODE = re.compile(r"^\d{1,4}$")


def gather_coded(lines: Sequence[Seen], columns: int) -> list[Draft]:
    """The rows of the lines, top to bottom. A row of codes and names without numbers is a heading."""
    rows: list[Draft] = []
    draft = Draft()
    for line in lines:
        if columns == 1 and _is_named(draft) and _CODE.match(line.shape.tokens[0].text):
            rows.append(draft)
            draft = Draft()
        run = _amounts(line, columns)
        end = run.first if run else len(line.shape.tokens)
        if end:
            draft.label.append(Piece(line, line.shape.tokens[:end]))
        if run:
            draft.numbers.append(Piece(line, run.tokens))
            rows.append(draft)
            draft = Draft()
    return [*rows, draft] if draft.label else rows


def _is_named(draft: Draft) -> bool:
    """Whether a row's label has come to a name: a code after it begins a row of its own."""
    return any(not _CODE.match(token.text) for piece in draft.label for token in piece.tokens)


def _amounts(line: Seen, columns: int) -> Run | None:
    """The run of the row's numbers at the end of a line; a code alone, or in a name, is none."""
    run = line.shape.tail
    if run is None or run.most < min(columns, 2):
        return None
    if (
        len(run.tokens) == 1
        and _CODE.match(run.tokens[0].text)
        and columns == 1
        and len(run.tokens[0].text) < 5
        and run.first == 0
    ):
        return None
    if run.most < columns and run.fewest < columns - MOST_EMPTY and not (line.is_row and run.first == 0):
        return None
    return run


MOST_EMPTY = 3
