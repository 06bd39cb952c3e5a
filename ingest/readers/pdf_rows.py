"""Words → rows: the words on one baseline, with the raised and lowered marks that belong to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from ingest.readers.pdf_words import Word

_SAME_BASELINE = 0.22
_SMALL = 0.82
_RAISED = 0.62
_LOWERED = 0.35


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one baseline, from left to right."""

    words: tuple[Word, ...]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where the row begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the row ends."""
        return max(word.x1 for word in self.words)


def find_rows(words: Iterable[Word]) -> list[Row]:
    """The rows of `words`, from the top."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.y, word.x0)):
        if groups and _on_baseline(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return _with_marks([_row(group) for group in groups])


def _on_baseline(group: list[Word], word: Word) -> bool:
    return abs(group[0].y - word.y) <= _SAME_BASELINE * min(group[0].size, word.size)


def _row(words: Iterable[Word]) -> Row:
    """The row of `words`: its baseline and size are those of most of its characters."""
    ordered = tuple(sorted(words, key=lambda word: word.x0))
    weights: dict[tuple[float, float], int] = {}
    for word in ordered:
        key = (round(word.size, 1), word.y)
        weights[key] = weights.get(key, 0) + len(word.text)
    size = max(weights.items(), key=lambda item: (item[1], item[0][0]))[0][0]
    y = median(word.y for word in ordered if round(word.size, 1) == size)
    return Row(ordered, y, size)


def _with_marks(rows: list[Row]) -> list[Row]:
    """Join rows of small raised or lowered words (footnote marks) to the row whose gaps they stand in."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above is not None and (_is_mark_row(above, row, _RAISED) or _is_mark_row(row, above, _LOWERED)):
            joined[-1] = _row((*above.words, *row.words))
        else:
            joined.append(row)
    return joined


def _is_mark_row(marks: Row, base: Row, reach: float) -> bool:
    return (
        marks.size <= _SMALL * base.size
        and abs(marks.y - base.y) <= reach * base.size
        and all(_touches(mark, base) for mark in marks.words)
    )


def _touches(mark: Word, base: Row) -> bool:
    """Whether a mark stands against a word of the row (or hangs before the first) and over none of them."""
    slack = 0.15 * base.size
    near = any(
        -slack <= mark.x0 - word.x1 <= 3 * slack or -slack <= word.x0 - mark.x1 <= base.size for word in base.words
    )
    return near and not any(mark.x0 < word.x1 - slack and word.x0 + slack < mark.x1 for word in base.words)
