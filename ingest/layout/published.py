"""The year a document was published: as it says itself, by the date it is signed, else by the file's metadata."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.document import BlockKind, Layout, Sheet, Stated
from ingest.layout.imprint import imprint_words, labelled
from ingest.layout.words import layout_words

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE, _AFTER = 1, 3
"""How many years before and after the year it is about a document may be dated."""
_MADE_AFTER = 1
"""A file may be made again long after its document was published; so near the year it is about, it was not."""


def published(sheet: Sheet, layout: Layout, year: int | None) -> Stated | None:
    """The year of publication of a document about `year`; None where nothing tells."""
    said = next((each for each in _said(sheet) if _can_be(each, year)), None)
    if said is not None:
        return said
    dated = [each for each in _dated(sheet, layout) if _can_be(each, year)]
    if dated:
        return max(dated, key=lambda each: int(each.text))
    if year is not None and sheet.created is not None and year - _BEFORE <= sheet.created <= year + _MADE_AFTER:
        return Stated(str(sheet.created), None)
    return None


def dates_of_its_own(sheet: Sheet, layout: Layout) -> tuple[Stated, ...]:
    """The years a document dates itself by, those it says outright before those of dates in the places for one."""
    return *_said(sheet), *_dated(sheet, layout)


def is_near(published: int, year: int) -> bool:
    """Whether a document that came out in a year can be about another."""
    return year - _BEFORE <= published <= year + _AFTER


def _can_be(found: Stated, year: int | None) -> bool:
    return year is None or is_near(int(found.text), year)


def _said(sheet: Sheet) -> Iterator[Stated]:
    for text, line in labelled(sheet, imprint_words().published):
        found = _YEAR.search(text)
        if found:
            yield Stated(found.group(), line)


def _dated(sheet: Sheet, layout: Layout) -> Iterator[Stated]:
    """The years of lines that are nothing but a place and a date, and of dates that running heads end with."""
    for line in sheet.lines:
        found = _place_and_date().fullmatch(" ".join(line.text.split()))
        if found and found["place"].casefold() not in imprint_words().no_places and not _ends_year(found["date"]):
            yield Stated(found["year"], line.number)
    for block in layout.blocks:
        if block.kind is BlockKind.FURNITURE:
            found = _date().search(sheet.line(block.lines[0]).text.rstrip())
            if found:
                yield Stated(found["year"], block.lines[0])


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(re.escape(month) for month in sorted(layout_words().months))
    return re.compile(rf"(?<!\d)\d{{1,2}}\. ?(?:(?i:{months}) |\d{{1,2}}\. ?)(?P<year>(?:19|20)\d\d)$")


@cache
def _place_and_date() -> re.Pattern[str]:
    place = r"(?P<place>[A-ZÆØÅ][\w.-]*)(?: (?:i|på|[A-ZÆØÅ][\w.-]*)){0,2}"
    return re.compile(rf"{place},? (?:den )?(?P<date>{_date().pattern})")


def _ends_year(date: str) -> bool:
    """Whether a date is the last of a year, which accounts are made up to, or the first, which things apply from."""
    return re.match(r"31\. ?(?:des|12)|0?1\. ?(?:jan|0?1\.)", date, re.IGNORECASE) is not None
