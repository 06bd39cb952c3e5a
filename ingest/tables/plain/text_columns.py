"""Numbered rows of text cut into columns: number, name, a value that recurs, words, and the people who answer for it.

Without positions a cut needs evidence. The last columns are those whose header begins alike and whose cells name
people; a column between is seen by values that recur. Where the header and the rows do not agree, nothing is cut.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.tables.grid import GridRow, Slot
from ingest.tables.plain.drafts import Piece
from ingest.tables.plain.leaves import Leaf, read_leaves
from ingest.tables.plain.people import known_names, people_cells, people_start
from ingest.tables.plain.recurring import recurring
from ingest.tables.plain.seen import Seen, goes_on, starts_low
from ingest.tables.plain.slots import EMPTY, UNSURE, text_slot
from ingest.tables.tokens import Token

LEAST_SHARE = 0.8
LABELS = 2
"""The columns of the number and of the name."""

Words = list[tuple[Seen, Token]]


def text_leaves(header: Sequence[Seen]) -> tuple[Leaf, ...]:
    """The headers of the columns; no two say the same, so one that comes again takes in the words after it."""
    leaves = list(read_leaves(header))
    firsts = [_first_word(leaf) for leaf in leaves]
    found: list[Leaf] = []
    while leaves:
        leaf = leaves.pop(0)
        if leaves and leaf.text == _first_word(leaf) and firsts.count(leaf.text) > 1:
            after = leaves.pop(0)
            leaf = Leaf(f"{leaf.text} {after.text}", (*leaf.spans, *after.spans), leaf.dated or after.dated)
        found.append(leaf)
    return tuple(found)


def cut_columns(leaves: Sequence[Leaf], rows: Sequence[Sequence[Seen]]) -> tuple[GridRow, ...] | None:
    """The rows, each with a slot per header; None where header and rows do not agree."""
    people = _people(leaves)
    between = len(leaves) - LABELS - people
    if between < 0:
        return None
    heads = [_first_part(row) for row in rows]
    starts = [people_start(head) for head in heads]
    known = known_names([head[start:] for head, start in zip(heads, starts, strict=True)])
    named = [people_cells(head[start:], people, known) for head, start in zip(heads, starts, strict=True)]
    words = [_words(head[:start]) for head, start in zip(heads, starts, strict=True)]
    if sum(cells is not None for cells in named) < LEAST_SHARE * len(rows) or not all(words):
        return None
    cut = _cut(words, heads, between)
    if cut is None:
        return None
    last = (cells or _unparted(head[start:], people) for cells, head, start in zip(named, heads, starts, strict=True))
    return tuple(
        GridRow(tuple(line.number for line in row), (*_with(front, row[len(head) :]), *back))
        for front, back, head, row in zip(cut, last, heads, rows, strict=True)
    )


def _first_word(leaf: Leaf) -> str:
    return leaf.text.split()[0]


def _people(leaves: Sequence[Leaf]) -> int:
    """How many of the last headers begin with the same word."""
    last = _first_word(leaves[-1])
    return sum(1 for _ in takewhile(lambda leaf: _first_word(leaf) == last, reversed(leaves)))


def _first_part(row: Sequence[Seen]) -> Sequence[Seen]:
    """The lines of a row on its first page that names people at its end; all lines where none does."""
    pages = dict.fromkeys(line.line.page for line in row)
    for page in pages:
        part = [line for line in row if line.line.page <= page]
        if people_start(part) < len(part):
            return part
    return row


def _words(lines: Sequence[Seen]) -> Words:
    return [(line, token) for line in lines for token in line.shape.tokens]


def _cut(rows: Sequence[Words], lines: Sequence[Sequence[Seen]], between: int) -> list[list[Slot]] | None:
    """The number, the name and the columns between for each row; None where nothing shows where they part."""
    if between == 0:
        return [[_slot(words[:1]), _slot(words[1:])] for words in rows]
    if between == 1:
        ends = [_label_end(row) for row in lines]
        return [
            [_slot(words[:1]), _slot(words[1:end]), _unsure(words[end:])] for words, end in zip(rows, ends, strict=True)
        ]
    places = recurring([[token.text for _, token in words[1:]] for words in rows]) if between == LABELS else None
    if places is None:
        return None
    return [_valued(words, place, row) for words, place, row in zip(rows, places, lines, strict=True)]


def _valued(words: Words, place: tuple[int, int] | None, lines: Sequence[Seen]) -> list[Slot]:
    """A row with its recurring value; one without is cut after its name, which its lines tell."""
    if place is None:
        end = _label_end(lines)
        return [_slot(words[:1]), _slot(words[1:end]), EMPTY, _unsure(words[end:])]
    first, last = place[0] + 1, place[1] + 1
    return [_slot(words[:1]), _slot(words[1:first]), _slot(words[first:last]), _slot(words[last:])]


def _label_end(lines: Sequence[Seen]) -> int:
    """How many words the number and the name have: those of the first lines, as long as each goes on."""
    end = 1
    while end < len(lines) and (starts_low(lines[end]) or goes_on(lines[end - 1]) or len(_words(lines[:end])) == 1):
        end += 1
    return len(_words(lines[:end]))


def _with(slots: Sequence[Slot], rest: Sequence[Seen]) -> tuple[Slot, ...]:
    """A row's slots, the words that go on after a page break in the last of them."""
    if not rest:
        return tuple(slots)
    more = _slot(_words(rest))
    last = slots[-1]
    text = f"{last.text} {more.text}".strip()
    return (*slots[:-1], Slot(text, (*last.spans, *more.spans), last.confidence))


def _unparted(lines: Sequence[Seen], count: int) -> tuple[Slot, ...]:
    """People that nothing parts: all in the first of their columns."""
    return (_unsure(_words(lines)), *[EMPTY] * (count - 1))


def _unsure(words: Words) -> Slot:
    return replace(_slot(words), confidence=UNSURE)


def _slot(words: Words) -> Slot:
    pieces: list[Piece] = []
    for seen, token in words:
        if pieces and pieces[-1].seen is seen:
            pieces[-1] = Piece(seen, (*pieces[-1].tokens, token))
        else:
            pieces.append(Piece(seen, (token,)))
    return text_slot(pieces)
