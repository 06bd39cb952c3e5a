"""What the eye sees of lines before any of them is understood: gaps, line ends that were forced, sentence ends."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import accumulate, pairwise
from statistics import median

from ingest.document import Line, Sheet
from ingest.layout.words import layout_words

BIGGER = 1.08
_NEIGHBOURS = 6
_DOUBLED_REACH = 8
_FORCED_SHARE = 0.14
_WIDE_LEADING = 1.45
_SENTENCE_END = re.compile(r"[.!?:…][\"”»’)\]]*\d{0,2}$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIRST_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMON_SHARE = 0.4
_LAST_TOKEN = re.compile(r"([\w.]+)\.$")


class View:
    """The lines of a sheet that hold text and are not claimed by a table grid."""

    def __init__(self, sheet: Sheet, grids: Collection[int] = ()) -> None:
        self.sheet = sheet
        self.numbers = [line.number for line in sheet.lines if line.number not in grids and line.text.strip()]
        self._texts = {number: sheet.line(number).text.strip() for number in self.numbers}
        self._index = {number: index for index, number in enumerate(self.numbers)}
        self._pages = [sheet.line(number).page for number in self.numbers]
        self._reaches = [self._reach(number) for number in self.numbers]

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

    def below(self, number: int) -> int | None:
        """The next line with text, table grids included."""
        rest = self.sheet.lines[number:]
        return next((line.number for line in rest if line.text.strip()), None)

    def tops_page(self, number: int) -> bool:
        """Whether no line with text stands above it on its page."""
        before = self.before(number)
        return before is None or self.page(before) != self.page(number)

    def apart(self, upper: int, lower: int) -> bool:
        """Whether a visible gap, another page or a table stands between two lines."""
        if self.page(upper) != self.page(lower):
            return True
        first, second = self.line(upper), self.line(lower)
        gap = lower - upper - 1
        if first.y and second.y:
            drop = first.y - second.y
            return gap > 0 or drop < 0 or drop > _WIDE_LEADING * self._leading
        return gap > 1 or (gap == 1 and not (self.line(upper + 1).text == "" and self._doubled(upper)))

    def forced(self, upper: int, lower: int) -> bool:
        """Whether the line was ended although the next line's first word had ample room on it."""
        width = self._width(upper)
        return width - self._reach(upper) - self._first_word(lower) >= max(4.0, _FORCED_SHARE * width)

    def had_room(self, upper: int, lower: int) -> bool:
        """Whether the next line's first word had any room on the line."""
        return self._width(upper) - self._reach(upper) - self._first_word(lower) > 0

    def begins_anew(self, number: int) -> bool:
        """Whether the line's first word is written small elsewhere, so that its capital begins a sentence."""
        found = _FIRST_WORD.match(self.text(number))
        return found is not None and found.group()[0].isupper() and self.is_common(found.group())

    def is_common(self, word: str) -> bool:
        """Whether a word is written small elsewhere, as names are not."""
        small, capital = self._small[word.lower()], self._capital[word.capitalize()]
        return small > 0 and small >= _COMMON_SHARE * (small + capital)

    def hangs(self, number: int) -> bool:
        """Whether the line ends with a word that nothing ends with, such as «og» or «for»."""
        text = self.text(number)
        return text.rsplit(maxsplit=1)[-1].lower() in layout_words().open_ends or text[-1] in ",-–/"

    def ends_sentence(self, number: int) -> bool:
        """Whether the line ends where a sentence may end."""
        text = self.text(number)
        if not _SENTENCE_END.search(text):
            return False
        found = _LAST_TOKEN.search(text)
        return found is None or found.group(1).lower() not in layout_words().abbreviations

    def refers(self, number: int) -> bool:
        """Whether the line ends with a word that a number belongs to, such as «kapittel»."""
        return self.text(number).rsplit(maxsplit=1)[-1].lower() in layout_words().references

    def goes_on(self, number: int) -> bool:
        """Whether the line begins in the middle of something: with a small letter."""
        return self.text(number)[0].islower()

    @cached_property
    def _words(self) -> list[str]:
        return [word for text in self._texts.values() for word in _WORD.findall(text)]

    @cached_property
    def _small(self) -> Counter[str]:
        return Counter(word for word in self._words if word[0].islower())

    @cached_property
    def _capital(self) -> Counter[str]:
        return Counter(word for word in self._words if word[0].isupper())

    @cached_property
    def body_size(self) -> float:
        """The font size most characters have; 0 where sizes are unknown."""
        count: dict[float, int] = {}
        for number in self.numbers:
            size = round(self.line(number).size, 1)
            count[size] = count.get(size, 0) + len(self.text(number))
        return max(count, key=lambda size: count[size], default=0.0)

    def stands_out(self, numbers: Iterable[int]) -> bool:
        """Whether the type of all these lines is bigger or bolder than the body's."""
        if not self.body_size:
            return False
        return all(self.line(n).size > self.body_size * BIGGER or self.line(n).bold for n in numbers)

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
        """How far lines around here reach, a few that reach further apart."""
        index = self._index[number]
        low, high = max(0, index - _NEIGHBOURS), index + _NEIGHBOURS + 1
        page = self._pages[index]
        around = [reach for reach, on in zip(self._reaches[low:high], self._pages[low:high], strict=True) if on == page]
        around.sort(reverse=True)
        return around[min(len(around) // _NEIGHBOURS, len(around) - 1)]

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
