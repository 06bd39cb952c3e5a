"""Drafts become blocks with the path of headings they stand under, and headings become sections."""

from collections.abc import Iterable

from ingest.document import Block, BlockKind, Section, Sheet
from ingest.layout.drafts import Draft


def place_blocks(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """Blocks in reading order, each with its section path."""
    path: list[tuple[int, str]] = []
    blocks: list[Block] = []
    for draft in sorted(drafts, key=lambda draft: draft.lines[0]):
        if draft.kind is BlockKind.HEADING:
            path = [(level, title) for level, title in path if level < draft.level] + [(draft.level, draft.title)]
        section = tuple(title for _, title in path)
        blocks.append(Block(draft.kind, draft.lines, section, draft.level, draft.marker))
    return tuple(blocks)


def make_sections(sheet: Sheet, blocks: Iterable[Block]) -> tuple[Section, ...]:
    """A section for each heading, down to the next heading that is not below it."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    end = sheet.lines[-1].number if sheet.lines else 0
    sections: list[Section] = []
    for index, heading in enumerate(headings):
        following = (other.lines[0] - 1 for other in headings[index + 1 :] if other.level <= heading.level)
        first = heading.lines[0]
        page = sheet.line(first).page
        sections.append(Section(heading.section, heading.level, heading.marker, page, first, next(following, end)))
    return tuple(sections)
