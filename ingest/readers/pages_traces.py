"""Page starts of a text that was extracted page by page and lost its form feeds.

Where a form feed stood, the page's first line begins with a space and follows the last page's last line at once; some
table rows look so too. The choice among such lines is the one whose pages are of even length and that agrees with
every page number that is still printed.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from ingest.readers.pages_labels import Printed

_TRACE = re.compile(r" {1,2}\S")
_NUMERIC = re.compile(r"[-–+(]*\d[\d.,:/)–-]*%?\)?|%|[-–]")
_LINKS = ("http", "mailto:")
_LIKELY = 4.0
_UNLIKELY = -2.0
_NUMERIC_PENALTY = 10.0
_RUN_PENALTY = 2.5
_LONG_RUN = 10
_LINK_WEIGHT = -3.0
_GAP_PENALTY = 3.5
_SPACE_PENALTY = 1.0
_SPREAD = 0.45
_COSTLIEST = 5.0
_FEWEST_TRACES = 3


@dataclass(frozen=True, slots=True, order=True)
class _Trace:
    line: int
    weight: float


def trace_pages(texts: list[str], labels: list[Printed]) -> tuple[list[int], int]:
    """The lines pages begin at, the first being 1, and the number of the page line 1 stands on."""
    traces = sorted([*_spaced(texts), *_after_long_gaps(texts)])
    if len([trace for trace in traces if trace.weight > 0]) < _FEWEST_TRACES and not labels:
        return [1], 1
    filled = [0, *accumulate(bool(text.strip()) for text in texts)]
    typical = _typical_size(traces, filled)
    pins = [label for label in labels if label.start > 1]
    breaks = [1]
    edges = [1, *(pin.start for pin in pins), len(texts) + 1]
    between = [later.value - earlier.value - 1 for earlier, later in pairwise(pins)]
    counts = [None, *between, None] if pins else [None]
    for start, end, count in zip(edges[:-1], edges[1:], counts, strict=True):
        inside = [trace for trace in traces if start < trace.line < end]
        breaks += _chosen(inside, start, end, count, filled, typical)
        breaks += [end] if end <= len(texts) else []
    return breaks, _first_page(breaks, labels)


def _spaced(texts: list[str]) -> Iterator[_Trace]:
    for number in range(2, len(texts) + 1):
        if _TRACE.match(texts[number - 1]):
            yield _Trace(number, _weight(texts, number))


def _after_long_gaps(texts: list[str]) -> Iterator[_Trace]:
    """A page that begins with empty lines shows no space; a very long gap may hide its start."""
    gap = 0
    for number, text in enumerate(texts, start=1):
        if text.strip() and gap >= _LONG_RUN and not _TRACE.match(text):
            yield _Trace(number, _first_word_weight(text.strip()) - _RUN_PENALTY)
        gap = 0 if text.strip() else gap + 1


def _weight(texts: list[str], number: int) -> float:
    """How much a line that begins with a space looks like the first of a page rather than a table row."""
    text, above = texts[number - 1].strip(), texts[number - 2]
    if text.startswith(_LINKS) and above.startswith(_LINKS):
        return _LINK_WEIGHT
    if above.strip():
        return _first_word_weight(text)
    return _first_word_weight(text) - (_SPACE_PENALTY if above else _GAP_PENALTY)


def _first_word_weight(text: str) -> float:
    if text[0].isdigit():
        rest = text.split()[1:]
        share = sum(bool(_NUMERIC.fullmatch(token)) for token in rest) / len(rest) if rest else 1.0
        return _LIKELY - _NUMERIC_PENALTY * share
    return _UNLIKELY if text[0] in "(-–+*" else _LIKELY


def _typical_size(traces: list[_Trace], filled: list[int]) -> float:
    likely = [1, *(trace.line for trace in traces if trace.weight > 0), len(filled)]
    sizes = [filled[end - 1] - filled[start - 1] for start, end in pairwise(likely)]
    return float(median(size for size in sizes if size) if any(sizes) else 1)


def _chosen(
    traces: list[_Trace], start: int, end: int, count: int | None, filled: list[int], typical: float
) -> list[int]:
    """The best page starts strictly between two known ones: exactly `count` of them, where that is known."""
    if count is not None and count > len(traces):
        count = None
    table = _Best(traces, start, end, filled, typical)
    return table.exactly(count) if count is not None else table.any_number()


class _Best:
    """Dynamic programme over the traces of one stretch: the chain of page starts with the highest score."""

    def __init__(self, traces: list[_Trace], start: int, end: int, filled: list[int], typical: float) -> None:
        self._nodes = [_Trace(start, 0.0), *traces, _Trace(end, 0.0)]
        self._filled = filled
        self._typical = typical

    def any_number(self) -> list[int]:
        score, back = [0.0], [0]
        far: list[tuple[float, int]] = []
        for index in range(1, len(self._nodes)):
            near = self._near(index, len(far))
            far += [max([*far[-1:], (score[before], before)]) for before in range(len(far), near)]
            options = [(score[before] + self._step(before, index), before) for before in range(near, index)]
            if far:
                options.append((far[-1][0] + self._nodes[index].weight - _COSTLIEST, far[-1][1]))
            best = max(options)
            score.append(best[0])
            back.append(best[1])
        chain, index = [], back[-1]
        while index:
            chain.append(self._nodes[index].line)
            index = back[index]
        return chain[::-1]

    def _near(self, index: int, first: int) -> int:
        """The first trace, from `first` on, that is near enough for the distance to count; all before cost the same."""
        most = self._typical * math.exp(_SPREAD * math.sqrt(2 * _COSTLIEST))
        filled = self._filled[self._nodes[index].line - 1]
        while first < index and filled - self._filled[self._nodes[first].line - 1] > most:
            first += 1
        return first

    def exactly(self, count: int) -> list[int]:
        last = len(self._nodes) - 1
        score = {0: 0.0}
        backs: list[dict[int, int]] = []
        for step in range(count + 1):
            targets = [last] if step == count else range(1, last)
            reached: dict[int, tuple[float, int]] = {}
            for index in targets:
                options = [
                    (value + self._step(before, index), before) for before, value in score.items() if before < index
                ]
                if options:
                    reached[index] = max(options)
            score = {index: value for index, (value, _) in reached.items()}
            backs.append({index: before for index, (_, before) in reached.items()})
        chain, index = [], last
        for back in reversed(backs):
            index = back[index]
            chain.append(self._nodes[index].line)
        return chain[-2::-1]

    def _step(self, before: int, index: int) -> float:
        size = self._filled[self._nodes[index].line - 1] - self._filled[self._nodes[before].line - 1]
        uneven = math.log(max(size, 0.5) / self._typical)
        return self._nodes[index].weight - min(uneven * uneven / (2 * _SPREAD * _SPREAD), _COSTLIEST)


def _first_page(breaks: list[int], labels: list[Printed]) -> int:
    """The page of line 1, so that the first printed number falls on its page."""
    if not labels:
        return 1
    return max(1, labels[0].value - breaks.index(labels[0].start))
