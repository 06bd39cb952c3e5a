"""Which chapters and tables of a document no question asks about."""

from collections.abc import Iterator, Mapping, Sequence

from eval.items import Item, Turn
from ingest.document import BlockKind, Document, Section

DEEPEST = 2
"""Sections of this level and above are to be asked about; deeper ones are parts of them."""
SILENT = frozenset({BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.CONTENTS, BlockKind.FOOTNOTE})
"""Blocks that say nothing by themselves: a section of nothing else has nothing to ask about."""

Lines = tuple[int, int]


def uncovered(document: Document, items: Sequence[Item], sources: Mapping[str, str]) -> list[str]:
    """The chapters and tables that no known answer stands in, each with its lines."""
    asked = [lines for item in items for turn in item.turns for lines in _evidence(turn, document.source, sources)]
    missing = [
        f"{section.first}–{section.last} {section.path[-1]}"
        for section in document.layout.sections
        if section.level <= DEEPEST
        and _says_something(document, section)
        and not _hit(section.first, section.last, asked)
    ]
    missing += [
        f"{table.lines[0]}–{table.lines[-1]} {table.id} {table.caption or ''}".strip()
        for table in document.tables
        if not _hit(table.lines[0], table.lines[-1], asked)
    ]
    return missing


def _evidence(turn: Turn, source: str, sources: Mapping[str, str]) -> Iterator[Lines]:
    """Where a question's answers stand in a document, the operands of comparisons included."""
    if (turn.source or sources.get(turn.doc or "")) == source:
        yield from turn.evidence
    for option in (turn.answer, *turn.also):
        for value in option.values if option else ():
            if sources.get(value.doc or turn.doc or "") == source:
                yield from value.evidence


def _says_something(document: Document, section: Section) -> bool:
    return any(
        block.kind not in SILENT and section.first <= block.lines[0] <= section.last for block in document.layout.blocks
    )


def _hit(first: int, last: int, asked: Sequence[Lines]) -> bool:
    return any(first <= end and start <= last for start, end in asked)
