"""Lines that read as one: the pieces that become headings, list items and paragraphs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.layout.drafts import Claims
from ingest.layout.markers import Marker, MarkerKind, marker
from ingest.layout.view import View

_NEAR = 4
_SURE_DEPTH = 3
_ITEM_REACH = 12
_LONG_LAST_WORD = 4
_HANG = 4.0
"""A line that begins this many points left of an item's text is no part of it."""


@dataclass(slots=True)
class Chunk:
    """Lines that read on from each other, and the marker the first begins with."""

    lines: list[int]
    marker: Marker | None = None

    @property
    def first(self) -> int:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> int:
        """The last line."""
        return self.lines[-1]


def find_markers(view: View, free: Iterable[int]) -> dict[int, Marker]:
    """The lines that begin something with a marker."""
    found: dict[int, Marker] = {}
    for number in free:
        mark = marker(view.text(number))
        if mark is not None and _may_begin(view, number, mark, found):
            found[number] = mark
    return found


def _may_begin(view: View, number: int, mark: Marker, found: Mapping[int, Marker]) -> bool:
    """Whether a marker stands where something may begin rather than inside a sentence."""
    if mark.kind is MarkerKind.BULLET and not (mark.printed.isalnum() or mark.printed in "-–*"):
        return True
    before = view.before(number)
    if before is not None and view.refers(before) and not view.apart(before, number):
        return False
    if (len(mark.numbers) >= _SURE_DEPTH and mark.rest[0].isupper()) or _counts_on(number, mark, found):
        return True
    if before is None or view.tops_page(number):
        return before is None or view.ends_sentence(before) or not mark.rest[0].islower()
    if mark.kind is MarkerKind.BULLET and mark.printed.isalnum() and not found:
        return False
    return view.apart(before, number) or view.ends_sentence(before) or view.forced(before, number)


def _counts_on(number: int, mark: Marker, found: Mapping[int, Marker]) -> bool:
    """Whether the marker follows the last one a few lines on: the next number, or a bullet in a list of them."""
    last = max(found, default=None)
    if last is None or number - last > _ITEM_REACH:
        return False
    above = found[last]
    if mark.kind is MarkerKind.BULLET:
        return mark.printed.isalnum() and above.kind is MarkerKind.BULLET
    if not mark.numbers:
        return False
    return (
        above.style == mark.style
        and mark.numbers[:-1] == above.numbers[:-1]
        and mark.numbers[-1] == above.numbers[-1] + 1
    )


def make_chunks(view: View, claims: Claims, markers: Mapping[int, Marker]) -> list[Chunk]:
    """The unclaimed lines as chunks, in order. A chunk may go on behind claimed lines and page breaks."""
    chunks: list[Chunk] = []
    for number in claims.free(view.numbers):
        current = chunks[-1] if chunks else None
        if current is not None and number not in markers and _reads_on(view, claims, current, number):
            current.lines.append(number)
        else:
            chunks.append(Chunk([number], markers.get(number)))
    return chunks


def _reads_on(view: View, claims: Claims, chunk: Chunk, number: int) -> bool:
    last = chunk.last
    if view.before(number) == last and not view.apart(last, number):
        return not _new_paragraph(view, chunk, number)
    if view.ends_sentence(last):
        return False
    if view.page(last) == view.page(number):
        before = view.before(number)
        near = number - last <= _NEAR or (before is not None and before in claims)
        return near and (view.goes_on(number) or view.hangs(last))
    return view.goes_on(number) or (not view.forced(last, number) and _runs_over(view, chunk, number))


def _new_paragraph(view: View, chunk: Chunk, number: int) -> bool:
    last = chunk.last
    if view.goes_on(number) or (view.hangs(last) and not view.ends_sentence(last)):
        return False
    if view.forced(last, number) or _leaves_item(view, chunk, number):
        return True
    return len(chunk.lines) == 1 and _heading_on_top(view, last, number)


def _leaves_item(view: View, chunk: Chunk, number: int) -> bool:
    """Whether a line begins left of the text of a list item whose mark hangs before it."""
    segments, own = view.line(chunk.first).segments, view.line(number).segments
    hangs = chunk.marker is not None and len(segments) > 1 and segments[0].end <= len(chunk.marker.printed) + 1
    return hangs and bool(own) and own[0].x0 < segments[1].x0 - _HANG


def _heading_on_top(view: View, first: int, number: int) -> bool:
    """A heading nearly as long as a line: it ends no sentence, and the next line begins one."""
    text = view.text(first)
    if view.ends_sentence(first) or len(text.split()[-1]) < _LONG_LAST_WORD or not view.text(number)[0].isupper():
        return False
    closed = view.line(first).text.endswith("  ") and "," not in text
    return closed or (view.begins_anew(number) and view.had_room(first, number))


def _runs_over(view: View, chunk: Chunk, number: int) -> bool:
    """Whether a full line at a page's end goes on in a line that begins with a capital or a number."""
    text = view.text(chunk.last)
    following = view.after(number)
    alone = following is None or view.apart(number, following) or view.forced(number, following)
    return len(chunk.lines) > 1 and (text[-1].isalnum() or text[-1] in ",-–/") and not alone
