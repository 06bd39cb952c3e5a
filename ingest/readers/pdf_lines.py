"""Rows of words → lines of text with segments: where words touch, where a space stands, where columns part."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.document import Segment
from ingest.readers.pdf_rows import Row
from ingest.readers.pdf_words import WORD_GAP, Word

SEGMENT_GAP = 0.7
"""Em of white between two pieces that makes them visually separate; a word space is about a quarter of an em."""
JUSTIFIED_GAP = 1.6
"""The same where a space was drawn between them in one string: a justified line stretches its spaces."""
_NARROW_GAP = 0.4
_UNUSUAL = 1.6
_OTHER_SIZE = 0.8
_PARAGRAPH_GAP = 1.3
_SAME_PITCH = 0.08


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a page before it has its number; a blank one marks a paragraph break."""

    text: str
    segments: tuple[Segment, ...] = ()
    y: float = 0.0
    size: float = 0.0
    bold: bool = False


BLANK = TextLine("")


def pieces(row: Row) -> list[list[Word]]:
    """The words of a row in visually separate pieces."""
    pairs = list(pairwise(row.words))
    gaps = [right.x0 - left.x1 for left, right in pairs]
    usual = median(gaps) if len(gaps) > 2 else None
    found: list[list[Word]] = [[row.words[0]]]
    for (left, right), gap in zip(pairs, gaps, strict=True):
        if _parts(left, right, gap, usual):
            found.append([])
        found[-1].append(right)
    return found


def _parts(left: Word, right: Word, gap: float, usual: float | None) -> bool:
    """Whether a gap parts pieces: a wide one, or a narrow one that is unusual in its row.

    Two sizes side by side with a space between them are two pieces as well.
    """
    em = max(left.size, right.size)
    if right.spaced:
        return gap > JUSTIFIED_GAP * em
    if min(left.size, right.size) < _OTHER_SIZE * em and gap >= WORD_GAP * em:
        return True
    return gap > SEGMENT_GAP * em or (usual is not None and gap > max(_NARROW_GAP * em, _UNUSUAL * usual))


def write_lines(rows: list[Row]) -> list[TextLine]:
    """The lines of rows that are read one after the other, with a blank line for each paragraph break."""
    lines = [write_line(row) for row in rows]
    pitch = _pitch(lines)
    written: list[TextLine] = []
    for index, line in enumerate(lines):
        if index and _is_break(lines, index, pitch):
            written.append(BLANK)
        written.append(line)
    return written


def write_line(row: Row) -> TextLine:
    """The text of a row, and its segments."""
    text = ""
    segments: list[Segment] = []
    for piece in pieces(row):
        text += " " if text else ""
        start = len(text)
        text += _written(piece)
        segments.append(Segment(start, len(text), piece[0].x0, piece[-1].x1))
    bold = sum(len(word.text) for word in row.words if word.bold)
    return TextLine(text, tuple(segments), row.y, row.size, bold * 2 > len(text))


def _written(piece: list[Word]) -> str:
    text = piece[0].text
    for left, right in pairwise(piece):
        text += f" {right.text}" if _has_space(left, right) else right.text
    return text


def _has_space(left: Word, right: Word) -> bool:
    return right.spaced or right.x0 - left.x1 >= WORD_GAP * max(left.size, right.size)


def _pitch(lines: list[TextLine]) -> float:
    """The usual distance between baselines, in em of the line above."""
    steps = [(above.y - below.y) / below.size for above, below in pairwise(lines)]
    close = [step for step in steps if 0.8 <= step <= 2.5]
    return median(close) if close else 1.3


def _is_break(lines: list[TextLine], index: int, pitch: float) -> bool:
    above, below = lines[index - 1], lines[index]
    step = above.y - below.y
    if step <= _PARAGRAPH_GAP * pitch * max(above.size, below.size):
        return False
    return not (len(above.segments) > 1 and len(below.segments) > 1 and _is_regular(lines, index, step))


def _is_regular(lines: list[TextLine], index: int, step: float) -> bool:
    """Whether the step before line `index` is that of its neighbours too: the rows of an airy table."""
    around = [lines[i - 1].y - lines[i].y for i in (index - 1, index + 1) if 0 < i < len(lines)]
    return any(abs(step - other) <= _SAME_PITCH * step for other in around)
