"""A region of lines without positions → its grid."""

from collections.abc import Iterator, Sequence

from ingest.tables.grid import Grid, GridRow, Slot
from ingest.tables.note_marks import mark_of
from ingest.tables.plain.candidates import Entry
from ingest.tables.plain.coded import gather_coded
from ingest.tables.plain.columns import Columns, read_columns
from ingest.tables.plain.drafts import Draft, Gatherer, Piece, is_junk
from ingest.tables.plain.evidence import Choice, decide
from ingest.tables.plain.late_header import with_late_header
from ingest.tables.plain.leaves import Leaf, read_leaves
from ingest.tables.plain.over_codes import with_headings
from ingest.tables.plain.repeated import Stretch
from ingest.tables.plain.seen import Seen
from ingest.tables.plain.slots import EMPTY, UNSURE, cell_slot, text_slot
from ingest.tables.plain.stub_cells import stub_cells
from ingest.tables.tokens import Token
from ingest.tables.words import WORDS


def cut_plain(stretch: Stretch) -> Grid | None:
    """The grid of a stretch of lines; None where no line holds a number."""
    lines = stretch.lines
    amounts = [index for index, line in enumerate(lines) if line.is_amount]
    if not amounts:
        return None
    last = amounts[-1] + 1
    columns = read_columns(lines, [lines[index] for index in amounts], stretch.header)
    below, notes = _after(lines[last:], columns)
    columns, late = with_late_header(columns, lines[columns.body : last])
    marked = [line for line in lines[columns.body : last] if mark_of(line.text) and not line.is_amount]
    body = [line for line in lines[columns.body : last] if line not in (*marked, *late) and not line.is_header]
    rows = _rows(body, columns)
    header = _header_rows(columns, below)
    return Grid(
        lines=tuple(sorted({*stretch.repeats, *(line.number for line in lines)})),
        header=header,
        body=rows,
        notes=tuple(line.number for line in (*marked, *notes)),
    )


def _after(lines: Sequence[Seen], columns: Columns) -> tuple[tuple[Leaf, ...], Sequence[Seen]]:
    """What stands below the last row: headers over groups of columns, and notes."""
    if lines and not columns.groups and not mark_of(lines[0].text):
        leaves = read_leaves(lines[:1])
        repeated = len({leaf.text.split()[0] for leaf in leaves}) == 1
        if len(leaves) > 1 and repeated and columns.count % len(leaves) == 0:
            return leaves, lines[1:]
    return (), lines


def _rows(body: Sequence[Seen], columns: Columns) -> tuple[GridRow, ...]:
    gathered = gather_coded(body, columns.count) if columns.coded else _gathered(body, columns)
    drafts = with_headings([draft for draft in gathered if not is_junk(draft)])
    if columns.left:
        return _panel_rows(drafts, columns)
    entries = [_entry(draft, columns) for draft in drafts if draft.numbers]
    choices = iter(decide(entries, columns.count, reference=columns.reference, codes=columns.codes))
    return tuple(_row(draft, columns, next(choices) if draft.numbers else None) for draft in drafts)


def _gathered(body: Sequence[Seen], columns: Columns) -> list[Draft]:
    spare = int(columns.reference)
    return Gatherer(columns.count, panels=columns.left > 0, comments=columns.comments, spare=spare).gather(body)


def _entry(draft: Draft, columns: Columns) -> Entry:
    tokens: list[Token] = []
    breaks: list[int] = []
    for piece in draft.numbers:
        if tokens:
            breaks.append(len(tokens))
        tokens.extend(piece.tokens)
    label = [token.text.lower() for piece in draft.label for token in piece.tokens]
    adjoining = bool(label) and draft.numbers[0].tokens[0].gap == 1 and draft.numbers[0].seen is draft.label[-1].seen
    return Entry(
        tuple(tokens),
        frozenset(breaks),
        open_end=draft.numbers[-1].seen.line.text.endswith("  "),
        lead=len(tokens) - 1 if adjoining else 0,
        draws=adjoining and label[-1] in WORDS.label_numbers,
        skip=columns.codes if label else 0,
    )


def _row(draft: Draft, columns: Columns, choice: Choice | None) -> GridRow:
    tokens = [(piece.seen, token) for piece in draft.numbers for token in piece.tokens]
    label = list(draft.label)
    if choice and choice.lead:
        lead = draft.numbers[0]
        label.append(Piece(lead.seen, lead.tokens[: choice.lead]))
    cells = [
        cell_slot(tokens[slice(*cell)], sure) if cell else EMPTY
        for cell, sure in (zip(choice.cells, choice.sure, strict=True) if choice else ((None, 1.0),) * columns.count)
    ]
    slots = [*_stub_slots(label, columns), *cells[1 if columns.codes and label else 0 :]]
    if columns.comments:
        slots.append(text_slot(draft.comment))
    return GridRow(draft.lines, tuple(slots))


def _stub_slots(label: Sequence[Piece], columns: Columns) -> list[Slot]:
    if columns.codes:
        return [] if not label else [text_slot(label)]
    if columns.coded and columns.stubs:
        return [text_slot(pieces) for pieces in stub_cells(label, columns.stubs)]
    if columns.texts:
        return _last_word_apart(label)
    return [text_slot(label)]


def _last_word_apart(label: Sequence[Piece]) -> list[Slot]:
    """A label and the word of the column after it, which nothing but its place tells from the label."""
    if len(label) != 1 or len(label[0].tokens) < 2:
        return [text_slot(label), EMPTY]
    piece = label[0]
    word = text_slot([Piece(piece.seen, piece.tokens[-1:])])
    return [text_slot([Piece(piece.seen, piece.tokens[:-1])]), Slot(word.text, word.spans, UNSURE)]


def _panel_rows(drafts: Sequence[Draft], columns: Columns) -> tuple[GridRow, ...]:
    """Rows of two panels: each run is cut by itself; a single run too long for the left panel fills both."""
    right = columns.count - columns.left
    lefts = _decided([draft.numbers for draft in drafts if _only_left(draft, columns)], columns.left)
    rights = _decided([draft.more for draft in drafts if draft.more], right)
    both = _decided(
        [draft.numbers for draft in drafts if draft.numbers and not _only_left(draft, columns)], columns.count
    )
    return tuple(_panel_row(draft, columns, lefts, rights, both) for draft in drafts)


def _decided(rows: Sequence[Sequence[Piece]], count: int) -> Iterator[list[Slot]]:
    """The cells of rows that are cut together."""
    choices = decide([Entry(_tokens(pieces)) for pieces in rows], count)
    return iter([_cells(pieces, choice) for pieces, choice in zip(rows, choices, strict=True)])


def _only_left(draft: Draft, columns: Columns) -> bool:
    return bool(draft.numbers) and (bool(draft.more) or draft.cells <= columns.left)


def _leftmost(cells: list[Slot], left: int) -> list[Slot]:
    """Cells of a row that fills the left panel and part of the right one: the left ones first, then the last."""
    filled = [slot for slot in cells if slot.text]
    if len(filled) == len(cells):
        return cells
    right = filled[left:]
    empty = [EMPTY] * (len(cells) - left - len(right))
    return [Slot(slot.text, slot.spans) for slot in filled[:left]] + empty + right


def _panel_row(
    draft: Draft,
    columns: Columns,
    lefts: Iterator[list[Slot]],
    rights: Iterator[list[Slot]],
    both: Iterator[list[Slot]],
) -> GridRow:
    cells = [EMPTY] * columns.count
    if draft.numbers and not _only_left(draft, columns):
        cells = _leftmost(next(both), columns.left)
    elif draft.numbers:
        cells[: columns.left] = next(lefts)
    if draft.more:
        cells[columns.left :] = next(rights)
    slots = [text_slot(draft.label), *cells[: columns.left], text_slot(draft.panel), *cells[columns.left :]]
    return GridRow(draft.lines, tuple(slots))


def _tokens(pieces: Sequence[Piece]) -> tuple[Token, ...]:
    return tuple(token for piece in pieces for token in piece.tokens)


def _cells(pieces: Sequence[Piece], choice: Choice) -> list[Slot]:
    tokens = [(piece.seen, token) for piece in pieces for token in piece.tokens]
    return [
        cell_slot(tokens[slice(*cell)], sure) if cell else EMPTY
        for cell, sure in zip(choice.cells, choice.sure, strict=True)
    ]


def _header_rows(columns: Columns, below: Sequence[Leaf]) -> tuple[GridRow, ...]:
    rows: list[GridRow] = []
    groups = columns.groups or tuple(below)
    if groups and columns.count % len(groups) == 0:
        each = columns.count // len(groups)
        rows.append(_header_row([leaf for leaf in groups for _ in range(each)], columns, stubs=False))
    if columns.values:
        rows.append(_header_row(columns.values, columns, stubs=True))
    return tuple(rows)


def _header_row(values: Sequence[Leaf], columns: Columns, *, stubs: bool) -> GridRow:
    slots = [_leaf_slot(leaf) for leaf in values]
    if columns.left:
        between = columns.between if stubs and columns.between else None
        slots.insert(columns.left, _leaf_slot(between) if between else EMPTY)
    if not columns.codes:
        width = len(columns.stubs) if (columns.coded and columns.stubs) or columns.texts else 1
        named = columns.stubs[-width:] if stubs else ()
        slots = [*(_leaf_slot(leaf) for leaf in named), *[EMPTY] * (width - len(named)), *slots]
    if columns.comments:
        slots.append(_leaf_slot(columns.comment) if stubs and columns.comment else EMPTY)
    lines = tuple(dict.fromkeys(span.line for slot in slots for span in slot.spans))
    return GridRow(tuple(sorted(lines)), tuple(slots))


def _leaf_slot(leaf: Leaf) -> Slot:
    return Slot(leaf.text, leaf.spans)
