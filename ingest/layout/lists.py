"""List items and their nesting: the first bullet of a list is its outermost, each new kind stands below."""

from collections.abc import Collection, Sequence

from ingest.document import BlockKind
from ingest.layout.chunks import Chunk
from ingest.layout.drafts import Draft
from ingest.layout.markers import Marker, MarkerKind
from ingest.layout.view import View

_INDENT = 8.0


def list_items(view: View, chunks: Sequence[Chunk], headings: Collection[int]) -> dict[int, Draft]:
    """The list items among chunks, by index."""
    items: dict[int, Draft] = {}
    styles: list[tuple[str, float]] = []
    for index, chunk in enumerate(chunks):
        mark = chunk.marker
        if index in headings or mark is None or not _is_item(chunks, index, mark):
            styles = []
            continue
        styles = _nested(styles, mark.style, _indent(view, chunk.first))
        items[index] = Draft(BlockKind.LIST_ITEM, tuple(chunk.lines), level=len(styles), marker=mark.printed)
    return items


def _indent(view: View, number: int) -> float:
    segments = view.line(number).segments
    return segments[0].x0 if segments else 0.0


def _nested(styles: list[tuple[str, float]], style: str, indent: float) -> list[tuple[str, float]]:
    """The styles from the outermost to this item's."""
    for depth, (known, place) in enumerate(styles):
        if known == style and abs(place - indent) < _INDENT:
            return styles[: depth + 1]
    return [*styles, (style, indent)]


def _is_item(chunks: Sequence[Chunk], index: int, mark: Marker) -> bool:
    if mark.kind in (MarkerKind.BULLET, MarkerKind.LETTER):
        return True
    if mark.kind is MarkerKind.LABEL:
        return False
    sure = len(mark.numbers) > 1 or (mark.printed[-1] in ".)" and mark.rest[0].isupper())
    return sure or _has_neighbour(chunks, index, mark)


def _has_neighbour(chunks: Sequence[Chunk], index: int, mark: Marker) -> bool:
    """Whether the number before or after stands on the numbered chunk before or after."""
    for step in (-1, 1):
        other = _numbered(chunks, index, step)
        if other is not None and other.style == mark.style and other.numbers[-1] == mark.numbers[-1] + step:
            return True
    return False


def _numbered(chunks: Sequence[Chunk], index: int, step: int) -> Marker | None:
    at = index + step
    while 0 <= at < len(chunks):
        mark = chunks[at].marker
        if mark is not None and mark.kind is MarkerKind.NUMBER:
            return mark
        if mark is None:
            return None
        at += step
    return None
