"""The distance between lines in a grid: which steps stay inside a cell, and which lead to the next row."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.tables.positioned.strips import Strip

_LEAST_LEADING = 0.9
_MOST_LEADING = 1.5
_DENSE = 1.42
_JUMP = 1.12
_LARGEST = 6.0


def steps_of(strips: Sequence[Strip]) -> list[float]:
    """The distances between the baselines of neighbouring strips, in em."""
    size = median(strip.size for strip in strips) or 1.0
    return [(above.y - below.y) / size for above, below in pairwise(strips)]


def inner_step(strips: Sequence[Strip]) -> float | None:
    """The largest step, in em, that stays inside a row; None where lines and rows are equally far apart.

    Cells have padding, so that the steps between rows are larger than those between the lines of a cell. With
    no cell of several lines, every step leads to a new row and the answer is 0.
    """
    steps = sorted({round(step, 2) for step in steps_of(strips) if _LEAST_LEADING <= step <= _LARGEST})
    jumps = [(above / below, below) for below, above in pairwise(steps) if below <= _MOST_LEADING]
    ratio, below = max(jumps, default=(0.0, 0.0))
    if ratio >= _JUMP:
        return below * (1 + _JUMP) / 2
    return 0.0 if steps and steps[0] > _DENSE else None


def parted(strips: Sequence[Strip], inner: float) -> list[list[Strip]]:
    """The strips in blocks that steps larger than `inner` em part."""
    blocks: list[list[Strip]] = [[strips[0]]] if strips else []
    size = median(strip.size for strip in strips) if strips else 1.0
    for above, below in pairwise(strips):
        if above.y - below.y > max(inner, _LEAST_LEADING) * size:
            blocks.append([])
        blocks[-1].append(below)
    return blocks
