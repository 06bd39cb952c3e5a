"""The year a document is about: its title's, else what it speaks of most, near the years it dates itself by."""

import re
from collections import Counter
from collections.abc import Iterable, Set

from ingest.document import BlockKind, Layout, Sheet
from ingest.layout.opening import opening
from ingest.layout.published import dates_of_its_own, is_near

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEADING_WEIGHT = 3
_ISO_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
"""What laws and identifiers are known by."""
_RUN = re.compile(r'[\w/"]+')
_YEARS = re.compile(r"(?:19|20)\d\d(?:/\d\d(?:\d\d)?)?")
"""A run that is a year or two; in a longer one, as addresses and codes are, a year is none."""


def document_year(sheet: Sheet, layout: Layout) -> int | None:
    """The year a document is about; None where nothing tells.

    Laws, addresses and codes hold years that say nothing of the document. One that dates itself is about a year near
    that, whatever other years it tells of; in one that does not, a year named once in passing is not believed.
    """
    titled = YEAR.findall(layout.title)
    if titled:
        return int(titled[-1])
    headings = [block.section[-1] for block in layout.blocks if block.kind is BlockKind.HEADING and block.section]
    in_text = _named(line.text for line in sheet.lines)
    in_headings = _named(headings)
    named = in_text + _named((headings + opening(sheet)) * _HEADING_WEIGHT)
    own = {int(date.text) for date in dates_of_its_own(sheet, layout)}
    if own:
        near = {year for year in named if any(is_near(date, year) for date in own)}
        return _most(named, near) or max(own)
    return _most(named, {year for year in named if in_text[year] > 1 or in_headings[year]})


def most_named(texts: Iterable[str]) -> int | None:
    """The year that texts name most, the later of two."""
    named = _named(texts)
    return _most(named, named.keys())


def _named(texts: Iterable[str]) -> Counter[int]:
    runs = (run for text in texts for run in _RUN.findall(_ISO_DATE.sub(" ", text)))
    return Counter(int(year) for run in runs if _YEARS.fullmatch(run) for year in YEAR.findall(run))


def _most(named: Counter[int], among: Set[int]) -> int | None:
    return max(among, key=lambda year: (named[year], year), default=None)
