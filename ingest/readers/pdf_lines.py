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
_WORD_SPACE = 0.25
_MOVED_GAP = 0.18
_OVERLAP = -0.2
_ENOUGH = 3
_UNUSUAL = 1.6
_OTHER_SIZE = 0.8
_PARAGRAPH_GAP = 1.3
_SAME_PITCH = 0.08
_LEAST_PITCH, _USUAL_PITCH, _MOST_PITCH = 0.8, 1.25, 2.5


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
    narrow = [gap for gap in map(_gap, pairs) if WORD_GAP <= gap <= SEGMENT_GAP]
    usual = median(narrow) if len(narrow) >= _ENOUGH else _WORD_SPACE
    found: list[list[Word]] = [[row.words[0]]]
    for pair in pairs:
        if _parts(*pair, _gap(pair), usual):
            found.append([])
        found[-1].append(pair[1])
    return found


def _gap(pair: tuple[Word, Word]) -> float:
    """The white between two words, in em of the larger."""
    left, right = pair
    return (right.x0 - left.x1) / max(left.size, right.size)


def _parts(left: Word, right: Word, gap: float, usual: float) -> bool:
    """Whether a gap parts pieces: a wide one, or a narrow one that is unusual in its row.

    Two sizes side by side with a space between them are two pieces as well, and so are words that overlap.
    """
    if right.spaced:
        return gap > JUSTIFIED_GAP
    if gap < _OVERLAP or (right.moved and gap > _MOVED_GAP):
        return True
    if min(left.size, right.size) < _OTHER_SIZE * max(left.size, right.size) and gap >= WORD_GAP:
        return True
    return gap > SEGMENT_GAP or gap > max(_NARROW_GAP, _UNUSUAL * usual)


def write_lines(rows: list[Row]) -> list[TextLine]:
    """The lines of rows that are read one after the other, with a blank line for each paragraph break."""
    lines = [write_line(row) for row in rows]
    pitches = _pitches(lines)
    written: list[TextLine] = []
    for index, line in enumerate(lines):
        if index and _is_break(lines, index, pitches):
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


def _pitches(lines: list[TextLine]) -> dict[float, float]:
    """The usual distance between baselines for each font size: a low quartile, as wider steps are breaks."""
    steps: dict[float, list[float]] = {}
    for above, below in pairwise(lines):
        step = above.y - below.y
        if above.size == below.size and _LEAST_PITCH <= step / above.size <= _MOST_PITCH:
            steps.setdefault(above.size, []).append(step)
    return {size: sorted(found)[len(found) // 4] for size, found in steps.items() if len(found) >= _ENOUGH}


def _is_break(lines: list[TextLine], index: int, pitches: dict[float, float]) -> bool:
    above, below = lines[index - 1], lines[index]
    step = above.y - below.y
    usual = max(pitches.get(line.size, _USUAL_PITCH * line.size) for line in (above, below))
    if step <= _PARAGRAPH_GAP * usual:
        return False
    return not (max(len(above.segments), len(below.segments)) > 1 and _is_regular(lines, index, step))


def _is_regular(lines: list[TextLine], index: int, step: float) -> bool:
    """Whether the step before line `index` is that of its neighbours too: the rows of an airy table."""
    around = [lines[i - 1].y - lines[i].y for i in (index - 1, index + 1) if 0 < i < len(lines)]
    return any(abs(step - other) <= _SAME_PITCH * step for other in around)
