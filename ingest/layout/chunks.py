"""Lines that read as one: the pieces that become headings, list items and paragraphs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest.layout.drafts import Claims
from ingest.layout.markers import Marker, MarkerKind, marker
from ingest.layout.view import View

_NEAR = 4
_LONG_LAST_WORD = 4


@dataclass(slots=True)
class Chunk:
    """Lines that read on from each other, and the marker the first begins with."""

    lines: list[int]
    marker: Marker | None = None
    after: list[int] = field(default_factory=list)

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
    if before is None or view.tops_page(number):
        return before is None or view.ends_sentence(before) or not mark.rest[0].islower()
    if mark.kind is MarkerKind.BULLET and mark.printed.isalnum() and not found:
        return False
    return view.apart(before, number) or view.ends_sentence(before) or view.forced(before, number)


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
        return view.goes_on(number) and (number - last <= _NEAR or view.before(number) in claims)
    return view.goes_on(number) or (not view.forced(last, number) and _runs_over(view, chunk, number))


def _new_paragraph(view: View, chunk: Chunk, number: int) -> bool:
    if view.goes_on(number):
        return False
    return view.forced(chunk.last, number) or _heading_on_top(view, chunk, number)


def _heading_on_top(view: View, chunk: Chunk, number: int) -> bool:
    """A first line without a sentence's end or comma, closed by spaces: a heading as long as a line."""
    if len(chunk.lines) > 1 or view.ends_sentence(chunk.last):
        return False
    text = view.text(chunk.last)
    closed = view.line(chunk.last).text.endswith("  ")
    return closed and "," not in text and len(text.split()[-1]) >= _LONG_LAST_WORD and view.text(number)[0].isupper()


def _runs_over(view: View, chunk: Chunk, number: int) -> bool:
    """Whether a full line at a page's end goes on in a line that begins with a capital or a number."""
    text = view.text(chunk.last)
    following = view.after(number)
    alone = following is None or view.apart(number, following) or view.forced(number, following)
    return len(chunk.lines) > 1 and (text[-1].isalnum() or text[-1] in ",-–/") and not alone
