"""Regions under one header that is printed again on every page: one stretch of lines with the header once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.note_marks import mark_of
from ingest.tables.plain.seen import Seen

_CODE_START = re.compile(r"^\d{1,4}\s+[^\W\d]")
"""A row's code and name, which is no header however often it comes first on a page."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of a grid.

    `header` is the number of lines its header has, where a repetition tells; `repeats` are the lines of the repeated
    headers, which the stretch leaves out.
    """

    lines: tuple[Seen, ...]
    header: int | None = None
    repeats: tuple[int, ...] = ()


def gather_repeated(regions: Sequence[Sequence[Seen]]) -> list[Stretch]:
    """The regions, those joined that repeat the header of the one right before on a new page."""
    found: list[Stretch] = []
    for region in regions:
        size = _repeated(found[-1], region) if found else 0
        if size:
            before = found[-1]
            found[-1] = Stretch(
                (*before.lines, *region[size:]),
                min(size, before.header or size),
                (*before.repeats, *(line.number for line in region[:size])),
            )
        else:
            found.append(Stretch(tuple(region)))
    return found


def _repeated(before: Stretch, region: Sequence[Seen]) -> int:
    """How many lines of header the region repeats from the stretch before it; 0 where it begins a table of its own."""
    last = before.lines[-1]
    if last.line.page == region[0].line.page or region[0].index != last.index + 1 or _is_closed(before):
        return 0
    size = 0
    for one, other in zip(before.lines, region, strict=False):
        if one.text != other.text or _CODE_START.match(one.text):
            break
        size += 1
    if not size or not _is_whole(region, size):
        return 0
    return size if before.header is None or size >= before.header else 0


def _is_whole(region: Sequence[Seen], size: int) -> bool:
    """Whether the first `size` lines hold all that is surely header, and something is left below them."""
    amounts = [index for index, line in enumerate(region) if line.is_amount]
    headers = [index for index, line in enumerate(region[: amounts[0]]) if line.is_header] if amounts else []
    return bool(headers) and size < len(region) and headers[-1] < size


def _is_closed(stretch: Stretch) -> bool:
    """Whether a marked note stands under the last row: nothing of the grid is to come."""
    amounts = [index for index, line in enumerate(stretch.lines) if line.is_amount]
    return any(mark_of(line.text) for line in stretch.lines[amounts[-1] + 1 :]) if amounts else False
