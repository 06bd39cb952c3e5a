"""A read document → passages: what is retrieved and cited."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.document import Block, BlockKind, Layout, Note, Passage, PassageKind, Row, Sheet, Table
from ingest.flow import Flow
from ingest.sentences import sentences

MOST_LIST_LINES = 16
"""A list longer than this is cited item by item."""

MOST_LINES = 60
"""What stretches over more lines than this is cut: a citation must point at something a reader can take in."""

MOST_LEAD_LINES = 3
"""A list is cited together with what announces it where that takes no more lines than this."""

_SEPARATOR = " | "
_CLOSED = (".", "!", "?")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE)
_PARTS_LISTS = (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.HEADING)
"""What stands between a list and what might have announced it."""
_SENTENCE_ENDS = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A passage before it has an id."""

    kind: PassageKind
    lines: tuple[int, ...]
    section: tuple[str, ...]
    context: tuple[str, ...]
    reading: str | None = None
    table: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring blocks of one kind in one section."""

    kind: BlockKind
    section: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """List items that are cited together, and the items they stand under."""

    items: tuple[Block, ...]
    under: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Lead:
    """What announces a list: the block it ends, its last sentence, and whether it is cited with the list."""

    block: Block
    text: str
    joined: bool


def passages(sheet: Sheet, layout: Layout, tables: Sequence[Table], words: Mapping[str, int]) -> tuple[Passage, ...]:
    """Every paragraph, list, footnote, table row and table note as a passage, in the order of the lines.

    `words` are the document's words as `ingest.seams.vocabulary` counts them. Ids («p0», «p1», …) are unique in the
    document.
    """
    whole = [*_text_drafts(sheet, layout, words), *(draft for table in tables for draft in _table_drafts(table))]
    drafts = [part for draft in whole for part in _parts(draft, sheet)]
    drafts.sort(key=lambda draft: (draft.lines[0], draft.kind == PassageKind.TABLE_ROW, draft.lines[-1]))
    return tuple(_passage(f"p{number}", draft, sheet, layout, words) for number, draft in enumerate(drafts))


def _passage(ident: str, draft: _Draft, sheet: Sheet, layout: Layout, words: Mapping[str, int]) -> Passage:
    lines = [sheet.line(number) for number in draft.lines]
    reading = draft.reading or Flow.join(lines, layout.marks, words).text
    return Passage(
        id=ident,
        kind=draft.kind,
        lines=draft.lines,
        page=lines[0].page,
        section=draft.section,
        text="\n".join(line.text.strip() for line in lines),
        reading=reading,
        context=_SEPARATOR.join(part for part in (*draft.section, *draft.context) if part),
        table=draft.table,
        row=draft.row,
    )


def _text_drafts(sheet: Sheet, layout: Layout, words: Mapping[str, int]) -> Iterator[_Draft]:
    def text(block: Block) -> str:
        return Flow.join([sheet.line(number) for number in block.lines], layout.marks, words).text

    kept = [block for block in layout.blocks if block.kind != BlockKind.FURNITURE]
    groups = [_Group(*key, tuple(group)) for key, group in groupby(kept, key=lambda block: (block.kind, block.section))]
    leads = {at: _lead(groups, at, text) for at, group in enumerate(groups) if group.kind == BlockKind.LIST_ITEM}
    joined = {lead.block for lead in leads.values() if lead is not None and lead.joined}
    for at, group in enumerate(groups):
        if group.kind == BlockKind.LIST_ITEM:
            yield from _list_drafts(group, leads[at], text)
        elif group.kind in _PROSE:
            for block in group.blocks:
                if block not in joined:
                    yield _Draft(PassageKind.PARAGRAPH, block.lines, group.section, ())


def _lead(groups: Sequence[_Group], at: int, text: Callable[[Block], str]) -> _Lead | None:
    """What announces a list: the end of the paragraph before it, where that is left open."""
    group = groups[at]
    before = next((other for other in reversed(groups[:at]) if other.kind in _PARTS_LISTS), None)
    if before is None or before.kind not in _PROSE:
        return None
    block = before.blocks[-1]
    announced = _left_open(text(block))
    if not announced:
        return None
    near = group.section == before.section and len(_list_runs(group.blocks)) == 1
    return _Lead(block, announced, joined=near and len(block.lines) <= MOST_LEAD_LINES)


def _left_open(text: str) -> str:
    """The last sentence of a text where it waits for what comes after it, else nothing."""
    found = sentences(text)
    if not found or text.endswith(_CLOSED):
        return ""
    start, end = found[-1]
    return text[start:end]


def _list_drafts(group: _Group, lead: _Lead | None, text: Callable[[Block], str]) -> Iterator[_Draft]:
    """A list with the lines that announce it where both are short; else its runs, each under what announces it."""
    for run in _list_runs(group.blocks):
        own = tuple(number for block in run.items for number in block.lines)
        if lead is not None and lead.joined:
            yield _Draft(PassageKind.LIST, (*lead.block.lines, *own), group.section, ())
        else:
            context = (lead.text if lead else "", *(_left_open(text(item)) for item in run.under))
            yield _Draft(PassageKind.LIST, own, group.section, context)


def _parts(draft: _Draft, sheet: Sheet) -> Iterator[_Draft]:
    """A draft, cut where it stretches over too many lines. A table row is never cut: its cells belong together."""
    if draft.kind == PassageKind.TABLE_ROW or draft.lines[-1] - draft.lines[0] < MOST_LINES:
        yield draft
        return
    at = 0
    while at < len(draft.lines):
        end = _cut(draft.lines, at, sheet)
        yield replace(draft, lines=draft.lines[at:end], reading=None)
        at = end


def _cut(lines: Sequence[int], at: int, sheet: Sheet) -> int:
    """Where the part that begins at `at` ends: after its last whole sentence, when it is not the last part."""
    within = [end for end in range(at + 1, len(lines) + 1) if lines[end - 1] - lines[at] < MOST_LINES]
    if within[-1] == len(lines):
        return within[-1]
    closed = (end for end in reversed(within) if sheet.line(lines[end - 1]).text.rstrip().endswith(_SENTENCE_ENDS))
    return next(closed, within[-1])


def _list_runs(items: Sequence[Block], under: tuple[Block, ...] = ()) -> list[_Run]:
    """A short list whole; a long one cut before each outermost item, and again where that is still long."""
    if sum(len(item.lines) for item in items) <= MOST_LIST_LINES or len(items) == 1:
        return [_Run(tuple(items), under)]
    outermost = min(item.level for item in items)
    runs: list[list[Block]] = []
    for item in items:
        if item.level == outermost or not runs:
            runs.append([])
        runs[-1].append(item)
    if len(runs) == 1:
        return [_Run(tuple(items[:1]), under), *_list_runs(items[1:], (*under, items[0]))]
    return [part for run in runs for part in _list_runs(run, under)]


def _table_drafts(table: Table) -> Iterator[_Draft]:
    heads = _distinct(part for column in table.columns for part in column.path)
    texts: dict[int, list[str]] = {}
    for cell in table.cells:
        texts.setdefault(cell.row, []).append(cell.text)
    for number, row in enumerate(table.rows):
        reading = " ".join([*row.path, *row.names, *texts.get(number, [])])
        context = (table.caption or "", *_distinct(row.path[:-1]), *heads)
        yield _Draft(PassageKind.TABLE_ROW, _own_lines(row), table.section, context, reading, table.id, number)
    for note in table.notes:
        yield _note_draft(note, table)


def _own_lines(row: Row) -> tuple[int, ...]:
    return tuple(sorted(set(row.lines)))


def _note_draft(note: Note, table: Table) -> _Draft:
    return _Draft(PassageKind.PARAGRAPH, note.lines, table.section, (table.caption or "",), None, table.id)


def _distinct(parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(part for part in parts if part))
