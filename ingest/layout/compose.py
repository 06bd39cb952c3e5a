"""A sheet becomes a layout, step by step; each step claims lines and leaves the rest to the next."""

from collections.abc import Collection, Mapping, Sequence

from ingest.document import BlockKind, Layout, Sheet, Span
from ingest.flow import Flow
from ingest.layout.captions import find_captions
from ingest.layout.chunks import Chunk, find_markers, make_chunks
from ingest.layout.contents import find_contents
from ingest.layout.drafts import Claims, Draft
from ingest.layout.footnotes import find_footnotes
from ingest.layout.furniture import find_furniture
from ingest.layout.headings import find_headings
from ingest.layout.levels import Heading
from ingest.layout.lists import list_items
from ingest.layout.marks import find_marks
from ingest.layout.numbering import numbered_headings
from ingest.layout.sections import make_sections, place_blocks
from ingest.layout.title import find_title
from ingest.layout.view import View
from ingest.seams import vocabulary


def lay_out(sheet: Sheet, grids: Collection[int] = ()) -> Layout:
    """The structure of a sheet. `grids` are the numbers of lines that belong to table grids."""
    grid_lines = frozenset(grids)
    view = View(sheet, grid_lines)
    words = vocabulary(line.text for line in sheet.lines)
    claims = Claims()
    claims.add(find_furniture(view))
    claims.add(find_contents(view, claims))
    claims.add(find_footnotes(view, claims, words))
    notes = [draft for draft in claims.drafts if draft.kind is BlockKind.FOOTNOTE]
    marks = find_marks(sheet, notes, {number for draft in claims.drafts for number in draft.lines}, words)
    claims.add(find_captions(view, claims))
    captions = {number for draft in claims.drafts if draft.kind is BlockKind.CAPTION for number in draft.lines}
    chunks = make_chunks(view, claims, find_markers(view, claims.free(view.numbers)))
    claims.add(_body(view, chunks, captions | grid_lines, marks, words))
    blocks = place_blocks([*claims.drafts, *_grid_drafts(sheet, grid_lines)])
    return Layout(title=find_title(sheet, blocks), blocks=blocks, sections=make_sections(sheet, blocks), marks=marks)


def _body(
    view: View, chunks: Sequence[Chunk], others: Collection[int], marks: Sequence[Span], words: Mapping[str, int]
) -> list[Draft]:
    headings = find_headings(view, chunks, numbered_headings(view, chunks, others), others)
    items = list_items(view, chunks, headings)
    drafts: list[Draft] = []
    for index, chunk in enumerate(chunks):
        heading = headings.get(index)
        if heading is not None:
            drafts.append(_heading(view, chunk, heading, marks, words))
        else:
            drafts.append(items.get(index) or Draft(BlockKind.PARAGRAPH, tuple(chunk.lines)))
    return drafts


def _heading(view: View, chunk: Chunk, heading: Heading, marks: Sequence[Span], words: Mapping[str, int]) -> Draft:
    title = Flow.join([view.line(number) for number in chunk.lines], marks, words).text
    return Draft(BlockKind.HEADING, tuple(chunk.lines), heading.level, heading.marker, title)


def _grid_drafts(sheet: Sheet, grids: frozenset[int]) -> list[Draft]:
    """Neighbouring grid lines as one block each."""
    groups: list[list[int]] = []
    open_group = False
    for line in sheet.lines:
        if not line.text.strip():
            continue
        if line.number not in grids:
            open_group = False
        elif open_group:
            groups[-1].append(line.number)
        else:
            groups.append([line.number])
            open_group = True
    return [Draft(BlockKind.GRID, tuple(group)) for group in groups]
