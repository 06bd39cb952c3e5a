"""What the eye sees of lines before any of them is understood: gaps, line ends that were forced, sentence ends."""

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import accumulate, pairwise
from statistics import median

from ingest.document import Line, Sheet
from ingest.layout.words import layout_words

_NEIGHBOURS = 6
_DOUBLED_REACH = 8
_FORCED_SHARE = 0.14
_WIDE_LEADING = 1.45
_SENTENCE_END = re.compile(r"[.!?:…][\"”»’)\]]*\d{0,2}$")
_LAST_TOKEN = re.compile(r"([\w.]+)\.$")


class View:
    """The lines of a sheet that hold text and are not claimed by a table grid."""

    def __init__(self, sheet: Sheet, grids: Collection[int] = ()) -> None:
        self.sheet = sheet
        self.numbers = [line.number for line in sheet.lines if line.number not in grids and line.text.strip()]
        self._texts = {number: sheet.line(number).text.strip() for number in self.numbers}
        self._index = {number: index for index, number in enumerate(self.numbers)}

    def __contains__(self, number: int) -> bool:
        return number in self._index

    def line(self, number: int) -> Line:
        """The line with that number."""
        return self.sheet.line(number)

    def text(self, number: int) -> str:
        """The line's text without the space around it."""
        return self._texts[number]

    def page(self, number: int) -> int:
        """The page the line stands on."""
        return self.sheet.line(number).page

    def before(self, number: int) -> int | None:
        """The line with text before this one."""
        index = self._index[number]
        return self.numbers[index - 1] if index else None

    def after(self, number: int) -> int | None:
        """The line with text after this one."""
        index = self._index[number] + 1
        return self.numbers[index] if index < len(self.numbers) else None

    def tops_page(self, number: int) -> bool:
        """Whether no line with text stands above it on its page."""
        before = self.before(number)
        return before is None or self.page(before) != self.page(number)

    def apart(self, upper: int, lower: int) -> bool:
        """Whether a visible gap, another page or a table stands between two lines."""
        if self.page(upper) != self.page(lower):
            return True
        first, second = self.line(upper), self.line(lower)
        if first.y and second.y:
            drop = first.y - second.y
            return drop < 0 or drop > _WIDE_LEADING * self._leading
        gap = lower - upper - 1
        return gap > 1 or (gap == 1 and not (self.line(upper + 1).text == "" and self._doubled(upper)))

    def forced(self, upper: int, lower: int) -> bool:
        """Whether the line was ended although the next line's first word had room on it."""
        width = self._width(upper)
        return width - self._reach(upper) - self._first_word(lower) >= max(4.0, _FORCED_SHARE * width)

    def ends_sentence(self, number: int) -> bool:
        """Whether the line ends where a sentence may end."""
        text = self.text(number)
        if not _SENTENCE_END.search(text):
            return False
        found = _LAST_TOKEN.search(text)
        return found is None or found.group(1).lower() not in layout_words().abbreviations

    def goes_on(self, number: int) -> bool:
        """Whether the line begins in the middle of something: with a small letter."""
        return self.text(number)[0].islower()

    @cached_property
    def body_size(self) -> float:
        """The font size most characters have; 0 where sizes are unknown."""
        count: dict[float, int] = {}
        for number in self.numbers:
            size = round(self.line(number).size, 1)
            count[size] = count.get(size, 0) + len(self.text(number))
        return max(count, key=lambda size: count[size], default=0.0)

    @cached_property
    def _leading(self) -> float:
        drops = [
            self.line(upper).y - self.line(lower).y
            for upper, lower in pairwise(self.numbers)
            if self.page(upper) == self.page(lower) and self.line(upper).y > self.line(lower).y
        ]
        return float(median(drops)) if drops else 0.0

    @cached_property
    def _gap_counts(self) -> tuple[list[int], list[int]]:
        """Running counts over neighbouring lines: with one empty line between them, with none."""
        gaps = [
            lower - upper - 1 if self.page(upper) == self.page(lower) else -1 for upper, lower in pairwise(self.numbers)
        ]
        return [0, *accumulate(gap == 1 for gap in gaps)], [0, *accumulate(gap == 0 for gap in gaps)]

    def _doubled(self, number: int) -> bool:
        """Whether lines around here have an empty line between them as a rule."""
        ones, zeros = self._gap_counts
        index = self._index[number]
        low, high = max(0, index - _DOUBLED_REACH), min(len(ones) - 1, index + _DOUBLED_REACH + 1)
        single, none = ones[high] - ones[low], zeros[high] - zeros[low]
        return single > 2 and single > 2 * none

    def _width(self, number: int) -> float:
        """How far lines around here reach."""
        index = self._index[number]
        around = self.numbers[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
        return max(self._reach(other) for other in around if self.page(other) == self.page(number))

    def _reach(self, number: int) -> float:
        segments = self.line(number).segments
        return segments[-1].x1 if segments else float(len(self.text(number)))

    def _first_word(self, number: int) -> float:
        word = len(self.text(number).split(maxsplit=1)[0]) + 1.0
        segments = self.line(number).segments
        if not segments:
            return word
        first = segments[0]
        return word * (first.x1 - first.x0) / max(1, first.end - first.start)


def runs(numbers: Iterable[int], view: View) -> list[list[int]]:
    """The lines grouped: a new group wherever a visible gap stands before a line."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and view.before(number) == groups[-1][-1] and not view.apart(groups[-1][-1], number):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups
