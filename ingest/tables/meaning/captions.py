"""Captions tied to their grids: right above, or pages before with running text between, several in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block, BlockKind, Layout, Sheet
from ingest.tables.meaning.labels import Labeller
from ingest.tables.words import WORDS

NEAR_LINES = 12
MOST_BETWEEN = 1
FAR_PAGES = 2


@dataclass(frozen=True, slots=True)
class Caption:
    """A table's caption: its text, its lines, and the section it stands in."""

    text: str
    lines: tuple[int, ...]
    section: tuple[str, ...]


def tie(sheet: Sheet, layout: Layout, grids: Sequence[tuple[int, ...]], labels: Labeller) -> list[Caption | None]:
    """The caption of every grid (told by its lines), or None.

    A caption with at most one line (of units, say) between it and a grid is that grid's. Others wait, and the
    grids that follow take them in order, as long as they stand within a page or two.
    """
    waiting: list[Caption] = []
    captions = [_caption(labels, block) for block in layout.blocks if _is_table_caption(block)]
    tied: list[Caption | None] = []
    position = 0
    for lines in grids:
        while position < len(captions) and captions[position].lines[-1] < lines[0]:
            waiting.append(captions[position])
            position += 1
        tied.append(_take(waiting, sheet, lines))
    return tied


def _take(waiting: list[Caption], sheet: Sheet, lines: tuple[int, ...]) -> Caption | None:
    page = sheet.line(lines[0]).page
    waiting[:] = [caption for caption in waiting if page - sheet.line(caption.lines[0]).page <= FAR_PAGES]
    if not waiting:
        return None
    last = waiting[-1]
    between = sum(bool(line.text.strip()) for line in sheet.lines[last.lines[-1] : lines[0] - 1])
    if between <= MOST_BETWEEN and lines[0] - last.lines[-1] <= NEAR_LINES:
        return waiting.pop()
    return waiting.pop(0)


def _is_table_caption(block: Block) -> bool:
    if block.kind != BlockKind.CAPTION:
        return False
    word = (block.marker or "").split()[0].lower() if block.marker else ""
    return word in WORDS.captions or not word


def _caption(labels: Labeller, block: Block) -> Caption:
    text = " ".join(labels.line(number) for number in block.lines)
    return Caption(text, block.lines, block.section)
