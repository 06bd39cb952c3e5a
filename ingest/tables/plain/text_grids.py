"""Tables of text: a line of column names, then rows that each begin with a small number or a word in capitals.

Without positions their narrow columns can seldom be told apart, but their rows can: what is cited is one row, with its
label, and not the whole page.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from ingest.tables.grid import Grid, GridRow, Slot
from ingest.tables.note_marks import mark_of
from ingest.tables.plain.drafts import Piece
from ingest.tables.plain.leaves import Leaf
from ingest.tables.plain.seen import Seen, goes_on, starts_low
from ingest.tables.plain.slots import text_slot
from ingest.tables.plain.text_columns import cut_columns, text_leaves

MOST_HEADER = 8
MOST_ROW = 60
MOST_WORDS = 8

_NUMBERED = re.compile(r"^\d{1,2}(?:\s+[A-ZÆØÅ]|$)")
_CAPITALS = re.compile(r"^[A-ZÆØÅ]{3,}(?:\s+[•▪●]|$)")
_SHORT_NAME = re.compile(r"^[A-ZÆØÅ]{2,}(?:/[A-ZÆØÅ]{2,})*$")
_LINK = re.compile(r"^(?:mailto:|https?://)\S+$")
"""Where a link of the page leads, printed under the page's text."""

_KINDS = ((_NUMBERED, 2), (_CAPITALS, 4))
"""How a row may begin, and how many such rows make a table."""


def text_regions(seen: Sequence[Seen], taken: frozenset[int]) -> list[tuple[Seen, ...]]:
    """The lines of tables of text, where no line is in `taken`."""
    found: list[tuple[Seen, ...]] = []
    index = 0
    while index < len(seen):
        end = _end(seen, index, taken) if _names_columns(seen[index]) else index
        if end > index:
            found.append(tuple(seen[index:end]))
        index = max(end, index + 1)
    return found


def cut_text(lines: Sequence[Seen]) -> Grid | None:
    """The grid of a table of text; None where the lines are none."""
    if not lines or not _names_columns(lines[0]):
        return None
    pattern = next((pattern for pattern, least in _KINDS if _starts(lines, pattern) >= least), None)
    if pattern is None:
        return None
    first = next(index for index, line in enumerate(lines) if pattern.match(line.text))
    size = _header_size(lines, first)
    header = lines[:size]
    notes = [line for line in lines[size:] if mark_of(line.text)]
    body = _body(lines, size, notes)
    headings = _headings(lines[size:first], body, pattern)
    rows = _rows([line for line in body if line not in headings], pattern)
    leaves = text_leaves(header)
    cut = cut_columns(leaves, rows) if pattern is _NUMBERED else None
    return Grid(
        tuple(line.number for line in lines),
        (_named_row(leaves) if cut else _header_row(header),),
        _with_headings(cut or [_row(row, pattern) for row in rows], headings),
        tuple(line.number for line in notes),
    )


def _header_size(lines: Sequence[Seen], first: int) -> int:
    """How many lines before the first row are header: where it is printed again, those that are the same."""
    again = next((index for index in range(first, len(lines)) if lines[index].text == lines[0].text), None)
    if again is None:
        return first
    pairs = zip(lines[:first], lines[again:], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, pairs))


def _body(lines: Sequence[Seen], size: int, notes: Sequence[Seen]) -> list[Seen]:
    """The lines under the header, without notes, headers printed again and the targets of links."""
    repeated = {line.text for line in lines[:size]}
    return [
        line
        for line, following in zip(lines[size:], [*lines[size + 1 :], None], strict=True)
        if line.text not in repeated
        and line not in notes
        and not _LINK.match(line.text)
        and not (line.page_first and following and following.text == lines[0].text)
    ]


def _headings(above: Sequence[Seen], body: Sequence[Seen], pattern: re.Pattern[str]) -> list[Seen]:
    """The headings of groups of rows: the line between header and first row, and those like it right before a row."""
    if len(above) != 1 or not _SHORT_NAME.match(above[0].text):
        return []
    return [
        line for line, following in pairwise(body) if _SHORT_NAME.match(line.text) and pattern.match(following.text)
    ]


def _with_headings(rows: Sequence[GridRow], headings: Sequence[Seen]) -> tuple[GridRow, ...]:
    """The rows, and among them a row for each heading."""
    width = len(rows[0].slots)
    empty = (Slot("", ()),) * (width - 1)
    own = [GridRow((line.number,), (text_slot([Piece(line, line.shape.tokens)]), *empty)) for line in headings]
    return tuple(sorted([*rows, *own], key=lambda row: row.lines[0]))


def _starts(lines: Sequence[Seen], pattern: re.Pattern[str]) -> int:
    return sum(bool(pattern.match(line.text)) for line in lines)


def _names_columns(line: Seen) -> bool:
    """Whether a line is names of columns: words that mostly begin with a capital, two or more."""
    words = [token.text for token in line.shape.tokens]
    if len(words) < 2 or line.is_bullet or line.is_caption or line.text[-1] in ".:;,":
        return False
    capitals = sum(word[0].isupper() for word in words)
    if not words[0][0].isupper() or capitals < 2 or len(words) > MOST_WORDS:
        return False
    return capitals * 2 > len(words) and all(word.replace("/", "").isalpha() for word in words)


def _end(seen: Sequence[Seen], start: int, taken: frozenset[int]) -> int:
    """The index after the table whose column names stand at `start`; `start` where no rows follow."""
    best = start
    for pattern, least in _KINDS:
        heads = range(start + 1, min(start + 1 + MOST_HEADER, len(seen)))
        first = next((index for index in heads if pattern.match(seen[index].text)), None)
        if first is None or any(_closes(seen, index, seen[start], taken) for index in range(start + 1, first)):
            continue
        end, again = first, _named_again(seen, start)
        while end < len(seen) and not _closes(seen, end, seen[start], taken, again):
            end += 1
        while _LINK.match(seen[end - 1].text):
            end -= 1
        if _starts(seen[first:end], pattern) >= least:
            best = max(best, end)
    return best


def _named_again(seen: Sequence[Seen], start: int) -> int:
    """The index of the line, on the last of the pages that follow, where the column names are printed again."""
    last = start
    for index in range(start + 1, len(seen)):
        if seen[index].line.page > seen[last].line.page + 1:
            break
        if seen[index].text == seen[start].text:
            last = index
    return last


def _closes(seen: Sequence[Seen], index: int, head: Seen, taken: frozenset[int], again: int = 0) -> bool:
    """Whether the line at `index` cannot belong to the table: a caption, a heading, a page without its column names.

    Nor can a sentence of running text, unless the column names come `again` below it.
    """
    line = seen[index]
    if line.number in taken or line.is_caption or (line.is_heading and index > again) or line.is_title:
        return True
    if line.page_first:
        return head.text not in {near.text for near in seen[index : index + 2]}
    if index < again:
        return False
    return line.is_wide and line.ends_sentence and not line.is_bullet and index > 0 and seen[index - 1].is_wide


def _rows(body: Sequence[Seen], pattern: re.Pattern[str]) -> list[list[Seen]]:
    rows: list[list[Seen]] = []
    for line in body:
        if pattern.match(line.text) or not rows or len(rows[-1]) >= MOST_ROW:
            rows.append([])
        rows[-1].append(line)
    return rows


def _row(lines: Sequence[Seen], pattern: re.Pattern[str]) -> GridRow:
    """A row: its label (the first word, and for a numbered row the text that goes on from it), and the rest."""
    first = Piece(lines[0], lines[0].shape.tokens)
    if pattern is _CAPITALS:
        label, rest = [Piece(lines[0], first.tokens[:1])], [Piece(lines[0], first.tokens[1:])]
        end = 1
    else:
        label, rest, end = [first], [], 1
        while end < len(lines) and (starts_low(lines[end]) or goes_on(lines[end - 1]) or len(label[-1].tokens) == 1):
            label.append(Piece(lines[end], lines[end].shape.tokens))
            end += 1
    rest.extend(Piece(line, line.shape.tokens) for line in lines[end:])
    return GridRow(tuple(line.number for line in lines), (text_slot(label), text_slot(rest)))


def _header_row(lines: Sequence[Seen]) -> GridRow:
    first = Piece(lines[0], lines[0].shape.tokens[:1])
    rest = [Piece(lines[0], lines[0].shape.tokens[1:]), *(Piece(line, line.shape.tokens) for line in lines[1:])]
    slots: tuple[Slot, ...] = (text_slot([first]), text_slot(rest))
    return GridRow(tuple(line.number for line in lines), slots)


def _named_row(leaves: Sequence[Leaf]) -> GridRow:
    lines = dict.fromkeys(span.line for leaf in leaves for span in leaf.spans)
    return GridRow(tuple(lines), tuple(Slot(leaf.text, leaf.spans) for leaf in leaves))
