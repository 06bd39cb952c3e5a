"""Headings: numbered, labelled with a word and a number, named by bookmarks, or short lines that stand alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ingest.layout.chunks import Chunk
from ingest.layout.levels import Heading, levelled, plain, words_of
from ingest.layout.markers import MarkerKind
from ingest.layout.titles import is_title
from ingest.layout.view import View

_SHORT = 60
_MOST_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class _Page:
    """What headings are looked for in. `others` are lines of captions and tables."""

    view: View
    chunks: Sequence[Chunk]
    numbered: Collection[int]
    others: Collection[int]


def find_headings(
    view: View, chunks: Sequence[Chunk], numbered: Collection[int], others: Collection[int]
) -> dict[int, Heading]:
    """The headings among chunks, by index. `numbered` are the numbered ones; `others` lines of captions and tables."""
    page = _Page(view, chunks, numbered, others)
    outlined = _outlined(page)
    alone: set[int] = set()
    for index in range(len(chunks)):
        if index not in numbered and _stands_alone(page, index, alone):
            alone.add(index)
    alone = _with_text_below(page, alone) | set(outlined)
    alone |= _named_alike(page, alone)
    return levelled(view, chunks, numbered, alone - set(numbered), outlined)


def _stands_alone(page: _Page, index: int, above: Collection[int]) -> bool:
    """Whether an unnumbered chunk looks like a title, set off from what is above it."""
    chunk = page.chunks[index]
    if not _is_unnumbered(chunk) or not is_title(page.view, chunk, page.others) or _leads_in(page, index):
        return False
    if page.view.body_size and not page.view.stands_out(chunk.lines):
        return False
    return _is_set_off(page, index, above) and _ends_here(page.view, chunk)


def _is_unnumbered(chunk: Chunk) -> bool:
    """Without a marker, with a word as label, or with an ordinal («2. kvartal»)."""
    mark = chunk.marker
    if mark is None or mark.kind is MarkerKind.LABEL:
        return True
    return mark.kind is MarkerKind.NUMBER and mark.printed.endswith(".") and mark.rest[0].islower()


def _is_set_off(page: _Page, index: int, above: Collection[int]) -> bool:
    """Whether a gap or a heading stands above, or the type is another."""
    chunk = page.chunks[index]
    before = page.view.before(chunk.first)
    if before is None or page.view.stands_out(chunk.lines):
        return True
    if page.view.goes_on(chunk.first) and before in page.others:
        return False
    headed = (index - 1 in above or index - 1 in page.numbered) and page.chunks[index - 1].last == before
    return page.view.apart(before, chunk.first) or (headed and not page.view.goes_on(chunk.first))


def _leads_in(page: _Page, index: int) -> bool:
    """Whether the words are the beginning of the list items that follow."""
    if index + 1 == len(page.chunks):
        return False
    following = page.chunks[index + 1].marker
    return following is not None and following.kind is not MarkerKind.LABEL and following.rest[0].islower()


def _ends_here(view: View, chunk: Chunk) -> bool:
    """Whether what follows begins something new."""
    following, below = view.after(chunk.last), view.below(chunk.last)
    if below is not None and below not in view and view.line(below).text.strip()[0].islower():
        return False
    return following is None or view.apart(chunk.last, following) or not view.goes_on(following)


def _with_text_below(page: _Page, alone: set[int]) -> set[int]:
    """Those with something under them. Many in a row are the words of a figure or a table, but for a page's first."""
    kept: set[int] = set()
    row: list[int] = []
    for index, chunk in enumerate(page.chunks):
        if index in alone:
            row = [] if page.view.tops_page(chunk.first) else row
            row.append(index)
            if page.view.below(chunk.last) not in page.others:
                continue
        if index not in page.numbered:
            kept.update(row if _fits(page, row) else row[:1] if page.view.tops_page(page.chunks[row[0]].first) else [])
        row = []
    return kept


def _fits(page: _Page, row: Sequence[int]) -> bool:
    marks = [page.chunks[index].marker for index in row]
    labelled = all(mark is not None and mark.kind is MarkerKind.LABEL for mark in marks)
    return len(row) <= _MOST_IN_A_ROW or bool(page.view.body_size) or labelled


def _named_alike(page: _Page, alone: Collection[int]) -> set[int]:
    """Titles without a gap above that begin like a heading («Mål: …») or repeat one."""
    view = page.view
    headings = [words_of(view, page.chunks[index]) for index in alone]
    beginnings = {words[0] for words in headings}
    repeated = {tuple(words) for words in headings}
    found: set[int] = set()
    for index, chunk in enumerate(page.chunks[1:], start=1):
        if index in alone or chunk.marker is not None or view.body_size or len(chunk.lines) > 1:
            continue
        words = words_of(view, chunk)
        alike = (tuple(words) in repeated and _over_text(page, index)) or (len(words) > 1 and words[0] in beginnings)
        follows = view.before(chunk.first) == page.chunks[index - 1].last
        if alike and follows and len(view.text(chunk.first)) <= _SHORT and is_title(view, chunk, page.others):
            found.add(index)
    return found


def _over_text(page: _Page, index: int) -> bool:
    """Whether a sentence or a list follows."""
    if index + 1 == len(page.chunks):
        return False
    following = page.chunks[index + 1]
    return following.marker is not None or page.view.ends_sentence(following.last)


def _outlined(page: _Page) -> dict[int, int]:
    """Chunks that the file's own bookmarks name on their page, with the bookmark's level."""
    titles = {(number, plain(title)): level for level, title, number in page.view.sheet.outline}
    found: dict[int, int] = {}
    for index, chunk in enumerate(page.chunks if titles else ()):
        level = titles.get((page.view.page(chunk.first), plain(" ".join(words_of(page.view, chunk)))))
        if level is not None:
            found[index] = level
    return found
