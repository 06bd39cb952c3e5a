"""Footnote marks glued to words and numbers: «land10», «i 20244», «lønn2)», «Dagpenger*».

A number is read as a mark only where a note with that mark stands on the page; where the same mark could stand in
several places, only the likeliest is taken.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ingest.document import Line, Sheet, Span
from ingest.layout.drafts import Draft

_NOTE_LINE = re.compile(r"\s*(?P<mark>\d{1,2}\)|\*{1,8})\s*\S")
_SIGN = re.compile(
    r"(?<=[^\W_])(?:\s(?=\d\)))?(?P<mark>\d{1,2}\)|\*{1,8})(?![\w*)])|(?<=[\w)%])(?P<star>\*{1,8})(?!\w)"
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_SHORTEST_WORD = 3
_LONG_WORD = 6
_REPEATED_REACH = 10


@dataclass(frozen=True, slots=True, order=True)
class Glued:
    """A place where a mark may stand, and how likely."""

    strength: int
    span: Span


def glued(line: Line, mark: str, words: Collection[str]) -> Iterator[Glued]:
    """The places of a line where the mark is glued to something. `words` are the document's words in lower case."""
    for found in re.finditer(rf"(?<=[^\s(]){re.escape(mark)}(?![\w%])(?![.,]\d)", line.text):
        strength = _strength(line.text[: found.start()], mark, words)
        if strength:
            yield Glued(strength, Span(line.number, found.start(), found.end()))


def _strength(before: str, mark: str, words: Collection[str]) -> int:
    """How likely a mark stands after this text: after a word or a sentence's end, at worst after a year."""
    if mark.isdigit() and re.search(r"(?:^|[^\d.,])(?:19|20)\d\d$", before):
        return 1
    word = re.search(r"([^\W\d_]+)([.,;:)»”\"]{0,2})$", before)
    if word is None:
        return 0
    if len(word.group(1)) < _SHORTEST_WORD:
        return 2 if len(word.group(1)) > 1 and word.group(1) in words else 0
    if mark.isalpha() and not word.group(2) and word.group(1).lower() not in words:
        return 0
    if word.group(1).isupper() and not word.group(2):
        return 2
    return 3


def find_marks(
    sheet: Sheet, notes: Iterable[Draft], apart: Collection[int], words: Collection[str]
) -> tuple[Span, ...]:
    """The spans of all marks. `apart` are lines that hold none: notes themselves and furniture."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in sheet.lines:
        if line.number not in apart:
            pages[line.page].append(line)
    found = {*_of_notes(sheet, list(notes), pages, words), *_of_signs(sheet, pages)}
    return tuple(sorted(found))


def _of_notes(sheet: Sheet, notes: list[Draft], pages: dict[int, list[Line]], words: Collection[str]) -> Iterator[Span]:
    for note in notes:
        if note.marker is None:
            continue
        page = sheet.line(note.lines[0]).page
        yield from _likeliest(pages[page], note.marker, words) or _likeliest(pages[page - 1], note.marker, words)
        for later in range(page + 1, page + _REPEATED_REACH):
            yield from _repeated(pages[later], note.marker, words)


def _likeliest(lines: list[Line], mark: str, words: Collection[str]) -> list[Span]:
    """The first of the likeliest places of a mark, if there is any."""
    places = [place for line in lines for place in glued(line, mark, words)]
    best = max((place.strength for place in places), default=0)
    return [place.span for place in places if place.strength == best][:1]


def _repeated(lines: list[Line], mark: str, words: Collection[str]) -> Iterator[Span]:
    """A mark that refers to a note of a page before: glued to a common word."""
    for line in lines:
        for place in glued(line, mark, words):
            word = _LAST_WORD.search(line.text[: place.span.start])
            if word and word.group().islower() and len(word.group()) >= _LONG_WORD and word.group() in words:
                yield place.span


def _of_signs(sheet: Sheet, pages: dict[int, list[Line]]) -> Iterator[Span]:
    """Marks like «2)» and «*», where a line on the page or the next begins with the same sign."""
    signs: dict[int, set[str]] = defaultdict(set)
    for line in sheet.lines:
        found = _NOTE_LINE.match(line.text)
        if found:
            signs[line.page].add(found["mark"])
    for page, lines in pages.items():
        known = signs[page] | signs[page + 1]
        for line in lines if known else ():
            yield from _signs_in(line, known)


def _signs_in(line: Line, known: set[str]) -> Iterator[Span]:
    for found in _SIGN.finditer(line.text):
        group = "mark" if found["mark"] else "star"
        sign = found[group]
        opened = line.text[: found.start()].count("(") > line.text[: found.start()].count(")")
        if sign in known and not (opened and sign.endswith(")")):
            yield Span(line.number, found.start(group), found.end(group))
